-- What is entered for a closed year names the correction that it was entered with; what the year promised stays.
ALTER TABLE indicators_entry ADD COLUMN correction_id TEXT NULL;
ALTER TABLE indicators_note ADD COLUMN correction_id TEXT NULL;
ALTER TABLE indicators_evidence ADD COLUMN correction_id TEXT NULL;
ALTER TABLE indicators_revision ADD COLUMN correction_id TEXT NULL;

CREATE TRIGGER indicators_entry_in_closed_year BEFORE INSERT ON indicators_entry
WHEN (NEW.correction_id IS NOT NULL
      OR EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = NEW.org_id AND p.year = NEW.year AND p.month = 0))
 AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                  WHERE c.org_id = NEW.org_id AND c.correction_id = NEW.correction_id AND c.year = NEW.year
                    AND c.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_note_in_closed_year BEFORE INSERT ON indicators_note
WHEN (NEW.correction_id IS NOT NULL
      OR EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = NEW.org_id AND p.year = NEW.year AND p.month = 0))
 AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                  WHERE c.org_id = NEW.org_id AND c.correction_id = NEW.correction_id AND c.year = NEW.year
                    AND c.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_evidence_in_closed_year BEFORE INSERT ON indicators_evidence
WHEN (NEW.correction_id IS NOT NULL
      OR EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = NEW.org_id AND p.year = NEW.year AND p.month = 0))
 AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                  WHERE c.org_id = NEW.org_id AND c.correction_id = NEW.correction_id AND c.year = NEW.year
                    AND c.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_revision_in_closed_year BEFORE INSERT ON indicators_revision
WHEN (NEW.correction_id IS NOT NULL
      OR EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = NEW.org_id AND p.year = NEW.year AND p.month = 0))
 AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                  WHERE c.org_id = NEW.org_id AND c.correction_id = NEW.correction_id AND c.year = NEW.year
                    AND c.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_goal_of_closed_year_no_insert BEFORE INSERT ON indicators_goal
WHEN EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = NEW.org_id AND p.year = NEW.year AND p.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_goal_of_closed_year_no_update BEFORE UPDATE ON indicators_goal
WHEN EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = OLD.org_id AND p.year = OLD.year AND p.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_goal_of_closed_year_no_delete BEFORE DELETE ON indicators_goal
WHEN EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = OLD.org_id AND p.year = OLD.year AND p.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_indicator_of_closed_year_no_insert BEFORE INSERT ON indicators_indicator
WHEN EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = NEW.org_id AND p.year = NEW.year AND p.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_indicator_of_closed_year_no_update BEFORE UPDATE ON indicators_indicator
WHEN EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = OLD.org_id AND p.year = OLD.year AND p.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_indicator_of_closed_year_no_delete BEFORE DELETE ON indicators_indicator
WHEN EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = OLD.org_id AND p.year = OLD.year AND p.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_support_of_closed_year_no_insert BEFORE INSERT ON indicators_support
WHEN EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = NEW.org_id AND p.year = NEW.year AND p.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_support_of_closed_year_no_update BEFORE UPDATE ON indicators_support
WHEN EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = OLD.org_id AND p.year = OLD.year AND p.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_support_of_closed_year_no_delete BEFORE DELETE ON indicators_support
WHEN EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = OLD.org_id AND p.year = OLD.year AND p.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_revision_of_closed_year_no_update BEFORE UPDATE ON indicators_revision
WHEN EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = OLD.org_id AND p.year = OLD.year AND p.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER indicators_revision_of_closed_year_no_delete BEFORE DELETE ON indicators_revision
WHEN EXISTS (SELECT 1 FROM closing_period p WHERE p.org_id = OLD.org_id AND p.year = OLD.year AND p.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;
