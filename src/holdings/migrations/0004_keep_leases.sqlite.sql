CREATE TRIGGER holdings_lease_no_update BEFORE UPDATE ON holdings_lease
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_lease_no_delete BEFORE DELETE ON holdings_lease
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_lease_income_no_update BEFORE UPDATE ON holdings_lease_income
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;

CREATE TRIGGER holdings_lease_income_no_delete BEFORE DELETE ON holdings_lease_income
BEGIN
    SELECT RAISE(ABORT, 'holdings_is_final');
END;
