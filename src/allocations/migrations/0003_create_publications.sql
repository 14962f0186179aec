-- When and where the use of offices was published: one record a year.
CREATE TABLE allocations_publication (
    org_id       TEXT   NOT NULL,
    year         BIGINT NOT NULL,
    published_on TEXT   NOT NULL,
    place        TEXT   NOT NULL CHECK (place <> ''),
    document     TEXT   NOT NULL CHECK (document <> ''),
    recorded_by  TEXT   NOT NULL,
    PRIMARY KEY (org_id, year),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);
