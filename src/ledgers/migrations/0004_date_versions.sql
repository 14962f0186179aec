-- When what a record said before took place: the month that it was closed with. NULL of versions that ended earlier.
ALTER TABLE ledgers_row_version ADD COLUMN occurred_on TEXT NULL;
