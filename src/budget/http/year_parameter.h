// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/period.h"
#include "base/result.h"
#include "http/router.h"

namespace budget {

// {year} of the path. Refuses budget.year.unknown for what is no year: there is no such thing behind it.
base::Result<base::FiscalYear> year_of(const http::Context& context);

}  // namespace budget
