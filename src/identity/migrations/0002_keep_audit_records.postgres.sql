-- What was recorded stays as it was recorded.
CREATE FUNCTION identity_audit_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'identity_audit_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER identity_audit_is_final BEFORE UPDATE OR DELETE ON identity_audit
    FOR EACH ROW EXECUTE FUNCTION identity_audit_is_final();
