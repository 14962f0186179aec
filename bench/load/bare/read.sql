SELECT id, version, cells, place
  FROM ledgers_row
 WHERE org_id = '{org}' AND ledger_id = '{ledger}'
   AND identity = 'R' || substr(CAST(1000000 + CAST(:row AS BIGINT) AS TEXT), 2);
