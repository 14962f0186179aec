-- A year's budget, keyed by what the office itself calls its lines, documents, contracts and vouchers.
CREATE TABLE budget_year (
    org_id       TEXT   NOT NULL,
    fiscal_year  BIGINT NOT NULL CHECK (fiscal_year BETWEEN 1990 AND 2199),
    opened_ms    BIGINT NOT NULL,
    PRIMARY KEY (org_id, fiscal_year),
    FOREIGN KEY (org_id) REFERENCES identity_org (org_id)
);

-- One import of one workbook: what a payment's place refers to.
CREATE TABLE budget_import (
    org_id       TEXT   NOT NULL,
    id           TEXT   NOT NULL,
    fiscal_year  BIGINT NOT NULL,
    kind         TEXT   NOT NULL CHECK (kind IN ('budget', 'payments')),
    file_name    TEXT   NOT NULL,
    row_count    BIGINT NOT NULL CHECK (row_count >= 0),
    list_digest  TEXT   NOT NULL,
    imported_ms  BIGINT NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, fiscal_year) REFERENCES budget_year (org_id, fiscal_year)
);

-- Running totals: the replay of documents, contracts and payments gives the same numbers at any time.
CREATE TABLE budget_line (
    org_id          TEXT   NOT NULL,
    fiscal_year     BIGINT NOT NULL,
    code            TEXT   NOT NULL CHECK (code <> ''),
    position        BIGINT NOT NULL,
    name            TEXT   NOT NULL CHECK (name <> ''),
    kind            TEXT   NOT NULL CHECK (kind IN ('basic', 'project')),
    functional_code TEXT   NOT NULL,
    economic_code   TEXT   NOT NULL,
    adjusted_fen    BIGINT NOT NULL DEFAULT 0,
    committed_fen   BIGINT NOT NULL DEFAULT 0,
    paid_fen        BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (org_id, fiscal_year, code),
    FOREIGN KEY (org_id, fiscal_year) REFERENCES budget_year (org_id, fiscal_year),
    CONSTRAINT budget_line_adjusted_not_negative CHECK (adjusted_fen >= 0),
    CONSTRAINT budget_line_committed_not_negative CHECK (committed_fen >= 0),
    CONSTRAINT budget_line_paid_not_negative CHECK (paid_fen >= 0),
    CONSTRAINT budget_line_available CHECK (adjusted_fen - committed_fen - paid_fen >= 0)
);

CREATE TABLE budget_document (
    org_id       TEXT   NOT NULL,
    fiscal_year  BIGINT NOT NULL,
    number       TEXT   NOT NULL CHECK (number <> ''),
    kind         TEXT   NOT NULL CHECK (kind IN ('initial', 'supplement', 'reduction', 'transfer', 'carry_over')),
    issued_on    TEXT   NOT NULL,
    reason       TEXT   NOT NULL,
    place        TEXT   NOT NULL,
    import_id    TEXT   NULL,
    recorded_ms  BIGINT NOT NULL,
    PRIMARY KEY (org_id, fiscal_year, number),
    FOREIGN KEY (org_id, fiscal_year) REFERENCES budget_year (org_id, fiscal_year),
    FOREIGN KEY (org_id, import_id) REFERENCES budget_import (org_id, id)
);

CREATE TABLE budget_document_line (
    org_id       TEXT   NOT NULL,
    fiscal_year  BIGINT NOT NULL,
    number       TEXT   NOT NULL,
    line_code    TEXT   NOT NULL,
    amount_fen   BIGINT NOT NULL CHECK (amount_fen <> 0),
    PRIMARY KEY (org_id, fiscal_year, number, line_code),
    FOREIGN KEY (org_id, fiscal_year, number) REFERENCES budget_document (org_id, fiscal_year, number),
    FOREIGN KEY (org_id, fiscal_year, line_code) REFERENCES budget_line (org_id, fiscal_year, code)
);

-- A contract is a commitment on its line; what is paid under it turns from committed into paid.
CREATE TABLE budget_contract (
    org_id        TEXT   NOT NULL,
    fiscal_year   BIGINT NOT NULL,
    number        TEXT   NOT NULL CHECK (number <> ''),
    title         TEXT   NOT NULL,
    line_code     TEXT   NOT NULL,
    payee         TEXT   NOT NULL CHECK (payee <> ''),
    amount_fen    BIGINT NOT NULL CHECK (amount_fen > 0),
    paid_fen      BIGINT NOT NULL DEFAULT 0,
    signed_on     TEXT   NOT NULL,
    service_from  TEXT   NULL,
    service_to    TEXT   NULL,
    place         TEXT   NOT NULL,
    import_id     TEXT   NULL,
    recorded_ms   BIGINT NOT NULL,
    PRIMARY KEY (org_id, fiscal_year, number),
    FOREIGN KEY (org_id, fiscal_year, line_code) REFERENCES budget_line (org_id, fiscal_year, code),
    FOREIGN KEY (org_id, import_id) REFERENCES budget_import (org_id, id),
    CONSTRAINT budget_contract_paid CHECK (paid_fen BETWEEN 0 AND amount_fen),
    CONSTRAINT budget_contract_service CHECK ((service_from IS NULL) = (service_to IS NULL) AND service_from <= service_to)
);

-- A voucher may have several entries. Nothing here is changed or deleted: a refund or a red-letter reversal is an entry
-- of its own that names the one it answers.
CREATE TABLE budget_payment (
    org_id            TEXT   NOT NULL,
    fiscal_year       BIGINT NOT NULL,
    voucher           TEXT   NOT NULL CHECK (voucher <> ''),
    entry             BIGINT NOT NULL CHECK (entry > 0),
    kind              TEXT   NOT NULL CHECK (kind IN ('payment', 'refund', 'reversal')),
    paid_on           TEXT   NOT NULL,
    line_code         TEXT   NOT NULL,
    payee             TEXT   NOT NULL,
    contract_number   TEXT   NULL,
    service_from      TEXT   NULL,
    service_to        TEXT   NULL,
    functional_code   TEXT   NOT NULL,
    economic_code     TEXT   NOT NULL,
    amount_fen        BIGINT NOT NULL,
    corrects_voucher  TEXT   NULL,
    corrects_entry    BIGINT NULL,
    note              TEXT   NOT NULL,
    import_id         TEXT   NULL,
    source_sheet      TEXT   NULL,
    source_row        BIGINT NULL,
    recorded_ms       BIGINT NOT NULL,
    PRIMARY KEY (org_id, fiscal_year, voucher, entry),
    FOREIGN KEY (org_id, fiscal_year, line_code) REFERENCES budget_line (org_id, fiscal_year, code),
    FOREIGN KEY (org_id, fiscal_year, contract_number) REFERENCES budget_contract (org_id, fiscal_year, number),
    FOREIGN KEY (org_id, fiscal_year, corrects_voucher, corrects_entry)
        REFERENCES budget_payment (org_id, fiscal_year, voucher, entry),
    FOREIGN KEY (org_id, import_id) REFERENCES budget_import (org_id, id),
    CONSTRAINT budget_payment_sign CHECK (
        kind = 'payment' AND amount_fen > 0 OR kind = 'refund' AND amount_fen < 0 OR kind = 'reversal' AND amount_fen <> 0),
    CONSTRAINT budget_payment_corrects CHECK ((kind = 'payment') = (corrects_voucher IS NULL)
                                              AND (corrects_voucher IS NULL) = (corrects_entry IS NULL)),
    CONSTRAINT budget_payment_service CHECK ((service_from IS NULL) = (service_to IS NULL) AND service_from <= service_to)
);

-- An entry is reversed once.
CREATE UNIQUE INDEX budget_payment_reversed_once
    ON budget_payment (org_id, fiscal_year, corrects_voucher, corrects_entry) WHERE kind = 'reversal';

-- The foreign keys of few rows, so that they are not searched through all of them.
CREATE INDEX budget_payment_corrections
    ON budget_payment (org_id, fiscal_year, corrects_voucher, corrects_entry) WHERE corrects_voucher IS NOT NULL;
