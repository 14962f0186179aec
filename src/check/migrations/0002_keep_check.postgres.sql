-- What was read, found and waived stays as it was: the same file is checked again, a waiver is withdrawn by another row.
CREATE FUNCTION check_record_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'check_record_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER check_report_is_final BEFORE UPDATE OR DELETE ON check_report
    FOR EACH ROW EXECUTE FUNCTION check_record_is_final();

CREATE TRIGGER check_finding_is_final BEFORE UPDATE OR DELETE ON check_finding
    FOR EACH ROW EXECUTE FUNCTION check_record_is_final();

CREATE TRIGGER check_waiver_is_final BEFORE UPDATE OR DELETE ON check_waiver
    FOR EACH ROW EXECUTE FUNCTION check_record_is_final();
