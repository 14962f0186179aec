-- Who had a room stays as it was recorded.
CREATE FUNCTION premises_room_use_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'premises_room_use_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER premises_room_use_is_final BEFORE UPDATE OR DELETE ON premises_room_use
    FOR EACH ROW EXECUTE FUNCTION premises_room_use_is_final();
