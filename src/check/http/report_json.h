// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/check/http: a report as its page draws it.

#include <boost/json/object.hpp>

#include "check/checked_reports.h"
#include "check/words.h"

namespace check {

boost::json::object to_json(const ReportSummary& summary);
// CheckedReport of the contract: blocks, and where claims and findings stand in them, counted in code points.
boost::json::object to_json(const KeptReport& kept, const Words& words);

}  // namespace check
