-- Who has had each room since when; '' is nobody. Only ever added: a room that leaves the register keeps its past.
CREATE TABLE premises_room_use (
    org_id      TEXT   NOT NULL,
    kind        TEXT   NOT NULL CHECK (kind = 'building'),
    building    TEXT   NOT NULL,
    number      TEXT   NOT NULL CHECK (number <> ''),
    step        BIGINT NOT NULL CHECK (step > 0),
    from_on     TEXT   NOT NULL,
    unit        TEXT   NOT NULL,
    document    TEXT   NOT NULL,
    recorded_by TEXT   NOT NULL,
    PRIMARY KEY (org_id, building, number, step),
    FOREIGN KEY (org_id, kind, building) REFERENCES premises_estate (org_id, kind, code)
);

-- Of rooms that were there before nobody knows since when; what is known begins today.
INSERT INTO premises_room_use (org_id, kind, building, number, step, from_on, unit, document, recorded_by)
SELECT r.org_id, r.kind, r.building, r.number, 1, CAST(CURRENT_DATE AS TEXT), r.unit, '', 'migration'
  FROM premises_room r;
