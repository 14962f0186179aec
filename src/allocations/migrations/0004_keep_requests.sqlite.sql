-- What was asked, tried and decided stays as it was recorded; after a request ended no step is added, and none before
-- the ways that have to be tried first failed.
CREATE TRIGGER allocations_request_no_update BEFORE UPDATE ON allocations_request
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_no_delete BEFORE DELETE ON allocations_request
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_area_no_update BEFORE UPDATE ON allocations_request_area
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_area_no_delete BEFORE DELETE ON allocations_request_area
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_rank_no_update BEFORE UPDATE ON allocations_request_rank
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_rank_no_delete BEFORE DELETE ON allocations_request_rank
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_step_no_update BEFORE UPDATE ON allocations_request_step
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_step_no_delete BEFORE DELETE ON allocations_request_step
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_offer_no_update BEFORE UPDATE ON allocations_request_offer
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_offer_no_delete BEFORE DELETE ON allocations_request_offer
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_settlement_no_update BEFORE UPDATE ON allocations_request_settlement
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_settlement_no_delete BEFORE DELETE ON allocations_request_settlement
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_step_of_open BEFORE INSERT ON allocations_request_step
    WHEN EXISTS (SELECT 1 FROM allocations_request_settlement e
                  WHERE e.org_id = NEW.org_id AND e.number = NEW.number)
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_is_final');
END;

CREATE TRIGGER allocations_request_step_in_order BEFORE INSERT ON allocations_request_step
    WHEN (SELECT COUNT(DISTINCT s.way) FROM allocations_request_step s
         WHERE s.org_id = NEW.org_id AND s.number = NEW.number AND s.result = 'none'
           AND (s.way = 'reallocation' OR (s.way = 'exchange' AND NEW.way <> 'exchange') OR
                (s.way = 'lease' AND NEW.way = 'construction')))
       < (CASE NEW.way WHEN 'exchange' THEN 1 WHEN 'lease' THEN 2 WHEN 'construction' THEN 3 ELSE 0 END)
BEGIN
    SELECT RAISE(ABORT, 'allocations_request_step_in_order');
END;
