-- Who had a room stays as it was recorded.
CREATE TRIGGER premises_room_use_no_update BEFORE UPDATE ON premises_room_use
BEGIN
    SELECT RAISE(ABORT, 'premises_room_use_is_final');
END;

CREATE TRIGGER premises_room_use_no_delete BEFORE DELETE ON premises_room_use
BEGIN
    SELECT RAISE(ABORT, 'premises_room_use_is_final');
END;
