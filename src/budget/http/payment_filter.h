// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget/http: the filter that the list of payments and its export share.

#include "budget/core/payment.h"
#include "http/query.h"

namespace budget {

// line, line_kind, contract, month, until and q; what is wrong is collected in `query`.
PaymentFilter payment_filter(http::Query& query);

}  // namespace budget
