-- Records dated in a closed month come, change and go with an import that names the correction of that month.
-- Whoever imports asks first and says so in words (closing::Gate); these keep the rule against everybody else.
ALTER TABLE ledgers_import ADD COLUMN correction_id TEXT NULL;

CREATE FUNCTION ledgers_row_in_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM fresh f
                WHERE EXISTS (SELECT 1 FROM closing_period p
                  WHERE p.org_id = f.org_id AND p.year = CAST(substr(f.occurred_on, 1, 4) AS BIGINT)
                    AND p.month = CAST(substr(f.occurred_on, 6, 2) AS BIGINT))
                  AND NOT EXISTS (SELECT 1 FROM ledgers_import i
                   JOIN closing_correction_period c ON c.org_id = i.org_id AND c.correction_id = i.correction_id
                  WHERE i.org_id = f.org_id AND i.id = f.import_id
                    AND c.year = CAST(substr(f.occurred_on, 1, 4) AS BIGINT)
                    AND c.month = CAST(substr(f.occurred_on, 6, 2) AS BIGINT))) THEN
        RAISE EXCEPTION 'closing_period_closed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

-- What a record was dated before: the import that it names now has to correct that month too.
CREATE FUNCTION ledgers_row_was_in_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM stale o
                 JOIN fresh f ON f.org_id = o.org_id AND f.id = o.id
                WHERE EXISTS (SELECT 1 FROM closing_period p
                  WHERE p.org_id = o.org_id AND p.year = CAST(substr(o.occurred_on, 1, 4) AS BIGINT)
                    AND p.month = CAST(substr(o.occurred_on, 6, 2) AS BIGINT))
                  AND NOT EXISTS (SELECT 1 FROM ledgers_import i
                   JOIN closing_correction_period c ON c.org_id = i.org_id AND c.correction_id = i.correction_id
                  WHERE i.org_id = f.org_id AND i.id = f.import_id
                    AND c.year = CAST(substr(o.occurred_on, 1, 4) AS BIGINT)
                    AND c.month = CAST(substr(o.occurred_on, 6, 2) AS BIGINT))) THEN
        RAISE EXCEPTION 'closing_period_closed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION ledgers_row_stays_in_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM stale o WHERE EXISTS (SELECT 1 FROM closing_period p
                  WHERE p.org_id = o.org_id AND p.year = CAST(substr(o.occurred_on, 1, 4) AS BIGINT)
                    AND p.month = CAST(substr(o.occurred_on, 6, 2) AS BIGINT))) THEN
        RAISE EXCEPTION 'closing_period_closed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER ledgers_row_in_closed_month_added AFTER INSERT ON ledgers_row REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION ledgers_row_in_closed_month();

CREATE TRIGGER ledgers_row_in_closed_month_changed AFTER UPDATE ON ledgers_row REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION ledgers_row_in_closed_month();

CREATE TRIGGER ledgers_row_was_in_closed_month AFTER UPDATE ON ledgers_row
    REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION ledgers_row_was_in_closed_month();

CREATE TRIGGER ledgers_row_stays_in_closed_month AFTER DELETE ON ledgers_row REFERENCING OLD TABLE AS stale
    FOR EACH STATEMENT EXECUTE FUNCTION ledgers_row_stays_in_closed_month();

CREATE FUNCTION ledgers_import_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ledgers_import_is_final' USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER ledgers_import_is_final BEFORE UPDATE ON ledgers_import
    FOR EACH ROW EXECUTE FUNCTION ledgers_import_is_final();
