-- A month (1 to 12) or a year (month 0) of an organisation that is closed: from then on what belongs to it changes by
-- corrections alone.
CREATE TABLE closing_period (
    org_id     TEXT   NOT NULL,
    year       BIGINT NOT NULL CHECK (year BETWEEN 1990 AND 2199),
    month      BIGINT NOT NULL CHECK (month BETWEEN 0 AND 12),
    closed_ms  BIGINT NOT NULL,
    account    TEXT   NOT NULL,
    open_items BIGINT NOT NULL CHECK (open_items >= 0),
    PRIMARY KEY (org_id, year, month),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

-- What a month held when it was closed, of each kind of record.
CREATE TABLE closing_content (
    org_id     TEXT   NOT NULL,
    year       BIGINT NOT NULL,
    month      BIGINT NOT NULL,
    kind       TEXT   NOT NULL CHECK (kind <> ''),
    records    BIGINT NOT NULL CHECK (records >= 0),
    amount_fen BIGINT NOT NULL,
    digest     TEXT   NOT NULL,
    PRIMARY KEY (org_id, year, month, kind),
    FOREIGN KEY (org_id, year, month) REFERENCES closing_period (org_id, year, month)
);

-- One act that changed something behind closed months: why, and the paper that it rests on. Records name it.
CREATE TABLE closing_correction (
    org_id   TEXT   NOT NULL,
    id       TEXT   NOT NULL,
    reason   TEXT   NOT NULL CHECK (reason <> ''),
    document TEXT   NOT NULL,
    account  TEXT   NOT NULL,
    made_ms  BIGINT NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

CREATE TABLE closing_correction_period (
    org_id        TEXT   NOT NULL,
    correction_id TEXT   NOT NULL,
    year          BIGINT NOT NULL,
    month         BIGINT NOT NULL,
    PRIMARY KEY (org_id, correction_id, year, month),
    FOREIGN KEY (org_id, correction_id) REFERENCES closing_correction (org_id, id),
    FOREIGN KEY (org_id, year, month) REFERENCES closing_period (org_id, year, month)
);

CREATE INDEX closing_correction_by_period ON closing_correction_period (org_id, year, month);
