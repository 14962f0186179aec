-- Paragraphs that people write into a section of the year's report. A new text is a new version; the newest counts.
CREATE TABLE reports_narrative (
    org_id     TEXT   NOT NULL,
    year       BIGINT NOT NULL,
    section    TEXT   NOT NULL,
    version    BIGINT NOT NULL CHECK (version >= 1),
    paragraphs TEXT   NOT NULL,
    actor      TEXT   NOT NULL,
    at_ms      BIGINT NOT NULL,
    PRIMARY KEY (org_id, year, section, version),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);
