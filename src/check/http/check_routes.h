// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"

namespace check {

// /api/v1/check/reports, one of them, its waivers and its exports. What checks a report is a job, or our own report of
// a run (app/serve).
void add_check_routes(http::Router& router);

// Other pages hear that something of the unit's checked reports changed.
void tell(http::Context& context);

// The contract's CheckedReport.
http::Response report_answer(const http::Context& context, int status, const std::string& report);

}  // namespace check
