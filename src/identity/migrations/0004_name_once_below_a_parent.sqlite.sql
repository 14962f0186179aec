-- Two units may both have a section of one name; below one parent a name stands once. SQLite rebuilds the table for it;
-- the tables that point at it find its rows again before the transaction ends.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE identity_org_kept AS SELECT * FROM identity_org;

DROP TABLE identity_org;

CREATE TABLE identity_org (
    org_id       TEXT   NOT NULL,
    name         TEXT   NOT NULL CHECK (name <> ''),
    region_code  TEXT   NOT NULL,
    region_name  TEXT   NOT NULL,
    created_ms   BIGINT NOT NULL,
    parent_id    TEXT   NOT NULL DEFAULT '',
    kind         TEXT   NOT NULL DEFAULT 'unit' CHECK (kind IN ('region', 'department', 'unit', 'section')),
    path         TEXT   NOT NULL DEFAULT '',
    version      BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (org_id),
    CONSTRAINT identity_org_name_once UNIQUE (parent_id, name)
);

INSERT INTO identity_org SELECT * FROM identity_org_kept;

DROP TABLE identity_org_kept;
