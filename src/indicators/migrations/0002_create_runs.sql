-- Facts are frozen as a set, before anything is scored; runs name the set they scored.
CREATE TABLE indicators_fact_set (
    org_id    TEXT   NOT NULL,
    id        TEXT   NOT NULL,
    year      BIGINT NOT NULL,
    as_of     TEXT   NOT NULL,
    frozen_ms BIGINT NOT NULL,
    digest    TEXT   NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

-- value, fact_numerator and denominator are exact fractions, "200/3"; a missing value is NULL and has its reason.
CREATE TABLE indicators_fact (
    org_id         TEXT   NOT NULL,
    set_id         TEXT   NOT NULL,
    position       BIGINT NOT NULL,
    id             TEXT   NOT NULL,
    kind           TEXT   NOT NULL CHECK (kind IN ('indicator', 'supporting', 'manual', 'execution')),
    code           TEXT   NOT NULL,
    name           TEXT   NOT NULL,
    value          TEXT   NULL,
    unit           TEXT   NOT NULL,
    decimals       BIGINT NULL,
    words          TEXT   NOT NULL,
    fact_numerator TEXT   NULL,
    denominator    TEXT   NULL,
    formula        TEXT   NOT NULL,
    definition     TEXT   NOT NULL,
    fact_period    TEXT   NOT NULL,
    fact_source    TEXT   NOT NULL,
    source         TEXT   NOT NULL,
    method         TEXT   NOT NULL,
    field          TEXT   NOT NULL,
    filter         TEXT   NOT NULL,
    numerator      TEXT   NOT NULL,
    period         TEXT   NOT NULL,
    empty_cells    BIGINT NOT NULL,
    undated        BIGINT NOT NULL,
    missing_code   TEXT   NULL,
    missing_args   TEXT   NOT NULL,
    digest         TEXT   NOT NULL,
    PRIMARY KEY (org_id, set_id, position),
    CONSTRAINT indicators_fact_once UNIQUE (org_id, id),
    CONSTRAINT indicators_fact_value_or_reason CHECK (value IS NOT NULL OR words <> '' OR missing_code IS NOT NULL),
    FOREIGN KEY (org_id, set_id) REFERENCES indicators_fact_set (org_id, id)
);

CREATE TABLE indicators_fact_record (
    org_id    TEXT   NOT NULL,
    fact_id   TEXT   NOT NULL,
    position  BIGINT NOT NULL,
    record_id TEXT   NOT NULL,
    digest    TEXT   NOT NULL,
    place     TEXT   NOT NULL,
    role      TEXT   NOT NULL CHECK (role IN ('counted', 'compared')),
    PRIMARY KEY (org_id, fact_id, position),
    FOREIGN KEY (org_id, fact_id) REFERENCES indicators_fact (org_id, id)
);

-- Points in hundredths; execution_rate is an exact fraction. digest is the SM3 of the run as serialised() writes it.
CREATE TABLE indicators_run (
    org_id                 TEXT   NOT NULL,
    id                     TEXT   NOT NULL,
    year                   BIGINT NOT NULL,
    as_of                  TEXT   NOT NULL,
    at_ms                  BIGINT NOT NULL,
    actor                  TEXT   NOT NULL,
    set_id                 TEXT   NOT NULL,
    facts_digest           TEXT   NOT NULL,
    rule_set               TEXT   NOT NULL,
    rule_set_title         TEXT   NOT NULL,
    rule_set_digest        TEXT   NOT NULL,
    execution_rate         TEXT   NULL,
    execution_hundredths   BIGINT NULL,
    execution_weight_hundredths BIGINT NULL,
    indicators_hundredths  BIGINT NOT NULL,
    total_hundredths       BIGINT NULL,
    grade                  TEXT   NULL,
    corrects               TEXT   NULL,
    why                    TEXT   NOT NULL,
    digest                 TEXT   NOT NULL,
    PRIMARY KEY (org_id, id),
    CONSTRAINT indicators_run_says_why CHECK (corrects IS NULL OR why <> ''),
    FOREIGN KEY (org_id, set_id) REFERENCES indicators_fact_set (org_id, id),
    FOREIGN KEY (org_id, corrects) REFERENCES indicators_run (org_id, id)
);

-- The fact behind a row is the one of its code in the run's set, of kind indicator or manual.
CREATE TABLE indicators_run_row (
    org_id            TEXT   NOT NULL,
    run_id            TEXT   NOT NULL,
    position          BIGINT NOT NULL,
    code              TEXT   NOT NULL,
    goal              TEXT   NOT NULL,
    level1            TEXT   NOT NULL,
    level2            TEXT   NOT NULL,
    name              TEXT   NOT NULL,
    target            TEXT   NOT NULL,
    unit              TEXT   NOT NULL,
    actual            TEXT   NOT NULL,
    weight_hundredths BIGINT NULL,
    score_hundredths  BIGINT NULL,
    reason            TEXT   NOT NULL,
    band              TEXT   NOT NULL,
    published         TEXT   NULL,
    note              TEXT   NOT NULL,
    version           BIGINT NOT NULL,
    PRIMARY KEY (org_id, run_id, position),
    FOREIGN KEY (org_id, run_id) REFERENCES indicators_run (org_id, id)
);

-- row_position 0: a finding of the whole.
CREATE TABLE indicators_run_finding (
    org_id       TEXT   NOT NULL,
    run_id       TEXT   NOT NULL,
    position     BIGINT NOT NULL,
    row_position BIGINT NOT NULL,
    rule         TEXT   NOT NULL,
    severity     TEXT   NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
    args         TEXT   NOT NULL,
    places       TEXT   NOT NULL,
    numbers      TEXT   NOT NULL,
    PRIMARY KEY (org_id, run_id, position),
    FOREIGN KEY (org_id, run_id) REFERENCES indicators_run (org_id, id)
);
