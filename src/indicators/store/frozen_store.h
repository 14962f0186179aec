// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "indicators/core/run.h"
#include "indicators/core/targets.h"
#include "sql/connection.h"

namespace indicators {

// One organisation's newest frozen facts of a year, with all it takes to score them.
struct FrozenYear {
    base::OrgId org;
    base::Id<struct FactSetTag> fact_set;
    std::string facts_digest;
    base::Date as_of;
    Targets targets;     // without supporting measures, and without how indicators are measured
    ScoringBasis basis;  // year, facts, entries and notes
};

// A roll-up: reads every organisation at once, a table at a time.
std::vector<FrozenYear> read_frozen_years(sql::Connection& db, base::FiscalYear year);

}  // namespace indicators
