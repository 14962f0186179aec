-- A register may belong to a section of the unit: who reaches no further sees no other.
ALTER TABLE ledgers_ledger ADD COLUMN section_id TEXT NULL;

-- Whose import it was: who reaches no more than own records sees the records that it left. Empty: the command line.
ALTER TABLE ledgers_import ADD COLUMN person TEXT NOT NULL DEFAULT '';

-- Records that count, in the order in which they came: any page of them is found by counting in the index alone.
CREATE INDEX ledgers_row_standing ON ledgers_row (org_id, ledger_id, id) WHERE removed_ms IS NULL;
