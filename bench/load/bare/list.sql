SELECT voucher, entry, kind, paid_on, line_code, payee, contract_number, functional_code, economic_code, amount_fen, note
  FROM budget_payment
 WHERE org_id = '{org}' AND fiscal_year = 2024 AND line_code = 'P' || substr(CAST(100 + CAST(:line AS BIGINT) AS TEXT), 2)
   AND paid_on BETWEEN '2024-' || substr(CAST(100 + CAST(:month AS BIGINT) AS TEXT), 2) || '-01'
                   AND '2024-' || substr(CAST(100 + CAST(:month AS BIGINT) AS TEXT), 2) || '-31'
 ORDER BY paid_on, voucher, entry
 LIMIT 21;

SELECT COUNT(*) AS entries, CAST(COALESCE(SUM(amount_fen), 0) AS BIGINT) AS amount_fen
  FROM budget_payment
 WHERE org_id = '{org}' AND fiscal_year = 2024 AND line_code = 'P' || substr(CAST(100 + CAST(:line AS BIGINT) AS TEXT), 2)
   AND paid_on BETWEEN '2024-' || substr(CAST(100 + CAST(:month AS BIGINT) AS TEXT), 2) || '-01'
                   AND '2024-' || substr(CAST(100 + CAST(:month AS BIGINT) AS TEXT), 2) || '-31';
