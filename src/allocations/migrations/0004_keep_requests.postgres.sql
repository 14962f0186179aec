-- What was asked, tried and decided stays as it was recorded; after a request ended no step is added, and none before
-- the ways that have to be tried first failed.
CREATE FUNCTION allocations_request_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'allocations_request_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER allocations_request_is_final BEFORE UPDATE OR DELETE ON allocations_request
    FOR EACH ROW EXECUTE FUNCTION allocations_request_is_final();

CREATE TRIGGER allocations_request_area_is_final BEFORE UPDATE OR DELETE ON allocations_request_area
    FOR EACH ROW EXECUTE FUNCTION allocations_request_is_final();

CREATE TRIGGER allocations_request_rank_is_final BEFORE UPDATE OR DELETE ON allocations_request_rank
    FOR EACH ROW EXECUTE FUNCTION allocations_request_is_final();

CREATE TRIGGER allocations_request_step_is_final BEFORE UPDATE OR DELETE ON allocations_request_step
    FOR EACH ROW EXECUTE FUNCTION allocations_request_is_final();

CREATE TRIGGER allocations_request_offer_is_final BEFORE UPDATE OR DELETE ON allocations_request_offer
    FOR EACH ROW EXECUTE FUNCTION allocations_request_is_final();

CREATE TRIGGER allocations_request_settlement_is_final BEFORE UPDATE OR DELETE ON allocations_request_settlement
    FOR EACH ROW EXECUTE FUNCTION allocations_request_is_final();

CREATE FUNCTION allocations_request_step_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM allocations_request_settlement e
                WHERE e.org_id = NEW.org_id AND e.number = NEW.number) THEN
        RAISE EXCEPTION 'allocations_request_is_final' USING ERRCODE = 'check_violation';
    END IF;
    IF (SELECT COUNT(DISTINCT s.way) FROM allocations_request_step s
         WHERE s.org_id = NEW.org_id AND s.number = NEW.number AND s.result = 'none'
           AND (s.way = 'reallocation' OR (s.way = 'exchange' AND NEW.way <> 'exchange') OR
                (s.way = 'lease' AND NEW.way = 'construction')))
       < (CASE NEW.way WHEN 'exchange' THEN 1 WHEN 'lease' THEN 2 WHEN 'construction' THEN 3 ELSE 0 END) THEN
        RAISE EXCEPTION 'allocations_request_step_in_order' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER allocations_request_step_in_order BEFORE INSERT ON allocations_request_step
    FOR EACH ROW EXECUTE FUNCTION allocations_request_step_in_order();
