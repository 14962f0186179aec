// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "indicators/core/run.h"
#include "sql/connection.h"

namespace indicators {

using OrgRun = std::pair<base::OrgId, Run>;

// Scores the newest frozen facts of every organisation that has some for the year: reads everything in one pass, scores
// in memory and stores all runs, each with its audit record, in one transaction. For a district's evaluation day; one
// unit's own evaluation is Indicators::evaluate. An organisation without targets has no run.
// Permission indicators.evaluate_all; refuses indicators.evaluate_all.forbidden.
base::Result<std::vector<OrgRun>> evaluate_frozen(sql::Connection& db, const base::Clock& clock,
                                                  const base::Actor& actor, base::FiscalYear year, const RuleSet& rules,
                                                  const std::string& rule_set_digest);

}  // namespace indicators
