-- What a meeting needs (服务单), one for a booking; what stands in it has its place.
CREATE TABLE meetings_service (
    org_id         TEXT   NOT NULL,
    number         TEXT   NOT NULL,
    banner         TEXT   NOT NULL,
    equipment      TEXT   NOT NULL,
    equipment_note TEXT   NOT NULL,
    requests       TEXT   NOT NULL,
    changed_by     TEXT   NOT NULL,
    changed_ms     BIGINT NOT NULL,
    version        BIGINT NOT NULL CHECK (version > 0),
    PRIMARY KEY (org_id, number),
    FOREIGN KEY (org_id, number) REFERENCES meetings_booking (org_id, number)
);

CREATE TABLE meetings_service_card (
    org_id TEXT   NOT NULL,
    number TEXT   NOT NULL,
    place  BIGINT NOT NULL CHECK (place BETWEEN 1 AND 300),
    name   TEXT   NOT NULL CHECK (name <> ''),
    unit   TEXT   NOT NULL,
    PRIMARY KEY (org_id, number, place),
    FOREIGN KEY (org_id, number) REFERENCES meetings_service (org_id, number)
);

CREATE TABLE meetings_service_refreshment (
    org_id   TEXT   NOT NULL,
    number   TEXT   NOT NULL,
    place    BIGINT NOT NULL CHECK (place > 0),
    name     TEXT   NOT NULL CHECK (name <> ''),
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (org_id, number, place),
    FOREIGN KEY (org_id, number) REFERENCES meetings_service (org_id, number)
);

CREATE TABLE meetings_service_staff (
    org_id  TEXT   NOT NULL,
    number  TEXT   NOT NULL,
    place   BIGINT NOT NULL CHECK (place > 0),
    account TEXT   NULL,
    name    TEXT   NOT NULL CHECK (name <> ''),
    PRIMARY KEY (org_id, number, place),
    CONSTRAINT meetings_service_staff_once UNIQUE (org_id, number, account),
    FOREIGN KEY (org_id, number) REFERENCES meetings_service (org_id, number)
);

-- Ticks are only ever added, the last one of an item counts. Two that tick one item from the same answer on meet at the
-- key. After the signature an answer is an addition (0004).
CREATE TABLE meetings_service_answer (
    org_id      TEXT   NOT NULL,
    number      TEXT   NOT NULL,
    stage       TEXT   NOT NULL CHECK (stage IN ('before', 'secrecy', 'during', 'after')),
    item        TEXT   NOT NULL CHECK (item <> ''),
    answer      BIGINT NOT NULL CHECK (answer > 0),
    outcome     TEXT   NOT NULL CHECK (outcome IN ('done', 'failed', 'not_needed')),
    note        TEXT   NOT NULL,
    by_whom     TEXT   NOT NULL,
    answered_ms BIGINT NOT NULL,
    recorded_ms BIGINT NOT NULL,
    is_addition BIGINT NOT NULL CHECK (is_addition IN (0, 1)),
    PRIMARY KEY (org_id, number, stage, item, answer),
    FOREIGN KEY (org_id, number) REFERENCES meetings_booking (org_id, number),
    CONSTRAINT meetings_service_answer_says_why CHECK (outcome <> 'failed' OR note <> '')
);

-- A stage is signed once. `due` is the beginning of the meeting as it stood then: moving it later makes nobody late.
CREATE TABLE meetings_service_sign_off (
    org_id  TEXT   NOT NULL,
    number  TEXT   NOT NULL,
    stage   TEXT   NOT NULL CHECK (stage IN ('before', 'secrecy', 'during', 'after')),
    by_whom TEXT   NOT NULL,
    at_ms   BIGINT NOT NULL,
    due     BIGINT NULL,
    PRIMARY KEY (org_id, number, stage),
    FOREIGN KEY (org_id, number) REFERENCES meetings_booking (org_id, number)
);

-- What changed is told to each whom it concerns, and acknowledged once.
CREATE TABLE meetings_notice (
    org_id          TEXT   NOT NULL,
    id              TEXT   NOT NULL,
    number          TEXT   NOT NULL,
    account         TEXT   NOT NULL,
    what            TEXT   NOT NULL CHECK (what IN ('moved', 'cancelled', 'refused', 'changed', 'service')),
    by_whom         TEXT   NOT NULL,
    at_ms           BIGINT NOT NULL,
    acknowledged_ms BIGINT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, number) REFERENCES meetings_booking (org_id, number),
    CONSTRAINT meetings_notice_not_to_oneself CHECK (account <> by_whom)
);
CREATE INDEX meetings_notice_account ON meetings_notice (org_id, account, id);

CREATE TABLE meetings_notice_change (
    org_id    TEXT   NOT NULL,
    id        TEXT   NOT NULL,
    place     BIGINT NOT NULL CHECK (place > 0),
    field     TEXT   NOT NULL,
    was       TEXT   NULL,
    is_now    TEXT   NULL,
    PRIMARY KEY (org_id, id, place),
    FOREIGN KEY (org_id, id) REFERENCES meetings_notice (org_id, id)
);
