-- Of a contract only what was paid under it changes, of a line only its totals; nothing of a year is deleted.
CREATE TRIGGER budget_contract_no_update BEFORE UPDATE OF org_id, fiscal_year, number, title, line_code, payee, amount_fen,
    signed_on, service_from, service_to, place, import_id, recorded_ms ON budget_contract
BEGIN
    SELECT RAISE(ABORT, 'budget_contract_is_final');
END;

CREATE TRIGGER budget_contract_no_delete BEFORE DELETE ON budget_contract
BEGIN
    SELECT RAISE(ABORT, 'budget_contract_is_final');
END;

CREATE TRIGGER budget_line_no_delete BEFORE DELETE ON budget_line
BEGIN
    SELECT RAISE(ABORT, 'budget_line_is_final');
END;

CREATE TRIGGER budget_import_no_update BEFORE UPDATE ON budget_import
BEGIN
    SELECT RAISE(ABORT, 'budget_import_is_final');
END;

CREATE TRIGGER budget_import_no_delete BEFORE DELETE ON budget_import
BEGIN
    SELECT RAISE(ABORT, 'budget_import_is_final');
END;
