-- What is closed stays closed, and a correction stays as it was made.
CREATE TRIGGER closing_period_no_update BEFORE UPDATE ON closing_period
BEGIN
    SELECT RAISE(ABORT, 'closing_is_final');
END;

CREATE TRIGGER closing_period_no_delete BEFORE DELETE ON closing_period
BEGIN
    SELECT RAISE(ABORT, 'closing_is_final');
END;

CREATE TRIGGER closing_content_no_update BEFORE UPDATE ON closing_content
BEGIN
    SELECT RAISE(ABORT, 'closing_is_final');
END;

CREATE TRIGGER closing_content_no_delete BEFORE DELETE ON closing_content
BEGIN
    SELECT RAISE(ABORT, 'closing_is_final');
END;

CREATE TRIGGER closing_correction_no_update BEFORE UPDATE ON closing_correction
BEGIN
    SELECT RAISE(ABORT, 'closing_is_final');
END;

CREATE TRIGGER closing_correction_no_delete BEFORE DELETE ON closing_correction
BEGIN
    SELECT RAISE(ABORT, 'closing_is_final');
END;

CREATE TRIGGER closing_correction_period_no_update BEFORE UPDATE ON closing_correction_period
BEGIN
    SELECT RAISE(ABORT, 'closing_is_final');
END;

CREATE TRIGGER closing_correction_period_no_delete BEFORE DELETE ON closing_correction_period
BEGIN
    SELECT RAISE(ABORT, 'closing_is_final');
END;
