-- What was read, found and waived stays as it was: the same file is checked again, a waiver is withdrawn by another row.
CREATE TRIGGER check_report_no_update BEFORE UPDATE ON check_report
BEGIN
    SELECT RAISE(ABORT, 'check_record_is_final');
END;

CREATE TRIGGER check_report_no_delete BEFORE DELETE ON check_report
BEGIN
    SELECT RAISE(ABORT, 'check_record_is_final');
END;

CREATE TRIGGER check_finding_no_update BEFORE UPDATE ON check_finding
BEGIN
    SELECT RAISE(ABORT, 'check_record_is_final');
END;

CREATE TRIGGER check_finding_no_delete BEFORE DELETE ON check_finding
BEGIN
    SELECT RAISE(ABORT, 'check_record_is_final');
END;

CREATE TRIGGER check_waiver_no_update BEFORE UPDATE ON check_waiver
BEGIN
    SELECT RAISE(ABORT, 'check_record_is_final');
END;

CREATE TRIGGER check_waiver_no_delete BEFORE DELETE ON check_waiver
BEGIN
    SELECT RAISE(ABORT, 'check_record_is_final');
END;
