-- What was entered, frozen or scored stays as it was: corrections are new rows.
CREATE TRIGGER indicators_entry_no_update BEFORE UPDATE ON indicators_entry
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_entry_no_delete BEFORE DELETE ON indicators_entry
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_note_no_update BEFORE UPDATE ON indicators_note
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_note_no_delete BEFORE DELETE ON indicators_note
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_evidence_no_update BEFORE UPDATE ON indicators_evidence
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_evidence_no_delete BEFORE DELETE ON indicators_evidence
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_fact_set_no_update BEFORE UPDATE ON indicators_fact_set
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_fact_set_no_delete BEFORE DELETE ON indicators_fact_set
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_fact_no_update BEFORE UPDATE ON indicators_fact
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_fact_no_delete BEFORE DELETE ON indicators_fact
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_fact_record_no_update BEFORE UPDATE ON indicators_fact_record
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_fact_record_no_delete BEFORE DELETE ON indicators_fact_record
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_run_no_update BEFORE UPDATE ON indicators_run
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_run_no_delete BEFORE DELETE ON indicators_run
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_run_row_no_update BEFORE UPDATE ON indicators_run_row
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_run_row_no_delete BEFORE DELETE ON indicators_run_row
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_run_finding_no_update BEFORE UPDATE ON indicators_run_finding
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;

CREATE TRIGGER indicators_run_finding_no_delete BEFORE DELETE ON indicators_run_finding
BEGIN
    SELECT RAISE(ABORT, 'indicators_record_is_final');
END;
