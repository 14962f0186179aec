-- What is entered for a closed year names the correction that it was entered with; what the year promised stays.
ALTER TABLE indicators_entry ADD COLUMN correction_id TEXT NULL;
ALTER TABLE indicators_note ADD COLUMN correction_id TEXT NULL;
ALTER TABLE indicators_evidence ADD COLUMN correction_id TEXT NULL;
ALTER TABLE indicators_revision ADD COLUMN correction_id TEXT NULL;

CREATE FUNCTION indicators_year_is_closed(org TEXT, of_year BIGINT) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = org AND p.year = of_year AND p.month = 0)
$$;

CREATE FUNCTION indicators_in_closed_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.correction_id IS NOT NULL OR indicators_year_is_closed(NEW.org_id, NEW.year))
       AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                        WHERE c.org_id = NEW.org_id AND c.correction_id = NEW.correction_id AND c.year = NEW.year
                          AND c.month = 0) THEN
        RAISE EXCEPTION 'closing_period_closed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION indicators_promises_of_closed_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        IF indicators_year_is_closed(OLD.org_id, OLD.year) THEN
            RAISE EXCEPTION 'closing_period_closed' USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF indicators_year_is_closed(NEW.org_id, NEW.year) THEN
        RAISE EXCEPTION 'closing_period_closed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER indicators_entry_in_closed_year BEFORE INSERT ON indicators_entry
    FOR EACH ROW EXECUTE FUNCTION indicators_in_closed_year();

CREATE TRIGGER indicators_note_in_closed_year BEFORE INSERT ON indicators_note
    FOR EACH ROW EXECUTE FUNCTION indicators_in_closed_year();

CREATE TRIGGER indicators_evidence_in_closed_year BEFORE INSERT ON indicators_evidence
    FOR EACH ROW EXECUTE FUNCTION indicators_in_closed_year();

CREATE TRIGGER indicators_revision_in_closed_year BEFORE INSERT ON indicators_revision
    FOR EACH ROW EXECUTE FUNCTION indicators_in_closed_year();

CREATE TRIGGER indicators_goal_of_closed_year BEFORE INSERT OR UPDATE OR DELETE ON indicators_goal
    FOR EACH ROW EXECUTE FUNCTION indicators_promises_of_closed_year();

CREATE TRIGGER indicators_indicator_of_closed_year BEFORE INSERT OR UPDATE OR DELETE ON indicators_indicator
    FOR EACH ROW EXECUTE FUNCTION indicators_promises_of_closed_year();

CREATE TRIGGER indicators_support_of_closed_year BEFORE INSERT OR UPDATE OR DELETE ON indicators_support
    FOR EACH ROW EXECUTE FUNCTION indicators_promises_of_closed_year();

CREATE TRIGGER indicators_revision_of_closed_year BEFORE UPDATE OR DELETE ON indicators_revision
    FOR EACH ROW EXECUTE FUNCTION indicators_promises_of_closed_year();
