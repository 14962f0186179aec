// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/period.h"
#include "sql/connection.h"

namespace indicators {

// What a year as a whole is closed with: its table of promises, and of the rest what names no correction.
enum class YearPart { targets, revisions, entries, notes, evidence };

// Every row of it as its texts, the table first, in the order of the tables' keys.
void each_row(sql::Connection& db, const base::OrgId& org, base::FiscalYear year, YearPart part,
              const std::function<void(const std::vector<std::string>&)>& visit);

}  // namespace indicators
