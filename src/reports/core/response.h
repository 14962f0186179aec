// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/core/year_report.h"

namespace reports {

// A satisfaction says nothing without how many answered: the fact behind each one gets facts of its own beside it,
// CODE.answers, and where it is known how many were asked, CODE.asked and CODE.response.
void add_response(YearReport& report);

}  // namespace reports
