-- Organisations are a reference table: any slice's foreign key may name it, no other slice owns organisations.
CREATE TABLE identity_org (
    org_id       TEXT   NOT NULL,
    name         TEXT   NOT NULL CHECK (name <> ''),
    region_code  TEXT   NOT NULL,
    region_name  TEXT   NOT NULL,
    created_ms   BIGINT NOT NULL,
    PRIMARY KEY (org_id),
    CONSTRAINT identity_org_name_once UNIQUE (name)
);

-- One record per change, written in the transaction of the change.
CREATE TABLE identity_audit (
    org_id        TEXT   NOT NULL,
    id            TEXT   NOT NULL,
    at_ms         BIGINT NOT NULL,
    actor         TEXT   NOT NULL,
    origin        TEXT   NOT NULL,
    action        TEXT   NOT NULL,
    subject       TEXT   NOT NULL,
    before_digest TEXT   NULL,
    after_digest  TEXT   NULL,
    detail        TEXT   NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);
