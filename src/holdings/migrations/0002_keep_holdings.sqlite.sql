-- What was expected, seen, found and decided stays as it was recorded; after a stocktake closed nothing more is counted.
CREATE TRIGGER holdings_stocktake_building_no_update BEFORE UPDATE ON holdings_stocktake_building
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_stocktake_building_no_delete BEFORE DELETE ON holdings_stocktake_building
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_expected_room_no_update BEFORE UPDATE ON holdings_expected_room
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_expected_room_no_delete BEFORE DELETE ON holdings_expected_room
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_entry_no_update BEFORE UPDATE ON holdings_entry
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_entry_no_delete BEFORE DELETE ON holdings_entry
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_line_no_update BEFORE UPDATE ON holdings_line
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_line_no_delete BEFORE DELETE ON holdings_line
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_idle_decision_no_update BEFORE UPDATE ON holdings_idle_decision
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_idle_decision_no_delete BEFORE DELETE ON holdings_idle_decision
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_stocktake_closed BEFORE UPDATE ON holdings_stocktake WHEN OLD.closed_on IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_stocktake_no_delete BEFORE DELETE ON holdings_stocktake
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_entry_of_open BEFORE INSERT ON holdings_entry
    WHEN EXISTS (SELECT 1 FROM holdings_stocktake s
                  WHERE s.org_id = NEW.org_id AND s.code = NEW.stocktake AND s.closed_on IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;
