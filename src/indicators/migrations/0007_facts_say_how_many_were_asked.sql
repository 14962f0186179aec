-- For the answers of a share: how many were asked, where it is known.
ALTER TABLE indicators_fact ADD COLUMN asked BIGINT NULL CHECK (asked >= 0);
