-- A register that a unit keeps, and what its columns mean.
CREATE TABLE ledgers_ledger (
    org_id      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    name        TEXT   NOT NULL CHECK (name <> ''),
    version     BIGINT NOT NULL,
    created_ms  BIGINT NOT NULL,
    PRIMARY KEY (org_id, id),
    CONSTRAINT ledgers_ledger_name_once UNIQUE (org_id, name),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

CREATE TABLE ledgers_column (
    org_id      TEXT   NOT NULL,
    ledger_id   TEXT   NOT NULL,
    position    BIGINT NOT NULL,
    title       TEXT   NOT NULL,
    type        TEXT   NOT NULL,
    unit        TEXT   NOT NULL,
    is_required BIGINT NOT NULL CHECK (is_required IN (0, 1)),
    is_identity BIGINT NOT NULL CHECK (is_identity IN (0, 1)),
    is_period   BIGINT NOT NULL CHECK (is_period IN (0, 1)),
    choices     TEXT   NOT NULL,
    PRIMARY KEY (org_id, ledger_id, position),
    CONSTRAINT ledgers_column_title_once UNIQUE (org_id, ledger_id, title),
    CONSTRAINT ledgers_column_type CHECK (type IN ('text', 'integer', 'decimal', 'money', 'date', 'time', 'choice',
                                                   'organisation', 'attachment')),
    FOREIGN KEY (org_id, ledger_id) REFERENCES ledgers_ledger (org_id, id)
);

-- A header text of the unit's own files, and the column it stands for.
CREATE TABLE ledgers_mapping (
    org_id      TEXT   NOT NULL,
    ledger_id   TEXT   NOT NULL,
    header      TEXT   NOT NULL,
    title       TEXT   NOT NULL,
    PRIMARY KEY (org_id, ledger_id, header),
    FOREIGN KEY (org_id, ledger_id) REFERENCES ledgers_ledger (org_id, id)
);

CREATE TABLE ledgers_import (
    org_id      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    ledger_id   TEXT   NOT NULL,
    file_name   TEXT   NOT NULL,
    file_digest TEXT   NOT NULL,
    list_digest TEXT   NOT NULL,
    records     BIGINT NOT NULL,
    added       BIGINT NOT NULL,
    changed     BIGINT NOT NULL,
    unchanged   BIGINT NOT NULL,
    missing     BIGINT NOT NULL,
    removed     BIGINT NOT NULL,
    at_ms       BIGINT NOT NULL,
    PRIMARY KEY (org_id, id),
    CONSTRAINT ledgers_import_counts CHECK (records = added + changed + unchanged AND removed <= missing),
    FOREIGN KEY (org_id, ledger_id) REFERENCES ledgers_ledger (org_id, id)
);

-- What a record says now. A removed record keeps its row: removed_ms says since when, and it counts no more.
CREATE TABLE ledgers_row (
    org_id      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    ledger_id   TEXT   NOT NULL,
    identity    TEXT   NOT NULL,
    occurred_on TEXT   NULL,
    cells       TEXT   NOT NULL,
    digest      TEXT   NOT NULL,
    place       TEXT   NOT NULL,
    import_id   TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    removed_ms  BIGINT NULL,
    PRIMARY KEY (org_id, id),
    CONSTRAINT ledgers_row_identity_once UNIQUE (org_id, ledger_id, identity),
    FOREIGN KEY (org_id, ledger_id) REFERENCES ledgers_ledger (org_id, id),
    FOREIGN KEY (org_id, import_id) REFERENCES ledgers_import (org_id, id)
);

-- What a record said before an import changed, removed or restored it.
CREATE TABLE ledgers_row_version (
    org_id      TEXT   NOT NULL,
    row_id      TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    ended_how   TEXT   NOT NULL,
    ended_ms    BIGINT NOT NULL,
    ended_by    TEXT   NOT NULL,
    cells       TEXT   NOT NULL,
    digest      TEXT   NOT NULL,
    place       TEXT   NOT NULL,
    import_id   TEXT   NOT NULL,
    PRIMARY KEY (org_id, row_id, version),
    CONSTRAINT ledgers_row_version_how CHECK (ended_how IN ('changed', 'removed', 'restored')),
    FOREIGN KEY (org_id, row_id) REFERENCES ledgers_row (org_id, id),
    FOREIGN KEY (org_id, ended_by) REFERENCES ledgers_import (org_id, id)
);
