-- SPDX-License-Identifier: Apache-2.0
-- What wrk sends, and what it says at the end, as one line of JSON. wrk … -- KIND COOKIE CSRF_TOKEN MARK ROWS LINES
local kind, mark, rows, lines
local number = 0
local headers = {}

function init(words)
  kind, mark, rows, lines = words[1], words[4], tonumber(words[5]), tonumber(words[6])
  headers["Cookie"] = words[2]
  headers["X-CSRF-Token"] = words[3]
  headers["Content-Type"] = "application/json"
  math.randomseed(os.time())
end

function request()
  number = number + 1
  if kind == "create" then
    headers["Idempotency-Key"] = mark .. number
    local body = string.format('{"voucher":"%s%d","paid_on":"2024-%02d-05","line":"P%02d","payee":"示例公司","amount":"1.00"}',
                               mark, number, number % 12 + 1, number % lines)
    return wrk.format("POST", "/api/v1/budget/years/2024/payments", headers, body)
  elseif kind == "read" then
    return wrk.format("GET", string.format("%s/records/R%06d/history", wrk.path, math.random(0, rows - 1)), headers)
  end
  return wrk.format("GET", string.format("/api/v1/budget/years/2024/payments?line=P%02d&month=2024-%02d&limit=20",
                                         math.random(0, lines - 1), math.random(1, 12)), headers)
end

function done(summary, latency)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format('{"requests":%d,"seconds":%.3f,"wrong":%d,"p50":%.3f,"p99":%.3f}', summary.requests,
                      summary.duration / 1e6, wrong, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
