-- Parcels of land and buildings (不动产), keyed by what the office calls them.
CREATE TABLE premises_estate (
    org_id        TEXT   NOT NULL,
    kind          TEXT   NOT NULL CHECK (kind IN ('parcel', 'building')),
    code          TEXT   NOT NULL CHECK (code <> ''),
    name          TEXT   NOT NULL CHECK (name <> ''),
    unit          TEXT   NOT NULL,
    address       TEXT   NOT NULL,
    title_status  TEXT   NOT NULL CHECK (title_status IN ('registered', 'approved_to_user', 'recorded', 'unregistered')),
    title_reason  TEXT   NOT NULL,
    holder        TEXT   NOT NULL,
    certificate   TEXT   NOT NULL,
    unit_number   TEXT   NOT NULL CHECK (unit_number = '' OR LENGTH(unit_number) = 28),
    registered_on TEXT   NULL,
    note          TEXT   NOT NULL,
    land_use      TEXT   NOT NULL,
    acquired_by   TEXT   NOT NULL,
    parcel_kind   TEXT   NULL,
    parcel        TEXT   NULL,
    structure     TEXT   NOT NULL,
    completed_on  TEXT   NULL,
    floors_above  BIGINT NULL CHECK (floors_above BETWEEN 0 AND 200),
    floors_below  BIGINT NULL CHECK (floors_below BETWEEN 0 AND 20),
    PRIMARY KEY (org_id, kind, code),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id),
    FOREIGN KEY (org_id, parcel_kind, parcel) REFERENCES premises_estate (org_id, kind, code),
    CONSTRAINT premises_estate_reason_said CHECK (title_status <> 'unregistered' OR title_reason <> ''),
    CONSTRAINT premises_estate_stands_on_a_parcel CHECK ((parcel IS NULL AND parcel_kind IS NULL) OR
                                                         (parcel IS NOT NULL AND parcel_kind = 'parcel' AND kind = 'building'))
);

-- In hundredths of a square metre.
CREATE TABLE premises_area (
    org_id      TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    code        TEXT   NOT NULL,
    source      TEXT   NOT NULL CHECK (source IN ('certificate', 'survey', 'drawing', 'usable')),
    area_dm2    BIGINT NOT NULL CHECK (area_dm2 > 0),
    measured_on TEXT   NULL,
    document    TEXT   NOT NULL,
    PRIMARY KEY (org_id, kind, code, source),
    FOREIGN KEY (org_id, kind, code) REFERENCES premises_estate (org_id, kind, code)
);

CREATE TABLE premises_paper (
    org_id   TEXT NOT NULL,
    kind     TEXT NOT NULL,
    code     TEXT NOT NULL,
    paper    TEXT NOT NULL CHECK (paper IN ('land_source', 'planning', 'completion', 'survey_report', 'tax',
                                            'title_certificate', 'transfer', 'other')),
    state    TEXT NOT NULL CHECK (state IN ('held', 'missing', 'not_needed')),
    number   TEXT NOT NULL,
    dated_on TEXT NULL,
    note     TEXT NOT NULL,
    PRIMARY KEY (org_id, kind, code, paper),
    FOREIGN KEY (org_id, kind, code) REFERENCES premises_estate (org_id, kind, code)
);

CREATE TABLE premises_room (
    org_id     TEXT   NOT NULL,
    kind       TEXT   NOT NULL CHECK (kind = 'building'),
    building   TEXT   NOT NULL,
    number     TEXT   NOT NULL CHECK (number <> ''),
    floor      BIGINT NOT NULL CHECK (floor <> 0 AND floor BETWEEN -20 AND 200),
    name       TEXT   NOT NULL,
    room_use   TEXT   NOT NULL CHECK (room_use IN ('office', 'service', 'equipment', 'ancillary', 'technical')),
    usable_dm2 BIGINT NOT NULL CHECK (usable_dm2 > 0),
    unit       TEXT   NOT NULL,
    note       TEXT   NOT NULL,
    PRIMARY KEY (org_id, building, number),
    FOREIGN KEY (org_id, kind, building) REFERENCES premises_estate (org_id, kind, code)
);

-- Outlines from survey files. Coordinates are whole millimetres, north before east: "n e,n e;n e…|…", points by comma,
-- rings by semicolon, polygons by bar.
CREATE TABLE premises_shape (
    org_id      TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    code        TEXT   NOT NULL,
    epsg        BIGINT NOT NULL,
    polygons    TEXT   NOT NULL CHECK (polygons <> ''),
    area_dm2    BIGINT NOT NULL CHECK (area_dm2 > 0),
    file_name   TEXT   NOT NULL,
    file_digest TEXT   NOT NULL,
    imported_ms BIGINT NOT NULL,
    account     TEXT   NOT NULL,
    PRIMARY KEY (org_id, kind, code),
    FOREIGN KEY (org_id, kind, code) REFERENCES premises_estate (org_id, kind, code)
);

-- Unified registration (权属统一登记): who takes part, and the steps that were taken, which are only ever added.
CREATE TABLE premises_campaign (
    org_id     TEXT NOT NULL,
    code       TEXT NOT NULL CHECK (code <> ''),
    name       TEXT NOT NULL CHECK (name <> ''),
    started_on TEXT NULL,
    due_on     TEXT NULL,
    note       TEXT NOT NULL,
    PRIMARY KEY (org_id, code),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

CREATE TABLE premises_member (
    org_id   TEXT   NOT NULL,
    campaign TEXT   NOT NULL,
    code     TEXT   NOT NULL CHECK (code <> ''),
    unit     TEXT   NOT NULL CHECK (unit <> ''),
    category TEXT   NOT NULL CHECK (category IN ('agency', 'public_one', 'public_two')),
    area_dm2 BIGINT NULL CHECK (area_dm2 > 0),
    note     TEXT   NOT NULL,
    PRIMARY KEY (org_id, campaign, code),
    FOREIGN KEY (org_id, campaign) REFERENCES premises_campaign (org_id, code)
);

CREATE TABLE premises_member_building (
    org_id   TEXT   NOT NULL,
    campaign TEXT   NOT NULL,
    member   TEXT   NOT NULL,
    kind     TEXT   NOT NULL CHECK (kind = 'building'),
    building TEXT   NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (org_id, campaign, member, building),
    FOREIGN KEY (org_id, campaign, member) REFERENCES premises_member (org_id, campaign, code),
    FOREIGN KEY (org_id, kind, building) REFERENCES premises_estate (org_id, kind, code)
);

CREATE TABLE premises_member_step (
    org_id      TEXT   NOT NULL,
    campaign    TEXT   NOT NULL,
    member      TEXT   NOT NULL,
    number      BIGINT NOT NULL,
    step        TEXT   NOT NULL CHECK (step IN ('not_started', 'collecting', 'surveyed', 'applied', 'recorded', 'registered',
                                                'approved_to_user')),
    taken_on    TEXT   NOT NULL,
    document    TEXT   NOT NULL,
    note        TEXT   NOT NULL,
    account     TEXT   NOT NULL,
    recorded_ms BIGINT NOT NULL,
    PRIMARY KEY (org_id, campaign, member, number),
    FOREIGN KEY (org_id, campaign, member) REFERENCES premises_member (org_id, campaign, code)
);
