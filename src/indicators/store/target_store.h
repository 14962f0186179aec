// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/period.h"
#include "indicators/core/targets.h"
#include "sql/connection.h"

namespace indicators {

// The only code that reads or writes indicators_goal, _indicator, _support, _revision and _revision_change.
class TargetStore {
public:
    explicit TargetStore(sql::Connection& db) : db_{db} {}

    Targets find(const base::OrgId& org, base::FiscalYear year) const;
    // Takes the place of what was there.
    void replace(const base::OrgId& org, base::FiscalYear year, const Targets& targets);
    // One document more.
    void add(const base::OrgId& org, base::FiscalYear year, const std::vector<RevisionChange>& document,
             const std::optional<std::string>& correction);
    std::vector<base::FiscalYear> years(const base::OrgId& org) const;

private:
    void add_goals(const base::OrgId& org, base::FiscalYear year, const std::vector<Goal>& goals);
    void add_indicators(const base::OrgId& org, base::FiscalYear year, const std::vector<IndicatorSetting>& settings);
    void add_supports(const base::OrgId& org, base::FiscalYear year, const std::vector<SupportingMeasure>& supports);
    void add_revisions(const base::OrgId& org, base::FiscalYear year, const std::vector<RevisionChange>& changes,
                       std::int64_t position,  // the last one that is taken
                       const std::optional<std::string>& correction);

    sql::Connection& db_;
};

}  // namespace indicators
