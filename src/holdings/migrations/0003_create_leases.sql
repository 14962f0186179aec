-- Contracts by which offices are rented or let: every version of each, the highest is what holds. None without an approval.
CREATE TABLE holdings_lease (
    org_id      TEXT   NOT NULL,
    code        TEXT   NOT NULL CHECK (code <> ''),
    version     BIGINT NOT NULL CHECK (version > 0),
    kind        TEXT   NOT NULL CHECK (kind IN ('in', 'out')),
    party       TEXT   NOT NULL CHECK (party <> ''),
    building    TEXT   NOT NULL,
    address     TEXT   NOT NULL,
    area_dm2    BIGINT NOT NULL CHECK (area_dm2 > 0),
    approval    TEXT   NOT NULL CHECK (approval <> ''),
    from_on     TEXT   NOT NULL,
    until_on    TEXT   NOT NULL,
    yearly_fen  BIGINT NOT NULL CHECK (yearly_fen >= 0),
    note        TEXT   NOT NULL,
    recorded_by TEXT   NOT NULL,
    PRIMARY KEY (org_id, code, version),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id),
    CONSTRAINT holdings_lease_lasts CHECK (until_on >= from_on),
    CONSTRAINT holdings_lease_is_somewhere CHECK (building <> '' OR address <> '')
);

-- Rent paid to the treasury. What was wrong is taken back by an entry of its own.
CREATE TABLE holdings_lease_income (
    org_id      TEXT   NOT NULL,
    lease       TEXT   NOT NULL,
    step        BIGINT NOT NULL CHECK (step > 0),
    paid_on     TEXT   NOT NULL,
    amount_fen  BIGINT NOT NULL CHECK (amount_fen <> 0),
    document    TEXT   NOT NULL CHECK (document <> ''),
    recorded_by TEXT   NOT NULL,
    PRIMARY KEY (org_id, lease, step),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);
