-- What needs a room to stay in the register: agreements of use and rooms of persons that did not end. A room that one of them
-- names cannot leave.
CREATE TABLE premises_room_hold (
    org_id   TEXT NOT NULL,
    building TEXT NOT NULL,
    number   TEXT NOT NULL,
    holder   TEXT NOT NULL CHECK (holder IN ('agreement', 'person')),
    name     TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (org_id, building, number, holder, name),
    FOREIGN KEY (org_id, building, number) REFERENCES premises_room (org_id, building, number)
);
