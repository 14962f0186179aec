CREATE TRIGGER holdings_ledger_no_update BEFORE UPDATE ON holdings_ledger
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_ledger_no_delete BEFORE DELETE ON holdings_ledger
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_ledger_room_no_update BEFORE UPDATE ON holdings_ledger_room
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_ledger_room_no_delete BEFORE DELETE ON holdings_ledger_room
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;
