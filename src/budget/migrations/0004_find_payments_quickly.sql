-- A page of payments in the order of their days, all of them or those of one line. The amount stands in the index, so
-- that what a filter takes is counted and added up without looking at the payments.
CREATE INDEX budget_payment_by_day
    ON budget_payment (org_id, fiscal_year, paid_on, voucher, entry, amount_fen);

CREATE INDEX budget_payment_by_line
    ON budget_payment (org_id, fiscal_year, line_code, paid_on, voucher, entry, amount_fen);
