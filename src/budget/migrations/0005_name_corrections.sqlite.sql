-- What is dated in a closed month names the correction that it was recorded with. Whoever writes asks first and says so
-- in words (closing::Gate); these keep the rule against everybody else. A correction that was never made for the record's
-- month is none. What is older than its year belongs to the year's January.
ALTER TABLE budget_line ADD COLUMN correction_id TEXT NULL;
ALTER TABLE budget_payment ADD COLUMN correction_id TEXT NULL;
ALTER TABLE budget_document ADD COLUMN correction_id TEXT NULL;
ALTER TABLE budget_contract ADD COLUMN correction_id TEXT NULL;

CREATE TRIGGER budget_payment_in_closed_month BEFORE INSERT ON budget_payment
WHEN (NEW.correction_id IS NOT NULL
      OR EXISTS (SELECT 1 FROM closing_period p
                  WHERE p.org_id = NEW.org_id AND p.year = NEW.fiscal_year
                    AND p.month = CAST(substr(NEW.paid_on, 6, 2) AS INTEGER)))
 AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                  WHERE c.org_id = NEW.org_id AND c.correction_id = NEW.correction_id
                    AND c.year = NEW.fiscal_year
                    AND c.month = CAST(substr(NEW.paid_on, 6, 2) AS INTEGER))
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER budget_document_in_closed_month BEFORE INSERT ON budget_document
WHEN (NEW.correction_id IS NOT NULL
      OR EXISTS (SELECT 1 FROM closing_period p
                  WHERE p.org_id = NEW.org_id AND p.year = NEW.fiscal_year
                    AND p.month = CASE WHEN NEW.issued_on < CAST(NEW.fiscal_year AS TEXT) THEN 1
                                   ELSE CAST(substr(NEW.issued_on, 6, 2) AS INTEGER) END))
 AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                  WHERE c.org_id = NEW.org_id AND c.correction_id = NEW.correction_id
                    AND c.year = NEW.fiscal_year
                    AND c.month = CASE WHEN NEW.issued_on < CAST(NEW.fiscal_year AS TEXT) THEN 1
                                   ELSE CAST(substr(NEW.issued_on, 6, 2) AS INTEGER) END)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER budget_contract_in_closed_month BEFORE INSERT ON budget_contract
WHEN (NEW.correction_id IS NOT NULL
      OR EXISTS (SELECT 1 FROM closing_period p
                  WHERE p.org_id = NEW.org_id AND p.year = NEW.fiscal_year
                    AND p.month = CASE WHEN NEW.signed_on < CAST(NEW.fiscal_year AS TEXT) THEN 1
                                   ELSE CAST(substr(NEW.signed_on, 6, 2) AS INTEGER) END))
 AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                  WHERE c.org_id = NEW.org_id AND c.correction_id = NEW.correction_id
                    AND c.year = NEW.fiscal_year
                    AND c.month = CASE WHEN NEW.signed_on < CAST(NEW.fiscal_year AS TEXT) THEN 1
                                   ELSE CAST(substr(NEW.signed_on, 6, 2) AS INTEGER) END)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

-- A line belongs to its year as a whole.
CREATE TRIGGER budget_line_in_closed_year BEFORE INSERT ON budget_line
WHEN (NEW.correction_id IS NOT NULL
      OR EXISTS (SELECT 1 FROM closing_period p
                  WHERE p.org_id = NEW.org_id AND p.year = NEW.fiscal_year AND p.month = 0))
 AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                  WHERE c.org_id = NEW.org_id AND c.correction_id = NEW.correction_id AND c.year = NEW.fiscal_year
                    AND c.month = 0)
BEGIN
    SELECT RAISE(ABORT, 'closing_period_closed');
END;

CREATE TRIGGER budget_contract_keeps_correction BEFORE UPDATE OF correction_id ON budget_contract
BEGIN
    SELECT RAISE(ABORT, 'budget_contract_is_final');
END;
