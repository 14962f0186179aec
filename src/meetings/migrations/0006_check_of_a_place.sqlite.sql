-- What is looked at before a meeting is of its room and beginning. With each move to another one a new round begins: its
-- stages are open again, and what was signed before stays with the place and time that it was for.
ALTER TABLE meetings_booking ADD COLUMN round BIGINT NOT NULL DEFAULT 1 CHECK (round > 0);
ALTER TABLE meetings_service_answer ADD COLUMN round BIGINT NOT NULL DEFAULT 1 CHECK (round > 0);
DROP TRIGGER meetings_service_answer_no_update;
DROP TRIGGER meetings_service_sign_off_no_update;
DROP TRIGGER meetings_service_sign_off_no_delete;
DROP TRIGGER meetings_service_answer_knows_the_signature;

-- What was moved before is found among its steps.
CREATE TEMPORARY TABLE meetings_moved AS
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

CREATE TABLE meetings_service_sign_off_of_a_place (
    org_id  TEXT   NOT NULL,
    number  TEXT   NOT NULL,
    stage   TEXT   NOT NULL CHECK (stage IN ('before', 'secrecy', 'during', 'after')),
    by_whom TEXT   NOT NULL,
    at_ms   BIGINT NOT NULL,
    due     BIGINT NULL,
    round   BIGINT NOT NULL DEFAULT 1 CHECK (round > 0),
    place   TEXT   NOT NULL,
    starts  BIGINT NOT NULL,
    ends    BIGINT NOT NULL,
    PRIMARY KEY (org_id, number, stage, round),
    FOREIGN KEY (org_id, number) REFERENCES meetings_booking (org_id, number)
);
INSERT INTO meetings_service_sign_off_of_a_place (org_id, number, stage, by_whom, at_ms, due, round, place, starts, ends)
SELECT f.org_id, f.number, f.stage, f.by_whom, f.at_ms, f.due,
       CASE WHEN f.stage IN ('before', 'secrecy')
            THEN 1 + (SELECT COUNT(*) FROM meetings_moved m
                       WHERE m.org_id = f.org_id AND m.number = f.number AND m.at_ms <= f.at_ms)
            ELSE 1 END,
       COALESCE(r.name, NULLIF(b.venue, ''), b.room, b.number), t.starts, t.ends
  FROM meetings_service_sign_off f
  JOIN meetings_booking b ON b.org_id = f.org_id AND b.number = f.number
  JOIN meetings_booking_step t ON t.org_id = b.org_id AND t.number = b.number
  LEFT JOIN meetings_room r ON r.org_id = t.org_id AND r.code = t.room
 WHERE t.step = (SELECT MAX(s.step) FROM meetings_booking_step s
                  WHERE s.org_id = b.org_id AND s.number = b.number AND (s.step = 1 OR s.at_ms <= f.at_ms));
DROP TABLE meetings_moved;
DROP TABLE meetings_service_sign_off;
ALTER TABLE meetings_service_sign_off_of_a_place RENAME TO meetings_service_sign_off;

CREATE TRIGGER meetings_service_answer_no_update BEFORE UPDATE ON meetings_service_answer
BEGIN
    SELECT RAISE(ABORT, 'meetings_is_final');
END;

CREATE TRIGGER meetings_service_sign_off_no_update BEFORE UPDATE ON meetings_service_sign_off
BEGIN
    SELECT RAISE(ABORT, 'meetings_is_final');
END;

CREATE TRIGGER meetings_service_sign_off_no_delete BEFORE DELETE ON meetings_service_sign_off
BEGIN
    SELECT RAISE(ABORT, 'meetings_is_final');
END;

-- An answer after the signature of its round is an addition, one before it is none.
CREATE TRIGGER meetings_service_answer_knows_the_signature BEFORE INSERT ON meetings_service_answer
    WHEN NEW.is_addition <> EXISTS (SELECT 1 FROM meetings_service_sign_off s
         WHERE s.org_id = NEW.org_id AND s.number = NEW.number AND s.stage = NEW.stage AND s.round = NEW.round)
BEGIN
    SELECT RAISE(ABORT, 'meetings_service_signed_off');
END;
