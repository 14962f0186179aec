-- What was sealed stays sealed.
CREATE TRIGGER identity_audit_seal_no_update BEFORE UPDATE ON identity_audit_seal
BEGIN
    SELECT RAISE(ABORT, 'identity_audit_is_final');
END;

CREATE TRIGGER identity_audit_seal_no_delete BEFORE DELETE ON identity_audit_seal
BEGIN
    SELECT RAISE(ABORT, 'identity_audit_is_final');
END;
