-- Records dated in a closed month come, change and go with an import that names the correction of that month.
-- Whoever imports asks first and says so in words (closing::Gate); these keep the rule against everybody else.
ALTER TABLE ledgers_import ADD COLUMN correction_id TEXT NULL;

CREATE TRIGGER ledgers_row_in_closed_month_added BEFORE INSERT ON ledgers_row
WHEN EXISTS (SELECT 1 FROM closing_period p
                  WHERE p.org_id = NEW.org_id AND p.year = CAST(substr(NEW.occurred_on, 1, 4) AS INTEGER)
                    AND p.month = CAST(substr(NEW.occurred_on, 6, 2) AS INTEGER))
 AND NOT EXISTS (SELECT 1 FROM ledgers_import i
                   JOIN closing_correction_period c ON c.org_id = i.org_id AND c.correction_id = i.correction_id
                  WHERE i.org_id = NEW.org_id AND i.id = NEW.import_id
                    AND c.year = CAST(substr(NEW.occurred_on, 1, 4) AS INTEGER)
                    AND c.month = CAST(substr(NEW.occurred_on, 6, 2) AS INTEGER))
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER ledgers_row_in_closed_month_changed BEFORE UPDATE ON ledgers_row
WHEN (EXISTS (SELECT 1 FROM closing_period p
                  WHERE p.org_id = NEW.org_id AND p.year = CAST(substr(NEW.occurred_on, 1, 4) AS INTEGER)
                    AND p.month = CAST(substr(NEW.occurred_on, 6, 2) AS INTEGER))
 AND NOT EXISTS (SELECT 1 FROM ledgers_import i
                   JOIN closing_correction_period c ON c.org_id = i.org_id AND c.correction_id = i.correction_id
                  WHERE i.org_id = NEW.org_id AND i.id = NEW.import_id
                    AND c.year = CAST(substr(NEW.occurred_on, 1, 4) AS INTEGER)
                    AND c.month = CAST(substr(NEW.occurred_on, 6, 2) AS INTEGER)))
  OR (EXISTS (SELECT 1 FROM closing_period p
                  WHERE p.org_id = OLD.org_id AND p.year = CAST(substr(OLD.occurred_on, 1, 4) AS INTEGER)
                    AND p.month = CAST(substr(OLD.occurred_on, 6, 2) AS INTEGER))
 AND NOT EXISTS (SELECT 1 FROM ledgers_import i
                   JOIN closing_correction_period c ON c.org_id = i.org_id AND c.correction_id = i.correction_id
                  WHERE i.org_id = NEW.org_id AND i.id = NEW.import_id
                    AND c.year = CAST(substr(OLD.occurred_on, 1, 4) AS INTEGER)
                    AND c.month = CAST(substr(OLD.occurred_on, 6, 2) AS INTEGER)))
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER ledgers_row_in_closed_month_stays BEFORE DELETE ON ledgers_row
WHEN EXISTS (SELECT 1 FROM closing_period p
                  WHERE p.org_id = OLD.org_id AND p.year = CAST(substr(OLD.occurred_on, 1, 4) AS INTEGER)
                    AND p.month = CAST(substr(OLD.occurred_on, 6, 2) AS INTEGER))
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER ledgers_import_no_update BEFORE UPDATE ON ledgers_import
BEGIN
    SELECT RAISE(ABORT, 'ledgers_import_is_final');
END;
