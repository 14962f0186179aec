-- Organisations form a tree: region, department, unit, section. `path` names all from the top down: /region/unit/.
-- Whoever stands at the top has an empty parent.
ALTER TABLE identity_org ADD COLUMN parent_id TEXT NOT NULL DEFAULT '';
ALTER TABLE identity_org ADD COLUMN kind TEXT NOT NULL DEFAULT 'unit'
    CHECK (kind IN ('region', 'department', 'unit', 'section'));
ALTER TABLE identity_org ADD COLUMN path TEXT NOT NULL DEFAULT '';
ALTER TABLE identity_org ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
UPDATE identity_org SET path = '/' || org_id || '/';

-- People are disabled, never deleted: what they did keeps their name. Passwords are hashes, secrets of second factors
-- are sealed with a key outside the database; `totp_pending` waits for its first code.
CREATE TABLE identity_person (
    org_id              TEXT   NOT NULL,
    id                  TEXT   NOT NULL,
    account             TEXT   NOT NULL CHECK (account <> ''),
    name                TEXT   NOT NULL CHECK (name <> ''),
    section_id          TEXT   NULL,
    is_active           BIGINT NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    password            TEXT   NULL,
    password_set_ms     BIGINT NULL,
    password_expires_ms BIGINT NULL,
    must_change         BIGINT NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
    totp_secret         TEXT   NULL,
    totp_pending        TEXT   NULL,
    totp_last_step      BIGINT NOT NULL DEFAULT 0,
    created_ms          BIGINT NOT NULL,
    version             BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (org_id, id),
    CONSTRAINT identity_person_account_once UNIQUE (org_id, account),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

-- A reference table: an account is one of the whole installation, so that signing in needs no organisation.
CREATE TABLE identity_account (
    account    TEXT NOT NULL,
    org_id     TEXT NOT NULL,
    person_id  TEXT NOT NULL,
    PRIMARY KEY (account)
);

CREATE TABLE identity_past_password (
    org_id     TEXT   NOT NULL,
    person_id  TEXT   NOT NULL,
    set_ms     BIGINT NOT NULL,
    password   TEXT   NOT NULL,
    PRIMARY KEY (org_id, person_id, set_ms),
    FOREIGN KEY (org_id, person_id) REFERENCES identity_person (org_id, id)
);

-- One role of one person. The system administrator proposes, the security administrator decides.
CREATE TABLE identity_grant (
    org_id      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    person_id   TEXT   NOT NULL,
    role        TEXT   NOT NULL,
    scope       TEXT   NOT NULL CHECK (scope IN ('own', 'section', 'unit', 'unit_and_below', 'all')),
    state       TEXT   NOT NULL CHECK (state IN ('proposed', 'active', 'refused', 'revoked')),
    proposed_by TEXT   NOT NULL,
    proposed_ms BIGINT NOT NULL,
    decided_by  TEXT   NULL,
    decided_ms  BIGINT NULL,
    revoked_by  TEXT   NULL,
    revoked_ms  BIGINT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, person_id) REFERENCES identity_person (org_id, id),
    CONSTRAINT identity_grant_two_people CHECK (decided_by IS NULL OR decided_by <> proposed_by)
);

CREATE UNIQUE INDEX identity_grant_once ON identity_grant (org_id, person_id, role)
    WHERE state IN ('proposed', 'active');

-- Only digests of tokens are kept: who reads the database cannot sign in with it.
CREATE TABLE identity_session (
    org_id       TEXT   NOT NULL,
    token_digest TEXT   NOT NULL,
    id           TEXT   NOT NULL,
    person_id    TEXT   NOT NULL,
    csrf         TEXT   NOT NULL,
    origin       TEXT   NOT NULL,
    agent        TEXT   NOT NULL,
    opened_by    TEXT   NOT NULL CHECK (opened_by IN ('password', 'code')),
    created_ms   BIGINT NOT NULL,
    seen_ms      BIGINT NOT NULL,
    ended_ms     BIGINT NULL,
    ended_why    TEXT   NULL,
    PRIMARY KEY (org_id, token_digest),
    CONSTRAINT identity_session_id_once UNIQUE (org_id, id),
    FOREIGN KEY (org_id, person_id) REFERENCES identity_person (org_id, id)
);

-- A code opens one session, once and for a short time: a new person's first, or after a forgotten password.
CREATE TABLE identity_code (
    org_id      TEXT   NOT NULL,
    code_digest TEXT   NOT NULL,
    person_id   TEXT   NOT NULL,
    expires_ms  BIGINT NOT NULL,
    used_ms     BIGINT NULL,
    PRIMARY KEY (org_id, code_digest),
    FOREIGN KEY (org_id, person_id) REFERENCES identity_person (org_id, id)
);

-- A reference table: accounts that are tried, whether they exist or not.
CREATE TABLE identity_failure (
    account         TEXT   NOT NULL,
    failures        BIGINT NOT NULL,
    locks           BIGINT NOT NULL,
    locked_until_ms BIGINT NOT NULL,
    last_ms         BIGINT NOT NULL,
    PRIMARY KEY (account)
);

-- The answer to a request with an effect, kept in the transaction of the effect.
CREATE TABLE identity_replay (
    org_id         TEXT   NOT NULL,
    person_id      TEXT   NOT NULL,
    key            TEXT   NOT NULL,
    request_digest TEXT   NOT NULL,
    status         BIGINT NOT NULL,
    headers        TEXT   NOT NULL,
    body           TEXT   NOT NULL,
    answered_ms    BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id, key)
);

-- What somebody has typed and not sent yet, and how they like their pages: theirs alone, for each organisation they work on.
CREATE TABLE identity_draft (
    org_id    TEXT   NOT NULL,
    person_id TEXT   NOT NULL,
    name      TEXT   NOT NULL,
    value     TEXT   NOT NULL,
    saved_ms  BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id, name),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

CREATE TABLE identity_preference (
    org_id    TEXT   NOT NULL,
    person_id TEXT   NOT NULL,
    name      TEXT   NOT NULL,
    value     TEXT   NOT NULL,
    saved_ms  BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id, name),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

-- The record's own digest stands in its row, in the transaction of the change. Empty in records older than this.
ALTER TABLE identity_audit ADD COLUMN digest TEXT NOT NULL DEFAULT '';

-- Records that are no link of their chain yet: linking them at once would put all changes of an organisation in a queue.
CREATE TABLE identity_audit_unsealed (
    org_id   TEXT NOT NULL,
    audit_id TEXT NOT NULL,
    PRIMARY KEY (org_id, audit_id),
    FOREIGN KEY (org_id, audit_id) REFERENCES identity_audit (org_id, id)
);
INSERT INTO identity_audit_unsealed (org_id, audit_id) SELECT org_id, id FROM identity_audit;

CREATE TABLE identity_audit_seal (
    org_id        TEXT   NOT NULL,
    sequence      BIGINT NOT NULL CHECK (sequence > 0),
    audit_id      TEXT   NOT NULL,
    record_digest TEXT   NOT NULL,
    chain_digest  TEXT   NOT NULL,
    PRIMARY KEY (org_id, sequence),
    CONSTRAINT identity_audit_seal_once UNIQUE (org_id, audit_id),
    FOREIGN KEY (org_id, audit_id) REFERENCES identity_audit (org_id, id)
);
