-- What was ticked, signed and told stays. An answer after the signature is an addition, one before it is none.
CREATE TRIGGER meetings_service_answer_is_final BEFORE UPDATE OR DELETE ON meetings_service_answer
    FOR EACH ROW EXECUTE FUNCTION meetings_is_final();

CREATE TRIGGER meetings_service_sign_off_is_final BEFORE UPDATE OR DELETE ON meetings_service_sign_off
    FOR EACH ROW EXECUTE FUNCTION meetings_is_final();

CREATE TRIGGER meetings_notice_change_is_final BEFORE UPDATE OR DELETE ON meetings_notice_change
    FOR EACH ROW EXECUTE FUNCTION meetings_is_final();

CREATE TRIGGER meetings_notice_no_delete BEFORE DELETE ON meetings_notice
    FOR EACH ROW EXECUTE FUNCTION meetings_is_final();

-- Seen once, and nothing else of it changes.
CREATE TRIGGER meetings_notice_is_acknowledged_once BEFORE UPDATE ON meetings_notice
    FOR EACH ROW WHEN (OLD.acknowledged_ms IS NOT NULL OR NEW.acknowledged_ms IS NULL OR NEW.org_id <> OLD.org_id
        OR NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.account <> OLD.account OR NEW.what <> OLD.what
        OR NEW.by_whom <> OLD.by_whom OR NEW.at_ms <> OLD.at_ms)
    EXECUTE FUNCTION meetings_is_final();

CREATE FUNCTION meetings_service_knows_the_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.is_addition = 1) <> EXISTS (SELECT 1 FROM meetings_service_sign_off s
         WHERE s.org_id = NEW.org_id AND s.number = NEW.number AND s.stage = NEW.stage) THEN
        RAISE EXCEPTION 'meetings_service_signed_off' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER meetings_service_answer_knows_the_signature BEFORE INSERT ON meetings_service_answer
    FOR EACH ROW EXECUTE FUNCTION meetings_service_knows_the_signature();
