-- What is dated in a closed month names the correction that it was recorded with. Whoever writes asks first and says so
-- in words (closing::Gate); these keep the rule against everybody else. A correction that was never made for the record's
-- month is none. What is older than its year belongs to the year's January.
ALTER TABLE budget_line ADD COLUMN correction_id TEXT NULL;
ALTER TABLE budget_payment ADD COLUMN correction_id TEXT NULL;
ALTER TABLE budget_document ADD COLUMN correction_id TEXT NULL;
ALTER TABLE budget_contract ADD COLUMN correction_id TEXT NULL;

CREATE FUNCTION budget_payment_in_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM fresh f
                WHERE (f.correction_id IS NOT NULL
                       OR EXISTS (SELECT 1 FROM closing_period p
                                   WHERE p.org_id = f.org_id AND p.year = f.fiscal_year
                                     AND p.month = CAST(substr(f.paid_on, 6, 2) AS BIGINT)))
                  AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                                   WHERE c.org_id = f.org_id AND c.correction_id = f.correction_id
                                     AND c.year = f.fiscal_year
                                     AND c.month = CAST(substr(f.paid_on, 6, 2) AS BIGINT))) THEN
        RAISE EXCEPTION 'closing_period_closed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER budget_payment_in_closed_month AFTER INSERT ON budget_payment REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION budget_payment_in_closed_month();

CREATE FUNCTION budget_document_in_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM fresh f
                WHERE (f.correction_id IS NOT NULL
                       OR EXISTS (SELECT 1 FROM closing_period p
                                   WHERE p.org_id = f.org_id AND p.year = f.fiscal_year
                                     AND p.month = CASE WHEN f.issued_on < CAST(f.fiscal_year AS TEXT) THEN 1
                                   ELSE CAST(substr(f.issued_on, 6, 2) AS BIGINT) END))
                  AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                                   WHERE c.org_id = f.org_id AND c.correction_id = f.correction_id
                                     AND c.year = f.fiscal_year
                                     AND c.month = CASE WHEN f.issued_on < CAST(f.fiscal_year AS TEXT) THEN 1
                                   ELSE CAST(substr(f.issued_on, 6, 2) AS BIGINT) END)) THEN
        RAISE EXCEPTION 'closing_period_closed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER budget_document_in_closed_month AFTER INSERT ON budget_document REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION budget_document_in_closed_month();

CREATE FUNCTION budget_contract_in_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM fresh f
                WHERE (f.correction_id IS NOT NULL
                       OR EXISTS (SELECT 1 FROM closing_period p
                                   WHERE p.org_id = f.org_id AND p.year = f.fiscal_year
                                     AND p.month = CASE WHEN f.signed_on < CAST(f.fiscal_year AS TEXT) THEN 1
                                   ELSE CAST(substr(f.signed_on, 6, 2) AS BIGINT) END))
                  AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                                   WHERE c.org_id = f.org_id AND c.correction_id = f.correction_id
                                     AND c.year = f.fiscal_year
                                     AND c.month = CASE WHEN f.signed_on < CAST(f.fiscal_year AS TEXT) THEN 1
                                   ELSE CAST(substr(f.signed_on, 6, 2) AS BIGINT) END)) THEN
        RAISE EXCEPTION 'closing_period_closed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER budget_contract_in_closed_month AFTER INSERT ON budget_contract REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION budget_contract_in_closed_month();

-- A line belongs to its year as a whole.
CREATE FUNCTION budget_line_in_closed_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM fresh f
                WHERE (f.correction_id IS NOT NULL
                       OR EXISTS (SELECT 1 FROM closing_period p
                                   WHERE p.org_id = f.org_id AND p.year = f.fiscal_year AND p.month = 0))
                  AND NOT EXISTS (SELECT 1 FROM closing_correction_period c
                                   WHERE c.org_id = f.org_id AND c.correction_id = f.correction_id
                                     AND c.year = f.fiscal_year AND c.month = 0)) THEN
        RAISE EXCEPTION 'closing_period_closed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER budget_line_in_closed_year AFTER INSERT ON budget_line REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION budget_line_in_closed_year();

CREATE TRIGGER budget_contract_keeps_correction BEFORE UPDATE OF correction_id ON budget_contract
    FOR EACH ROW EXECUTE FUNCTION budget_entry_is_final();
