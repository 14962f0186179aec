-- Steps of a registration stay as they were recorded; a step back is a new one that says why.
CREATE FUNCTION premises_member_step_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'premises_member_step_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER premises_member_step_is_final BEFORE UPDATE OR DELETE ON premises_member_step
    FOR EACH ROW EXECUTE FUNCTION premises_member_step_is_final();
