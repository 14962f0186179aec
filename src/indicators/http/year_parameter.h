// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/period.h"
#include "base/result.h"
#include "http/query.h"
#include "http/router.h"

namespace indicators {

// {year} of the path. Refuses indicators.targets.none for what is no year: there is nothing behind it.
base::Result<base::FiscalYear> year_of(const http::Context& context);

// ?on=, or today while the year runs, its first day before it begins and its last day once it is over.
base::Date day_of(http::Query& query, base::FiscalYear year, const base::Clock& clock);

}  // namespace indicators
