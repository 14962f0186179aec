-- Pages of one line's payments in the order of their days, and what they come to, without looking at the other lines'.
CREATE INDEX budget_payment_by_line ON budget_payment
    (org_id, fiscal_year, line_code, paid_on, voucher, entry, amount_fen);
