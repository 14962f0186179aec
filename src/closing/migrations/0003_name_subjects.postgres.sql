-- Which of the things of a kind: the name of a register. Empty where a kind is one whole.
ALTER TABLE closing_content ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE closing_content DROP CONSTRAINT closing_content_pkey;
ALTER TABLE closing_content ADD PRIMARY KEY (org_id, year, month, kind, subject);
