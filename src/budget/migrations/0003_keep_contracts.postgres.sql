-- Of a contract only what was paid under it changes, of a line only its totals; nothing of a year is deleted.
CREATE TRIGGER budget_contract_is_final BEFORE UPDATE OF org_id, fiscal_year, number, title, line_code, payee, amount_fen,
    signed_on, service_from, service_to, place, import_id, recorded_ms ON budget_contract
    FOR EACH ROW EXECUTE FUNCTION budget_entry_is_final();

CREATE TRIGGER budget_contract_stays BEFORE DELETE ON budget_contract
    FOR EACH ROW EXECUTE FUNCTION budget_entry_is_final();

CREATE TRIGGER budget_line_stays BEFORE DELETE ON budget_line
    FOR EACH ROW EXECUTE FUNCTION budget_entry_is_final();

CREATE TRIGGER budget_import_is_final BEFORE UPDATE OR DELETE ON budget_import
    FOR EACH ROW EXECUTE FUNCTION budget_entry_is_final();
