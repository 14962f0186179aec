-- What a unit set out to do in a year: goals, indicators as first set, documents that changed them, supporting measures.
CREATE TABLE indicators_goal (
    org_id           TEXT   NOT NULL,
    year             BIGINT NOT NULL,
    number           TEXT   NOT NULL CHECK (number <> ''),
    position         BIGINT NOT NULL,
    text             TEXT   NOT NULL CHECK (text <> ''),
    share_hundredths BIGINT NULL CHECK (share_hundredths BETWEEN 0 AND 10000),
    PRIMARY KEY (org_id, year, number),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

-- Every part as written; only the weight is a number, in hundredths of a point.
CREATE TABLE indicators_indicator (
    org_id            TEXT   NOT NULL,
    year              BIGINT NOT NULL,
    code              TEXT   NOT NULL CHECK (code <> ''),
    position          BIGINT NOT NULL,
    goal              TEXT   NOT NULL,
    level1            TEXT   NOT NULL,
    level2            TEXT   NOT NULL,
    name              TEXT   NOT NULL CHECK (name <> ''),
    sign              TEXT   NOT NULL,
    target            TEXT   NOT NULL,
    unit              TEXT   NOT NULL,
    weight_hundredths BIGINT NULL CHECK (weight_hundredths BETWEEN 0 AND 10000),
    source            TEXT   NOT NULL,
    method            TEXT   NOT NULL,
    field             TEXT   NOT NULL,
    filter            TEXT   NOT NULL,
    numerator         TEXT   NOT NULL,
    period            TEXT   NOT NULL,
    definition        TEXT   NOT NULL,
    PRIMARY KEY (org_id, year, code),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

CREATE TABLE indicators_revision (
    org_id    TEXT   NOT NULL,
    year      BIGINT NOT NULL,
    document  TEXT   NOT NULL CHECK (document <> ''),
    dated_on  TEXT   NOT NULL,
    position  BIGINT NOT NULL,
    PRIMARY KEY (org_id, year, document),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

CREATE TABLE indicators_revision_change (
    org_id      TEXT   NOT NULL,
    year        BIGINT NOT NULL,
    document    TEXT   NOT NULL,
    position    BIGINT NOT NULL,
    kind        TEXT   NOT NULL CHECK (kind IN ('add', 'change', 'remove')),
    code        TEXT   NOT NULL,
    part        TEXT   NOT NULL,
    before_text TEXT   NOT NULL,
    after_text  TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    PRIMARY KEY (org_id, year, document, position),
    FOREIGN KEY (org_id, year, document) REFERENCES indicators_revision (org_id, year, document) ON DELETE CASCADE
);

CREATE TABLE indicators_support (
    org_id     TEXT   NOT NULL,
    year       BIGINT NOT NULL,
    code       TEXT   NOT NULL CHECK (code <> ''),
    position   BIGINT NOT NULL,
    name       TEXT   NOT NULL,
    source     TEXT   NOT NULL,
    method     TEXT   NOT NULL,
    field      TEXT   NOT NULL,
    filter     TEXT   NOT NULL,
    numerator  TEXT   NOT NULL,
    period     TEXT   NOT NULL,
    definition TEXT   NOT NULL,
    unit       TEXT   NOT NULL,
    decimals   BIGINT NULL CHECK (decimals BETWEEN 0 AND 9),
    PRIMARY KEY (org_id, year, code),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

-- What people enter by hand. Nothing is overwritten: the newest entry of an indicator counts.
CREATE TABLE indicators_entry (
    org_id     TEXT   NOT NULL,
    id         TEXT   NOT NULL,
    year       BIGINT NOT NULL,
    code       TEXT   NOT NULL CHECK (code <> ''),
    actual     TEXT   NOT NULL,
    band       TEXT   NOT NULL,
    published  TEXT   NOT NULL,
    remark     TEXT   NOT NULL,
    entered_ms BIGINT NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

CREATE TABLE indicators_note (
    org_id     TEXT   NOT NULL,
    id         TEXT   NOT NULL,
    year       BIGINT NOT NULL,
    code       TEXT   NOT NULL CHECK (code <> ''),
    kind       TEXT   NOT NULL CHECK (kind IN ('cause', 'excess', 'measure')),
    text       TEXT   NOT NULL,
    entered_ms BIGINT NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

-- The file itself lies in the data folder under its digest; a row is written after its file.
CREATE TABLE indicators_evidence (
    org_id    TEXT   NOT NULL,
    year      BIGINT NOT NULL,
    code      TEXT   NOT NULL CHECK (code <> ''),
    file_name TEXT   NOT NULL CHECK (file_name <> ''),
    digest    TEXT   NOT NULL,
    bytes     BIGINT NOT NULL CHECK (bytes >= 0),
    added_ms  BIGINT NOT NULL,
    PRIMARY KEY (org_id, year, code, file_name, digest),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);
