-- Payments and documents stay as they were recorded; a correction is a new entry.
CREATE FUNCTION budget_entry_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'budget_entry_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER budget_payment_is_final BEFORE UPDATE OR DELETE ON budget_payment
    FOR EACH ROW EXECUTE FUNCTION budget_entry_is_final();

CREATE TRIGGER budget_document_is_final BEFORE UPDATE OR DELETE ON budget_document
    FOR EACH ROW EXECUTE FUNCTION budget_entry_is_final();

CREATE TRIGGER budget_document_line_is_final BEFORE UPDATE OR DELETE ON budget_document_line
    FOR EACH ROW EXECUTE FUNCTION budget_entry_is_final();
