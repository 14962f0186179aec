-- What was ticked, signed and told stays. An answer after the signature is an addition, one before it is none.
CREATE TRIGGER meetings_service_answer_no_update BEFORE UPDATE ON meetings_service_answer
BEGIN
    SELECT RAISE(ABORT, 'meetings_is_final');
END;

CREATE TRIGGER meetings_service_answer_no_delete BEFORE DELETE ON meetings_service_answer
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

CREATE TRIGGER meetings_notice_change_no_update BEFORE UPDATE ON meetings_notice_change
BEGIN
    SELECT RAISE(ABORT, 'meetings_is_final');
END;

CREATE TRIGGER meetings_notice_change_no_delete BEFORE DELETE ON meetings_notice_change
BEGIN
    SELECT RAISE(ABORT, 'meetings_is_final');
END;

CREATE TRIGGER meetings_notice_no_delete BEFORE DELETE ON meetings_notice
BEGIN
    SELECT RAISE(ABORT, 'meetings_is_final');
END;

-- Seen once, and nothing else of it changes.
CREATE TRIGGER meetings_notice_is_acknowledged_once BEFORE UPDATE ON meetings_notice
    WHEN OLD.acknowledged_ms IS NOT NULL OR NEW.acknowledged_ms IS NULL OR NEW.org_id <> OLD.org_id OR NEW.id <> OLD.id
        OR NEW.number <> OLD.number OR NEW.account <> OLD.account OR NEW.what <> OLD.what OR NEW.by_whom <> OLD.by_whom
        OR NEW.at_ms <> OLD.at_ms
BEGIN
    SELECT RAISE(ABORT, 'meetings_is_final');
END;

CREATE TRIGGER meetings_service_answer_knows_the_signature BEFORE INSERT ON meetings_service_answer
    WHEN NEW.is_addition <> EXISTS (SELECT 1 FROM meetings_service_sign_off s
         WHERE s.org_id = NEW.org_id AND s.number = NEW.number AND s.stage = NEW.stage)
BEGIN
    SELECT RAISE(ABORT, 'meetings_service_signed_off');
END;
