// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"

namespace budget {

// /api/v1/budget: years, lines, documents, contracts, payments, execution, findings, files. Imports are jobs (src/app).
void add_budget_routes(http::Router& router);

void add_record_routes(http::Router& router);
void add_payment_routes(http::Router& router);
void add_report_routes(http::Router& router);

}  // namespace budget
