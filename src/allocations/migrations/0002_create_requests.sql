-- Requests of units for offices (配置申请), numbered by year without a gap. What a unit is entitled to and has stays as it
-- was when it asked. Areas are hundredths of a square metre.
CREATE TABLE allocations_request (
    org_id            TEXT   NOT NULL,
    number            TEXT   NOT NULL,
    year              BIGINT NOT NULL,
    serial            BIGINT NOT NULL CHECK (serial > 0),
    unit              TEXT   NOT NULL CHECK (unit <> ''),
    asked_on          TEXT   NOT NULL,
    reason            TEXT   NOT NULL CHECK (reason <> ''),
    document          TEXT   NOT NULL CHECK (document <> ''),
    standard          TEXT   NOT NULL,
    standard_document TEXT   NOT NULL,
    recorded_by       TEXT   NOT NULL,
    PRIMARY KEY (org_id, number),
    CONSTRAINT allocations_request_serial UNIQUE (org_id, year, serial),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

CREATE TABLE allocations_request_area (
    org_id       TEXT   NOT NULL,
    number       TEXT   NOT NULL,
    room_use     TEXT   NOT NULL CHECK (room_use IN ('office', 'service')),
    position     BIGINT NOT NULL,
    rooms        BIGINT NOT NULL CHECK (rooms >= 0),
    asked_dm2    BIGINT NOT NULL CHECK (asked_dm2 >= 0),
    approved_dm2 BIGINT NOT NULL CHECK (approved_dm2 >= 0),
    actual_dm2   BIGINT NOT NULL CHECK (actual_dm2 >= 0),
    pending_dm2  BIGINT NOT NULL CHECK (pending_dm2 >= 0),
    PRIMARY KEY (org_id, number, room_use),
    FOREIGN KEY (org_id, number) REFERENCES allocations_request (org_id, number),
    CONSTRAINT allocations_request_area_is_whole CHECK ((rooms = 0) = (asked_dm2 = 0)),
    CONSTRAINT allocations_request_area_within_approved CHECK (rooms = 0 OR
                                                               actual_dm2 + pending_dm2 + asked_dm2 <= approved_dm2)
);

CREATE TABLE allocations_request_rank (
    org_id       TEXT   NOT NULL,
    number       TEXT   NOT NULL,
    post_rank    TEXT   NOT NULL,
    position     BIGINT NOT NULL,
    posts        BIGINT NOT NULL CHECK (posts >= 0),
    persons      BIGINT NOT NULL CHECK (persons >= 0),
    standard_dm2 BIGINT NOT NULL CHECK (standard_dm2 >= 0),
    PRIMARY KEY (org_id, number, post_rank),
    FOREIGN KEY (org_id, number) REFERENCES allocations_request (org_id, number)
);

-- What came of 调剂, 置换, 租用, 建设. Only ever added.
CREATE TABLE allocations_request_step (
    org_id      TEXT   NOT NULL,
    number      TEXT   NOT NULL,
    position    BIGINT NOT NULL CHECK (position > 0),
    way         TEXT   NOT NULL CHECK (way IN ('reallocation', 'exchange', 'lease', 'construction')),
    result      TEXT   NOT NULL CHECK (result IN ('none', 'found')),
    taken_on    TEXT   NOT NULL,
    document    TEXT   NOT NULL CHECK (document <> ''),
    searched    TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    application TEXT   NOT NULL,
    approval    TEXT   NOT NULL,
    finance     TEXT   NOT NULL,
    government  TEXT   NOT NULL,
    project     TEXT   NOT NULL,
    recorded_by TEXT   NOT NULL,
    PRIMARY KEY (org_id, number, position),
    FOREIGN KEY (org_id, number) REFERENCES allocations_request (org_id, number),
    CONSTRAINT allocations_request_step_none_has_reason CHECK (result = 'found' OR reason <> ''),
    CONSTRAINT allocations_request_step_none_was_searched CHECK (result = 'found' OR way = 'reallocation' OR searched <> ''),
    CONSTRAINT allocations_request_step_lease_has_papers CHECK (result = 'none' OR way <> 'lease' OR
                                                                (application <> '' AND approval <> '' AND
                                                                 finance <> '' AND government <> '')),
    CONSTRAINT allocations_request_step_construction_has_paper CHECK (result = 'none' OR way <> 'construction' OR
                                                                      project <> '')
);

-- The rooms that were free when 调剂 was tried.
CREATE TABLE allocations_request_offer (
    org_id      TEXT   NOT NULL,
    number      TEXT   NOT NULL,
    step        BIGINT NOT NULL,
    position    BIGINT NOT NULL,
    building    TEXT   NOT NULL,
    room        TEXT   NOT NULL,
    room_use    TEXT   NOT NULL CHECK (room_use IN ('office', 'service', 'equipment', 'ancillary', 'technical')),
    usable_dm2  BIGINT NOT NULL CHECK (usable_dm2 > 0),
    is_suitable BIGINT NOT NULL CHECK (is_suitable IN (0, 1)),
    refusal     TEXT   NOT NULL,
    PRIMARY KEY (org_id, number, step, position),
    CONSTRAINT allocations_request_offer_once UNIQUE (org_id, number, step, building, room),
    FOREIGN KEY (org_id, number, step) REFERENCES allocations_request_step (org_id, number, position)
);

-- How a request ended. Two who end it at the same time meet at the key.
CREATE TABLE allocations_request_settlement (
    org_id      TEXT   NOT NULL,
    number      TEXT   NOT NULL,
    outcome     TEXT   NOT NULL CHECK (outcome IN ('satisfied', 'withdrawn', 'refused')),
    settled_on  TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    way         TEXT   NULL CHECK (way IN ('reallocation', 'exchange', 'lease', 'construction')),
    reference   TEXT   NOT NULL,
    office_dm2  BIGINT NOT NULL CHECK (office_dm2 >= 0),
    service_dm2 BIGINT NOT NULL CHECK (service_dm2 >= 0),
    recorded_by TEXT   NOT NULL,
    PRIMARY KEY (org_id, number),
    FOREIGN KEY (org_id, number) REFERENCES allocations_request (org_id, number),
    CONSTRAINT allocations_request_settlement_has_way CHECK ((outcome = 'satisfied') = (way IS NOT NULL)),
    CONSTRAINT allocations_request_settlement_has_reference CHECK ((outcome = 'satisfied') = (reference <> '')),
    CONSTRAINT allocations_request_settlement_has_reason CHECK (outcome = 'satisfied' OR reason <> '')
);
-- An agreement satisfies one request.
CREATE UNIQUE INDEX allocations_request_settlement_agreement ON allocations_request_settlement (org_id, reference)
    WHERE way = 'reallocation';
