-- Calendars that programs read by a secret address. The secret is kept as its SM3 alone; what a feed shows is decided by
-- the rights that its person has when it is read.
CREATE TABLE meetings_feed (
    org_id     TEXT   NOT NULL,
    feed       TEXT   NOT NULL,
    digest     TEXT   NOT NULL,
    person     TEXT   NOT NULL,
    account    TEXT   NOT NULL,
    room       TEXT   NULL,
    made_ms    BIGINT NOT NULL,
    revoked_ms BIGINT NULL,
    PRIMARY KEY (org_id, feed),
    CONSTRAINT meetings_feed_digest UNIQUE (org_id, digest),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id),
    FOREIGN KEY (org_id, room) REFERENCES meetings_room (org_id, code)
);
CREATE INDEX meetings_feed_person ON meetings_feed (org_id, person);
