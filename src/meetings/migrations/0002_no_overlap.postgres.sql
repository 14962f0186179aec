-- Of bookings that stand no two overlap in a room: the slot counts in steps of 2^36 seconds, more than any time. The
-- organisation stands as the range of its own hash alone: two with one hash of 64 bits would refuse each other, never
-- share a room.
ALTER TABLE meetings_booking ADD CONSTRAINT meetings_booking_no_overlap
    EXCLUDE USING gist (int8range(hashtextextended(org_id, 0), hashtextextended(org_id, 0), '[]') WITH &&,
                        int8range(slot * 68719476736 + starts, slot * 68719476736 + ends) WITH &&)
    WHERE (state IN ('approved', 'no_show') AND slot IS NOT NULL);

CREATE FUNCTION meetings_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'meetings_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER meetings_booking_step_is_final BEFORE UPDATE OR DELETE ON meetings_booking_step
    FOR EACH ROW EXECUTE FUNCTION meetings_is_final();

CREATE TRIGGER meetings_booking_no_delete BEFORE DELETE ON meetings_booking
    FOR EACH ROW EXECUTE FUNCTION meetings_is_final();
