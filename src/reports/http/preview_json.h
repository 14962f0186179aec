// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/reports/http: a report as blocks that a page can draw.

#include <boost/json/object.hpp>

#include "reports/http/report_routes.h"

namespace reports {

// ReportPreview of the contract: blocks whose runs name facts, and the facts by their code with the path of their
// records.
boost::json::object to_json(const Preview& preview);

}  // namespace reports
