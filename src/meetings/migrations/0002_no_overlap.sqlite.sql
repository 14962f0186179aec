-- Of bookings that stand no two overlap in a room.
CREATE TRIGGER meetings_booking_no_overlap_insert BEFORE INSERT ON meetings_booking
    WHEN NEW.state IN ('approved', 'no_show') AND NEW.slot IS NOT NULL AND EXISTS (
        SELECT 1 FROM meetings_booking b
         WHERE b.org_id = NEW.org_id AND b.slot = NEW.slot AND b.starts < NEW.ends AND b.ends > NEW.starts
           AND b.starts > NEW.starts - 2678401 AND b.state IN ('approved', 'no_show'))
BEGIN
    SELECT RAISE(ABORT, 'meetings_booking_no_overlap');
END;

CREATE TRIGGER meetings_booking_no_overlap_update BEFORE UPDATE ON meetings_booking
    WHEN NEW.state IN ('approved', 'no_show') AND NEW.slot IS NOT NULL AND EXISTS (
        SELECT 1 FROM meetings_booking b
         WHERE b.org_id = NEW.org_id AND b.slot = NEW.slot AND b.starts < NEW.ends AND b.ends > NEW.starts
           AND b.starts > NEW.starts - 2678401 AND b.state IN ('approved', 'no_show')
           AND b.number <> NEW.number)
BEGIN
    SELECT RAISE(ABORT, 'meetings_booking_no_overlap');
END;

CREATE TRIGGER meetings_booking_step_no_update BEFORE UPDATE ON meetings_booking_step
BEGIN
    SELECT RAISE(ABORT, 'meetings_is_final');
END;

CREATE TRIGGER meetings_booking_step_no_delete BEFORE DELETE ON meetings_booking_step
BEGIN
    SELECT RAISE(ABORT, 'meetings_is_final');
END;

CREATE TRIGGER meetings_booking_no_delete BEFORE DELETE ON meetings_booking
BEGIN
    SELECT RAISE(ABORT, 'meetings_is_final');
END;
