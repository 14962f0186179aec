// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "base/period.h"
#include "http/router.h"
#include "reports/core/year_report.h"

namespace reports {

// A year's report as it would be rendered now, without lists of records; app gathers it from the slices.
struct PreviewRequest {
    base::FiscalYear year;
    std::string run = {};  // empty: the newest
    base::Date date;
};
struct Preview {
    YearReport report;
    std::string run;  // its id
};
using Compose = std::function<base::Result<Preview>(const http::Context&, const PreviewRequest&)>;

// /api/v1/reports/years/{year}/sections and …/preview. Renderings are jobs (app/serve).
void add_report_routes(http::Router& router, const Compose& compose);

}  // namespace reports
