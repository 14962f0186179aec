-- Which of the things of a kind: the name of a register. Empty where a kind is one whole.
DROP TRIGGER closing_content_no_update;
DROP TRIGGER closing_content_no_delete;

CREATE TABLE closing_content_named (
    org_id     TEXT   NOT NULL,
    year       BIGINT NOT NULL,
    month      BIGINT NOT NULL,
    kind       TEXT   NOT NULL CHECK (kind <> ''),
    records    BIGINT NOT NULL CHECK (records >= 0),
    amount_fen BIGINT NOT NULL,
    digest     TEXT   NOT NULL,
    subject    TEXT   NOT NULL DEFAULT '',
    PRIMARY KEY (org_id, year, month, kind, subject),
    FOREIGN KEY (org_id, year, month) REFERENCES closing_period (org_id, year, month)
);
INSERT INTO closing_content_named (org_id, year, month, kind, records, amount_fen, digest)
SELECT org_id, year, month, kind, records, amount_fen, digest FROM closing_content;
DROP TABLE closing_content;
ALTER TABLE closing_content_named RENAME TO closing_content;

CREATE TRIGGER closing_content_no_update BEFORE UPDATE ON closing_content
BEGIN
    SELECT RAISE(ABORT, 'closing_is_final');
END;

CREATE TRIGGER closing_content_no_delete BEFORE DELETE ON closing_content
BEGIN
    SELECT RAISE(ABORT, 'closing_is_final');
END;
