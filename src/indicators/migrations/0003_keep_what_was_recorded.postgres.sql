-- What was entered, frozen or scored stays as it was: corrections are new rows.
CREATE FUNCTION indicators_record_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'indicators_record_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER indicators_entry_is_final BEFORE UPDATE OR DELETE ON indicators_entry
    FOR EACH ROW EXECUTE FUNCTION indicators_record_is_final();

CREATE TRIGGER indicators_note_is_final BEFORE UPDATE OR DELETE ON indicators_note
    FOR EACH ROW EXECUTE FUNCTION indicators_record_is_final();

CREATE TRIGGER indicators_evidence_is_final BEFORE UPDATE OR DELETE ON indicators_evidence
    FOR EACH ROW EXECUTE FUNCTION indicators_record_is_final();

CREATE TRIGGER indicators_fact_set_is_final BEFORE UPDATE OR DELETE ON indicators_fact_set
    FOR EACH ROW EXECUTE FUNCTION indicators_record_is_final();

CREATE TRIGGER indicators_fact_is_final BEFORE UPDATE OR DELETE ON indicators_fact
    FOR EACH ROW EXECUTE FUNCTION indicators_record_is_final();

CREATE TRIGGER indicators_fact_record_is_final BEFORE UPDATE OR DELETE ON indicators_fact_record
    FOR EACH ROW EXECUTE FUNCTION indicators_record_is_final();

CREATE TRIGGER indicators_run_is_final BEFORE UPDATE OR DELETE ON indicators_run
    FOR EACH ROW EXECUTE FUNCTION indicators_record_is_final();

CREATE TRIGGER indicators_run_row_is_final BEFORE UPDATE OR DELETE ON indicators_run_row
    FOR EACH ROW EXECUTE FUNCTION indicators_record_is_final();

CREATE TRIGGER indicators_run_finding_is_final BEFORE UPDATE OR DELETE ON indicators_run_finding
    FOR EACH ROW EXECUTE FUNCTION indicators_record_is_final();
