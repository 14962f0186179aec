-- A waiver and a signature stay as they were given.
CREATE TRIGGER indicators_waiver_no_update BEFORE UPDATE ON indicators_waiver
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_waiver_no_delete BEFORE DELETE ON indicators_waiver
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_signature_no_update BEFORE UPDATE ON indicators_signature
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_signature_no_delete BEFORE DELETE ON indicators_signature
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;
