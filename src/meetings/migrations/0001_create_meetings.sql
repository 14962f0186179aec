-- Meeting rooms. A slot is the room's number among its organisation's: with it, one range of whole numbers says room and
-- time, and overlap needs no extension (docs/adr/0023-overlap-is-a-constraint.md).
CREATE TABLE meetings_room (
    org_id         TEXT   NOT NULL,
    code           TEXT   NOT NULL CHECK (code <> ''),
    slot           BIGINT NOT NULL CHECK (slot > 0 AND slot < 100000000),
    name           TEXT   NOT NULL CHECK (name <> ''),
    area           TEXT   NOT NULL,
    seats          BIGINT NOT NULL CHECK (seats > 0),
    equipment      TEXT   NOT NULL,
    layouts        TEXT   NOT NULL,
    weekdays       TEXT   NOT NULL,
    from_minute    BIGINT NOT NULL CHECK (from_minute >= 0),
    until_minute   BIGINT NOT NULL CHECK (until_minute <= 1440),
    needs_approval BIGINT NOT NULL CHECK (needs_approval IN (0, 1)),
    is_active      BIGINT NOT NULL CHECK (is_active IN (0, 1)),
    note           TEXT   NOT NULL,
    version        BIGINT NOT NULL,
    PRIMARY KEY (org_id, code),
    CONSTRAINT meetings_room_slot UNIQUE (org_id, slot),
    CONSTRAINT meetings_room_of_slot UNIQUE (org_id, code, slot),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id),
    CHECK (from_minute < until_minute)
);

CREATE TABLE meetings_closed_day (
    org_id TEXT NOT NULL,
    room   TEXT NOT NULL,
    day    TEXT NOT NULL,
    PRIMARY KEY (org_id, room, day),
    FOREIGN KEY (org_id, room) REFERENCES meetings_room (org_id, code)
);

-- Times are whole seconds since 1970, from the first on and without the last. Numbers run by the room that was asked for
-- first, so that who books one room does not wait for another.
CREATE TABLE meetings_booking (
    org_id          TEXT   NOT NULL,
    number          TEXT   NOT NULL,
    booked_for      TEXT   NOT NULL,
    year            BIGINT NOT NULL,
    serial          BIGINT NOT NULL CHECK (serial > 0),
    room            TEXT   NULL,
    slot            BIGINT NULL,
    venue           TEXT   NOT NULL,
    starts          BIGINT NOT NULL CHECK (starts >= 0),
    ends            BIGINT NOT NULL CHECK (ends < 34359738368),
    state           TEXT   NOT NULL CHECK (state IN ('pending', 'waiting', 'approved', 'refused', 'cancelled', 'no_show')),
    title           TEXT   NOT NULL CHECK (title <> ''),
    kind            TEXT   NOT NULL CHECK (kind <> ''),
    host            TEXT   NOT NULL CHECK (host <> ''),
    attendees       BIGINT NOT NULL CHECK (attendees > 0),
    layout          TEXT   NOT NULL,
    equipment       TEXT   NOT NULL,
    is_confidential BIGINT NOT NULL CHECK (is_confidential IN (0, 1)),
    note            TEXT   NOT NULL,
    reason          TEXT   NOT NULL,
    series          TEXT   NOT NULL,
    source          TEXT   NOT NULL,
    asked_by        TEXT   NOT NULL,
    asked_ms        BIGINT NOT NULL,
    version         BIGINT NOT NULL,
    PRIMARY KEY (org_id, number),
    CONSTRAINT meetings_booking_serial UNIQUE (org_id, booked_for, year, serial),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id),
    FOREIGN KEY (org_id, room, slot) REFERENCES meetings_room (org_id, code, slot),
    -- At most 31 days: who looks for an overlap need not look back further.
    CONSTRAINT meetings_booking_lasts CHECK (ends > starts AND ends - starts <= 2678400),
    CONSTRAINT meetings_booking_is_somewhere CHECK ((room IS NULL) = (venue <> '') AND (room IS NULL) = (slot IS NULL)),
    CONSTRAINT meetings_booking_ends_with_reason CHECK (state NOT IN ('refused', 'cancelled', 'no_show') OR reason <> '')
);
CREATE UNIQUE INDEX meetings_booking_source ON meetings_booking (org_id, source) WHERE source <> '';
CREATE INDEX meetings_booking_time ON meetings_booking (org_id, starts);
CREATE INDEX meetings_booking_slot ON meetings_booking (org_id, slot, starts);

-- What happened to a booking: only ever added.
CREATE TABLE meetings_booking_step (
    org_id  TEXT   NOT NULL,
    number  TEXT   NOT NULL,
    step    BIGINT NOT NULL CHECK (step > 0),
    action  TEXT   NOT NULL CHECK (action IN ('asked', 'imported', 'approved', 'refused', 'moved', 'changed', 'cancelled', 'missed')),
    at_ms   BIGINT NOT NULL,
    by_whom TEXT   NOT NULL,
    room    TEXT   NULL,
    starts  BIGINT NOT NULL,
    ends    BIGINT NOT NULL,
    reason  TEXT   NOT NULL,
    PRIMARY KEY (org_id, number, step),
    FOREIGN KEY (org_id, number) REFERENCES meetings_booking (org_id, number)
);
