-- Steps of a registration stay as they were recorded; a step back is a new one that says why.
CREATE TRIGGER premises_member_step_no_update BEFORE UPDATE ON premises_member_step
BEGIN
    SELECT RAISE(ABORT, 'premises_member_step_is_final');
END;

CREATE TRIGGER premises_member_step_no_delete BEFORE DELETE ON premises_member_step
BEGIN
    SELECT RAISE(ABORT, 'premises_member_step_is_final');
END;
