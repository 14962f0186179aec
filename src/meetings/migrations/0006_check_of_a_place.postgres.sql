-- What is looked at before a meeting is of its room and beginning. With each move to another one a new round begins: its
-- stages are open again, and what was signed before stays with the place and time that it was for.
ALTER TABLE meetings_booking ADD COLUMN round BIGINT NOT NULL DEFAULT 1 CHECK (round > 0);
ALTER TABLE meetings_service_answer ADD COLUMN round BIGINT NOT NULL DEFAULT 1 CHECK (round > 0);
ALTER TABLE meetings_service_sign_off ADD COLUMN round BIGINT NOT NULL DEFAULT 1 CHECK (round > 0);
ALTER TABLE meetings_service_sign_off ADD COLUMN place TEXT NULL;
ALTER TABLE meetings_service_sign_off ADD COLUMN starts BIGINT NULL;
ALTER TABLE meetings_service_sign_off ADD COLUMN ends BIGINT NULL;
DROP TRIGGER meetings_service_answer_is_final ON meetings_service_answer;
DROP TRIGGER meetings_service_sign_off_is_final ON meetings_service_sign_off;

-- What was moved before is found among its steps.
CREATE TEMPORARY TABLE meetings_moved ON COMMIT DROP AS
SELECT m.org_id AS org_id, m.number AS number, m.at_ms AS at_ms
  FROM meetings_booking_step m
  JOIN meetings_booking_step p ON p.org_id = m.org_id AND p.number = m.number AND p.step = m.step - 1
 WHERE m.action = 'moved' AND (COALESCE(p.room, '') <> COALESCE(m.room, '') OR p.starts <> m.starts);

UPDATE meetings_booking
   SET round = 1 + (SELECT COUNT(*) FROM meetings_moved m
                     WHERE m.org_id = meetings_booking.org_id AND m.number = meetings_booking.number)
 WHERE EXISTS (SELECT 1 FROM meetings_moved m
                WHERE m.org_id = meetings_booking.org_id AND m.number = meetings_booking.number);

UPDATE meetings_service_answer
   SET round = 1 + (SELECT COUNT(*) FROM meetings_moved m
                     WHERE m.org_id = meetings_service_answer.org_id AND m.number = meetings_service_answer.number
                       AND m.at_ms <= meetings_service_answer.recorded_ms)
 WHERE stage IN ('before', 'secrecy');

UPDATE meetings_service_sign_off
   SET round = 1 + (SELECT COUNT(*) FROM meetings_moved m
                     WHERE m.org_id = meetings_service_sign_off.org_id AND m.number = meetings_service_sign_off.number
                       AND m.at_ms <= meetings_service_sign_off.at_ms)
 WHERE stage IN ('before', 'secrecy');

UPDATE meetings_service_sign_off
   SET place = COALESCE(r.name, NULLIF(b.venue, ''), b.room, b.number), starts = t.starts, ends = t.ends
  FROM meetings_booking b
  JOIN meetings_booking_step t ON t.org_id = b.org_id AND t.number = b.number
  LEFT JOIN meetings_room r ON r.org_id = t.org_id AND r.code = t.room
 WHERE b.org_id = meetings_service_sign_off.org_id AND b.number = meetings_service_sign_off.number
   AND t.step = (SELECT MAX(s.step) FROM meetings_booking_step s
                  WHERE s.org_id = b.org_id AND s.number = b.number
                    AND (s.step = 1 OR s.at_ms <= meetings_service_sign_off.at_ms));

ALTER TABLE meetings_service_sign_off ALTER COLUMN place SET NOT NULL;
ALTER TABLE meetings_service_sign_off ALTER COLUMN starts SET NOT NULL;
ALTER TABLE meetings_service_sign_off ALTER COLUMN ends SET NOT NULL;
ALTER TABLE meetings_service_sign_off DROP CONSTRAINT meetings_service_sign_off_pkey;
ALTER TABLE meetings_service_sign_off ADD PRIMARY KEY (org_id, number, stage, round);

CREATE TRIGGER meetings_service_answer_is_final BEFORE UPDATE OR DELETE ON meetings_service_answer
    FOR EACH ROW EXECUTE FUNCTION meetings_is_final();

CREATE TRIGGER meetings_service_sign_off_is_final BEFORE UPDATE OR DELETE ON meetings_service_sign_off
    FOR EACH ROW EXECUTE FUNCTION meetings_is_final();

-- An answer after the signature of its round is an addition, one before it is none.
CREATE OR REPLACE FUNCTION meetings_service_knows_the_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.is_addition = 1) <> EXISTS (SELECT 1 FROM meetings_service_sign_off s
         WHERE s.org_id = NEW.org_id AND s.number = NEW.number AND s.stage = NEW.stage AND s.round = NEW.round) THEN
        RAISE EXCEPTION 'meetings_service_signed_off' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
