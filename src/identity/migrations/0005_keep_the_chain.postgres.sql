-- What was sealed stays sealed; neither table is emptied as a whole.
CREATE TRIGGER identity_audit_seal_is_final BEFORE UPDATE OR DELETE ON identity_audit_seal
    FOR EACH ROW EXECUTE FUNCTION identity_audit_is_final();

CREATE TRIGGER identity_audit_seal_is_kept BEFORE TRUNCATE ON identity_audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION identity_audit_is_final();

CREATE TRIGGER identity_audit_is_kept BEFORE TRUNCATE ON identity_audit
    FOR EACH STATEMENT EXECUTE FUNCTION identity_audit_is_final();
