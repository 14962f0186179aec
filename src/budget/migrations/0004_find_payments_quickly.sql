-- Pages of payments in the order of their days. Whatever a filter asks about stands in the index, the amount too: what
-- it takes is found, counted and added up without looking at the payments. Those of one line have an index of their own.
CREATE INDEX budget_payment_by_day
    ON budget_payment (org_id, fiscal_year, paid_on, voucher, entry, payee, contract_number, amount_fen);

CREATE INDEX budget_payment_by_line
    ON budget_payment (org_id, fiscal_year, line_code, paid_on, voucher, entry, payee, amount_fen);
