-- Equipment, what is looked at when, and what is repaired. Times are whole seconds since 1970.
CREATE TABLE repairs_equipment (
    org_id      TEXT   NOT NULL,
    code        TEXT   NOT NULL CHECK (code <> ''),
    name        TEXT   NOT NULL CHECK (name <> ''),
    kind        TEXT   NOT NULL CHECK (kind <> ''),
    room        TEXT   NOT NULL,
    place       TEXT   NOT NULL,
    model       TEXT   NOT NULL,
    since       TEXT   NULL,
    is_active   BIGINT NOT NULL CHECK (is_active IN (0, 1)),
    note        TEXT   NOT NULL,
    report_code TEXT   NOT NULL CHECK (length(report_code) = 32),
    version     BIGINT NOT NULL,
    PRIMARY KEY (org_id, code),
    CONSTRAINT repairs_equipment_report_code UNIQUE (org_id, report_code),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id),
    CONSTRAINT repairs_equipment_is_somewhere CHECK ((room = '') <> (place = ''))
);

-- The items of a plan are a list with a line each.
CREATE TABLE repairs_plan (
    org_id     TEXT   NOT NULL,
    code       TEXT   NOT NULL CHECK (code <> ''),
    name       TEXT   NOT NULL CHECK (name <> ''),
    kind       TEXT   NOT NULL CHECK (kind <> ''),
    every_days BIGINT NOT NULL CHECK (every_days BETWEEN 1 AND 3660),
    first_day  TEXT   NOT NULL,
    items      TEXT   NOT NULL CHECK (items <> ''),
    is_active  BIGINT NOT NULL CHECK (is_active IN (0, 1)),
    version    BIGINT NOT NULL,
    PRIMARY KEY (org_id, code),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

-- A photo is a file of the data folder under its digest; the same picture sent twice is two photos and one file.
CREATE TABLE repairs_photo (
    org_id  TEXT   NOT NULL,
    photo   TEXT   NOT NULL,
    digest  TEXT   NOT NULL,
    bytes   BIGINT NOT NULL CHECK (bytes > 0),
    type    TEXT   NOT NULL CHECK (type IN ('image/jpeg', 'image/png')),
    by_whom TEXT   NOT NULL,
    at_ms   BIGINT NOT NULL,
    PRIMARY KEY (org_id, photo),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

CREATE TABLE repairs_order (
    org_id      TEXT   NOT NULL,
    number      TEXT   NOT NULL,
    year        BIGINT NOT NULL,
    serial      BIGINT NOT NULL CHECK (serial > 0),
    equipment   TEXT   NULL,
    room        TEXT   NOT NULL,
    place       TEXT   NOT NULL,
    fault       TEXT   NOT NULL CHECK (fault <> ''),
    source      TEXT   NOT NULL CHECK (source IN ('person', 'inspection', 'qr', 'import')),
    state       TEXT   NOT NULL CHECK (state IN ('submitted', 'open', 'paused', 'repaired', 'accepted', 'rejected', 'cancelled')),
    reported    BIGINT NOT NULL CHECK (reported >= 0),
    reported_by TEXT   NOT NULL CHECK (reported_by <> ''),
    contact     TEXT   NOT NULL,
    repaired    BIGINT NULL CHECK (repaired >= reported),
    repaired_by TEXT   NOT NULL,
    work        TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    identity    TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    PRIMARY KEY (org_id, number),
    CONSTRAINT repairs_order_serial UNIQUE (org_id, year, serial),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id),
    FOREIGN KEY (org_id, equipment) REFERENCES repairs_equipment (org_id, code),
    CONSTRAINT repairs_order_is_repaired CHECK ((state IN ('repaired', 'accepted')) = (repaired IS NOT NULL)),
    CONSTRAINT repairs_order_says_why CHECK (state NOT IN ('rejected', 'cancelled') OR reason <> ''),
    CONSTRAINT repairs_order_is_somewhere CHECK (equipment IS NOT NULL OR room <> '' OR place <> '')
);
CREATE UNIQUE INDEX repairs_order_identity ON repairs_order (org_id, source, identity) WHERE identity <> '';
CREATE INDEX repairs_order_time ON repairs_order (org_id, reported);

CREATE TABLE repairs_pause (
    org_id       TEXT   NOT NULL,
    order_number TEXT   NOT NULL,
    starts       BIGINT NOT NULL,
    ends         BIGINT NULL,
    reason       TEXT   NOT NULL CHECK (reason IN ('waiting_for_parts', 'meeting_in_progress', 'room_in_use', 'asked_by_reporter')),
    note         TEXT   NOT NULL,
    PRIMARY KEY (org_id, order_number, starts),
    FOREIGN KEY (org_id, order_number) REFERENCES repairs_order (org_id, number),
    CHECK (ends > starts)
);
CREATE UNIQUE INDEX repairs_pause_goes_on_once ON repairs_pause (org_id, order_number) WHERE ends IS NULL;

-- What happened to an order: only ever added.
CREATE TABLE repairs_step (
    org_id       TEXT   NOT NULL,
    order_number TEXT   NOT NULL,
    step         BIGINT NOT NULL CHECK (step > 0),
    action       TEXT   NOT NULL CHECK (action IN ('reported', 'imported', 'taken_up', 'rejected', 'paused', 'resumed', 'repaired',
                                                   'accepted', 'sent_back', 'cancelled', 'photographed')),
    at_ms        BIGINT NOT NULL,
    by_whom      TEXT   NOT NULL,
    reason       TEXT   NOT NULL,
    PRIMARY KEY (org_id, order_number, step),
    FOREIGN KEY (org_id, order_number) REFERENCES repairs_order (org_id, number)
);

CREATE TABLE repairs_order_photo (
    org_id       TEXT   NOT NULL,
    order_number TEXT   NOT NULL,
    photo        TEXT   NOT NULL,
    place        BIGINT NOT NULL,
    PRIMARY KEY (org_id, order_number, photo),
    FOREIGN KEY (org_id, order_number) REFERENCES repairs_order (org_id, number),
    FOREIGN KEY (org_id, photo) REFERENCES repairs_photo (org_id, photo)
);

CREATE TABLE repairs_inspection (
    org_id    TEXT   NOT NULL,
    number    TEXT   NOT NULL,
    year      BIGINT NOT NULL,
    serial    BIGINT NOT NULL CHECK (serial > 0),
    equipment TEXT   NOT NULL,
    plan      TEXT   NOT NULL,
    day       TEXT   NOT NULL,
    by_whom   TEXT   NOT NULL,
    at_ms     BIGINT NOT NULL,
    PRIMARY KEY (org_id, number),
    CONSTRAINT repairs_inspection_serial UNIQUE (org_id, year, serial),
    FOREIGN KEY (org_id, equipment) REFERENCES repairs_equipment (org_id, code),
    FOREIGN KEY (org_id, plan) REFERENCES repairs_plan (org_id, code)
);
CREATE INDEX repairs_inspection_of ON repairs_inspection (org_id, equipment, plan, day);

CREATE TABLE repairs_item (
    org_id       TEXT   NOT NULL,
    inspection   TEXT   NOT NULL,
    place        BIGINT NOT NULL,
    item         TEXT   NOT NULL,
    result       TEXT   NOT NULL CHECK (result IN ('passed', 'failed', 'not_applicable')),
    note         TEXT   NOT NULL,
    order_number TEXT   NULL,
    PRIMARY KEY (org_id, inspection, place),
    FOREIGN KEY (org_id, inspection) REFERENCES repairs_inspection (org_id, number),
    FOREIGN KEY (org_id, order_number) REFERENCES repairs_order (org_id, number),
    -- What failed has its order.
    CONSTRAINT repairs_item_has_its_order CHECK ((result = 'failed') = (order_number IS NOT NULL))
);

CREATE TABLE repairs_item_photo (
    org_id     TEXT   NOT NULL,
    inspection TEXT   NOT NULL,
    item       BIGINT NOT NULL,
    photo      TEXT   NOT NULL,
    place      BIGINT NOT NULL,
    PRIMARY KEY (org_id, inspection, item, photo),
    FOREIGN KEY (org_id, inspection, item) REFERENCES repairs_item (org_id, inspection, place),
    FOREIGN KEY (org_id, photo) REFERENCES repairs_photo (org_id, photo)
);
