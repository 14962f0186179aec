-- Pages of payments in the order of their days. Whatever a filter asks about stands in the index, the amount too: what
-- it takes is found, counted and added up without looking at the payments.
CREATE INDEX budget_payment_by_day ON budget_payment
    (org_id, fiscal_year, paid_on, voucher, entry, line_code, contract_number, payee, amount_fen);
