CREATE TABLE holdings_stocktake (
    org_id    TEXT NOT NULL,
    code      TEXT NOT NULL CHECK (code <> ''),
    name      TEXT NOT NULL CHECK (name <> ''),
    opened_on TEXT NOT NULL,
    closed_on TEXT,
    PRIMARY KEY (org_id, code),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

CREATE TABLE holdings_stocktake_building (
    org_id    TEXT NOT NULL,
    stocktake TEXT NOT NULL,
    building  TEXT NOT NULL,
    PRIMARY KEY (org_id, stocktake, building),
    FOREIGN KEY (org_id, stocktake) REFERENCES holdings_stocktake (org_id, code)
);

-- What the register said when the stocktake opened.
CREATE TABLE holdings_expected_room (
    org_id        TEXT   NOT NULL,
    stocktake     TEXT   NOT NULL,
    building      TEXT   NOT NULL,
    number        TEXT   NOT NULL,
    building_name TEXT   NOT NULL,
    floor         BIGINT NOT NULL,
    unit          TEXT   NOT NULL,
    usable_dm2    BIGINT NOT NULL CHECK (usable_dm2 > 0),
    PRIMARY KEY (org_id, stocktake, building, number),
    FOREIGN KEY (org_id, stocktake) REFERENCES holdings_stocktake (org_id, code)
);

-- What somebody saw, under the id that the device made.
CREATE TABLE holdings_entry (
    org_id      TEXT   NOT NULL,
    stocktake   TEXT   NOT NULL,
    id          TEXT   NOT NULL CHECK (id <> ''),
    building    TEXT   NOT NULL CHECK (building <> ''),
    number      TEXT   NOT NULL CHECK (number <> ''),
    unit        TEXT   NOT NULL,
    state       TEXT   NOT NULL CHECK (state IN ('in_use', 'vacant', 'locked', 'damaged')),
    note        TEXT   NOT NULL,
    counted_ms  BIGINT NOT NULL,
    counted_by  TEXT   NOT NULL,
    PRIMARY KEY (org_id, stocktake, id),
    FOREIGN KEY (org_id, stocktake) REFERENCES holdings_stocktake (org_id, code)
);

-- The result of a closed stocktake, as it was when it closed.
CREATE TABLE holdings_line (
    org_id        TEXT   NOT NULL,
    stocktake     TEXT   NOT NULL,
    position      BIGINT NOT NULL,
    building      TEXT   NOT NULL,
    building_name TEXT   NOT NULL,
    number        TEXT   NOT NULL,
    outcome       TEXT   NOT NULL CHECK (outcome IN ('matching', 'missing', 'elsewhere', 'duplicate', 'unlisted')),
    usable_dm2    BIGINT,
    expected_unit TEXT   NOT NULL,
    entry         TEXT,
    PRIMARY KEY (org_id, stocktake, position),
    FOREIGN KEY (org_id, stocktake) REFERENCES holdings_stocktake (org_id, code),
    FOREIGN KEY (org_id, stocktake, entry) REFERENCES holdings_entry (org_id, stocktake, id)
);

CREATE TABLE holdings_idle_decision (
    org_id       TEXT   NOT NULL,
    building     TEXT   NOT NULL,
    number       TEXT   NOT NULL,
    step         BIGINT NOT NULL CHECK (step > 0),
    vacant_since TEXT   NOT NULL,
    state        TEXT   NOT NULL CHECK (state IN ('offered', 'transferred', 'let', 'kept')),
    unit         TEXT   NOT NULL,
    decided_on   TEXT   NOT NULL,
    document     TEXT   NOT NULL CHECK (document <> ''),
    recorded_by  TEXT   NOT NULL,
    PRIMARY KEY (org_id, building, number, step),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id),
    CHECK ((state = 'transferred') = (unit <> ''))
);
