-- What was recorded stays as it was recorded.
CREATE TRIGGER identity_audit_no_update BEFORE UPDATE ON identity_audit
BEGIN
    SELECT RAISE(ABORT, 'identity_audit_is_final');
END;

CREATE TRIGGER identity_audit_no_delete BEFORE DELETE ON identity_audit
BEGIN
    SELECT RAISE(ABORT, 'identity_audit_is_final');
END;
