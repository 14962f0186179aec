INSERT INTO budget_payment (org_id, fiscal_year, voucher, entry, kind, paid_on, line_code, payee, functional_code, economic_code,
                            amount_fen, note, recorded_ms)
VALUES ('{org}', 2024, 'B' || CAST(CAST(:number AS BIGINT) AS TEXT), 1, 'payment', '2024-03-05', 'P07', '示例公司', '2010303',
        '30201', 100, '', 0);
