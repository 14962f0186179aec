-- What is closed stays closed, and a correction stays as it was made.
CREATE FUNCTION closing_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'closing_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER closing_period_is_final BEFORE UPDATE OR DELETE ON closing_period
    FOR EACH ROW EXECUTE FUNCTION closing_is_final();

CREATE TRIGGER closing_content_is_final BEFORE UPDATE OR DELETE ON closing_content
    FOR EACH ROW EXECUTE FUNCTION closing_is_final();

CREATE TRIGGER closing_correction_is_final BEFORE UPDATE OR DELETE ON closing_correction
    FOR EACH ROW EXECUTE FUNCTION closing_is_final();

CREATE TRIGGER closing_correction_period_is_final BEFORE UPDATE OR DELETE ON closing_correction_period
    FOR EACH ROW EXECUTE FUNCTION closing_is_final();
