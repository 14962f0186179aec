-- Units' own ledgers (分台账): each import that changed a unit's ledger is a state of its own, the highest step is what holds.
CREATE TABLE holdings_ledger (
    org_id      TEXT   NOT NULL,
    unit        TEXT   NOT NULL CHECK (unit <> ''),
    step        BIGINT NOT NULL CHECK (step > 0),
    file_name   TEXT   NOT NULL,
    imported_on TEXT   NOT NULL,
    recorded_by TEXT   NOT NULL,
    PRIMARY KEY (org_id, unit, step),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

CREATE TABLE holdings_ledger_room (
    org_id     TEXT   NOT NULL,
    unit       TEXT   NOT NULL,
    step       BIGINT NOT NULL,
    building   TEXT   NOT NULL CHECK (building <> ''),
    number     TEXT   NOT NULL CHECK (number <> ''),
    room_use   TEXT   NOT NULL,
    usable_dm2 BIGINT NOT NULL CHECK (usable_dm2 >= 0),
    PRIMARY KEY (org_id, unit, step, building, number),
    FOREIGN KEY (org_id, unit, step) REFERENCES holdings_ledger (org_id, unit, step)
);
