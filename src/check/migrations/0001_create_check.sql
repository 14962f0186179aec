-- A report that was checked: what was read and what was found stay as they were that day. run_id: a report of our own,
-- made from that run; digest is the file's, or that of our own report's text.
CREATE TABLE check_report (
    org_id     TEXT   NOT NULL,
    id         TEXT   NOT NULL,
    file_name  TEXT   NOT NULL CHECK (file_name <> ''),
    digest     TEXT   NOT NULL CHECK (digest <> ''),
    bytes      BIGINT NOT NULL CHECK (bytes > 0),
    run_id     TEXT   NULL,
    claims     BIGINT NOT NULL CHECK (claims >= 0),
    content    TEXT   NOT NULL,
    person     TEXT   NOT NULL,
    account    TEXT   NOT NULL,
    checked_ms BIGINT NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

-- Its findings, in the order of the text. finding_key names the same finding of the same file whenever it is checked.
CREATE TABLE check_finding (
    org_id      TEXT   NOT NULL,
    report_id   TEXT   NOT NULL,
    position    BIGINT NOT NULL CHECK (position >= 0),
    finding_key TEXT   NOT NULL,
    rule        TEXT   NOT NULL,
    severity    TEXT   NOT NULL,
    PRIMARY KEY (org_id, report_id, position),
    UNIQUE (org_id, report_id, finding_key),
    FOREIGN KEY (org_id, report_id) REFERENCES check_report (org_id, id),
    CONSTRAINT check_finding_severity CHECK (severity IN ('error', 'warning', 'note'))
);

-- Why a finding of the file with that digest may stand: 1 waives it, 2 withdraws that, 3 waives it again. Two people
-- at once cannot both be the next one.
CREATE TABLE check_waiver (
    org_id      TEXT   NOT NULL,
    digest      TEXT   NOT NULL,
    finding_key TEXT   NOT NULL,
    position    BIGINT NOT NULL CHECK (position > 0),
    report_id   TEXT   NOT NULL,
    reason      TEXT   NOT NULL CHECK (reason <> ''),
    person      TEXT   NOT NULL,
    account     TEXT   NOT NULL,
    made_ms     BIGINT NOT NULL,
    PRIMARY KEY (org_id, digest, finding_key, position),
    FOREIGN KEY (org_id, report_id, finding_key) REFERENCES check_finding (org_id, report_id, finding_key)
);

-- The foreign key of few rows.
CREATE INDEX check_waiver_finding ON check_waiver (org_id, report_id, finding_key);
