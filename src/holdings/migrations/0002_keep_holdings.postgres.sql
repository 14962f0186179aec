-- What was expected, seen, found and decided stays as it was recorded; after a stocktake closed nothing more is counted.
CREATE FUNCTION holdings_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'holdings_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER holdings_stocktake_building_is_final BEFORE UPDATE OR DELETE ON holdings_stocktake_building
    FOR EACH ROW EXECUTE FUNCTION holdings_is_final();

CREATE TRIGGER holdings_expected_room_is_final BEFORE UPDATE OR DELETE ON holdings_expected_room
    FOR EACH ROW EXECUTE FUNCTION holdings_is_final();

CREATE TRIGGER holdings_entry_is_final BEFORE UPDATE OR DELETE ON holdings_entry
    FOR EACH ROW EXECUTE FUNCTION holdings_is_final();

CREATE TRIGGER holdings_line_is_final BEFORE UPDATE OR DELETE ON holdings_line
    FOR EACH ROW EXECUTE FUNCTION holdings_is_final();

CREATE TRIGGER holdings_idle_decision_is_final BEFORE UPDATE OR DELETE ON holdings_idle_decision
    FOR EACH ROW EXECUTE FUNCTION holdings_is_final();

CREATE TRIGGER holdings_stocktake_closed BEFORE UPDATE ON holdings_stocktake
    FOR EACH ROW WHEN (OLD.closed_on IS NOT NULL) EXECUTE FUNCTION holdings_is_final();

CREATE TRIGGER holdings_stocktake_no_delete BEFORE DELETE ON holdings_stocktake
    FOR EACH ROW EXECUTE FUNCTION holdings_is_final();

CREATE FUNCTION holdings_entry_of_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM holdings_stocktake s
                WHERE s.org_id = NEW.org_id AND s.code = NEW.stocktake AND s.closed_on IS NOT NULL) THEN
        RAISE EXCEPTION 'holdings_is_final' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER holdings_entry_of_open BEFORE INSERT ON holdings_entry
    FOR EACH ROW EXECUTE FUNCTION holdings_entry_of_open();
