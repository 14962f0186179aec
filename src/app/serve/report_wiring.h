// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/http/report_routes.h"

namespace app {

// The report that would be rendered now. Refuses app.report.records_changed and what the slices refuse.
base::Result<reports::Preview> compose_preview(const http::Context& context, const reports::PreviewRequest& request);

}  // namespace app
