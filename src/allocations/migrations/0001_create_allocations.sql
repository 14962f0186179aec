-- Units that use offices and their posts by rank, from a day on. Areas are hundredths of a square metre.
CREATE TABLE allocations_unit (
    org_id      TEXT   NOT NULL,
    unit        TEXT   NOT NULL CHECK (unit <> ''),
    valid_from  TEXT   NOT NULL,
    level       TEXT   NOT NULL CHECK (level IN ('central', 'province', 'city', 'county', 'township')),
    storeys     TEXT   NOT NULL CHECK (storeys IN ('multi_storey', 'high_rise')),
    diners      BIGINT NOT NULL CHECK (diners >= 0),
    car_spaces  BIGINT NOT NULL CHECK (car_spaces >= 0),
    bicycles    BIGINT NOT NULL CHECK (bicycles >= 0),
    motorcycles BIGINT NOT NULL CHECK (motorcycles >= 0),
    guards      BIGINT NOT NULL CHECK (guards >= 0),
    shelter_dm2 BIGINT NOT NULL CHECK (shelter_dm2 >= 0),
    PRIMARY KEY (org_id, unit, valid_from),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

CREATE TABLE allocations_post (
    org_id     TEXT   NOT NULL,
    unit       TEXT   NOT NULL,
    valid_from TEXT   NOT NULL,
    post_rank  TEXT   NOT NULL CHECK (post_rank <> ''),
    position   BIGINT NOT NULL,
    posts      BIGINT NOT NULL CHECK (posts >= 0),
    stated_dm2 BIGINT NULL CHECK (stated_dm2 > 0),
    PRIMARY KEY (org_id, unit, valid_from, post_rank),
    FOREIGN KEY (org_id, unit, valid_from) REFERENCES allocations_unit (org_id, unit, valid_from)
);

-- Who uses which room. A person has one, and a second one only where a paper allows it (一人一处).
CREATE TABLE allocations_room_use (
    org_id      TEXT   NOT NULL,
    number      BIGINT NOT NULL,
    person      TEXT   NOT NULL CHECK (person <> ''),
    post_rank   TEXT   NOT NULL,
    unit        TEXT   NOT NULL,
    post_kind   TEXT   NOT NULL CHECK (post_kind IN ('main', 'concurrent')),
    building    TEXT   NOT NULL,
    room        TEXT   NOT NULL,
    started_on  TEXT   NOT NULL,
    approval    TEXT   NOT NULL,
    event       TEXT   NULL CHECK (event IN ('transfer', 'retirement', 'concurrent_post_left')),
    happened_on TEXT   NULL,
    due_on      TEXT   NULL,
    ended_on    TEXT   NULL,
    PRIMARY KEY (org_id, number),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id),
    CONSTRAINT allocations_room_use_second_has_paper CHECK ((post_kind = 'concurrent') = (approval <> '')),
    CONSTRAINT allocations_room_use_event_is_whole CHECK ((event IS NULL) = (due_on IS NULL) AND
                                                          (event IS NULL) = (happened_on IS NULL))
);
CREATE UNIQUE INDEX allocations_room_use_one ON allocations_room_use (org_id, person)
    WHERE ended_on IS NULL AND approval = '';
CREATE UNIQUE INDEX allocations_room_use_second ON allocations_room_use (org_id, person)
    WHERE ended_on IS NULL AND approval <> '';

-- Agreements of use (使用协议), numbered by year without a gap.
CREATE TABLE allocations_agreement (
    org_id     TEXT   NOT NULL,
    number     TEXT   NOT NULL,
    year       BIGINT NOT NULL,
    serial     BIGINT NOT NULL CHECK (serial > 0),
    unit       TEXT   NOT NULL CHECK (unit <> ''),
    signed_on  TEXT   NOT NULL,
    valid_from TEXT   NOT NULL,
    valid_to   TEXT   NOT NULL,
    purposes   TEXT   NOT NULL,
    ended_on   TEXT   NULL,
    PRIMARY KEY (org_id, number),
    CONSTRAINT allocations_agreement_serial UNIQUE (org_id, year, serial),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id),
    CONSTRAINT allocations_agreement_lasts CHECK (valid_to >= valid_from)
);

CREATE TABLE allocations_agreement_room (
    org_id    TEXT   NOT NULL,
    number    TEXT   NOT NULL,
    building  TEXT   NOT NULL,
    room      TEXT   NOT NULL,
    position  BIGINT NOT NULL,
    is_active BIGINT NOT NULL CHECK (is_active IN (0, 1)),
    PRIMARY KEY (org_id, number, building, room),
    FOREIGN KEY (org_id, number) REFERENCES allocations_agreement (org_id, number)
);
-- A room is given once. Two who give it at the same time meet here.
CREATE UNIQUE INDEX allocations_agreement_room_given_once ON allocations_agreement_room (org_id, building, room)
    WHERE is_active = 1;
