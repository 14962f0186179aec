// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "indicators/core/run.h"
#include "sql/connection.h"

namespace indicators {

// The only code that reads or writes indicators_run, _run_row and _run_finding.
class RunStore {
public:
    explicit RunStore(sql::Connection& db) : db_{db} {}

    using OrgRun = std::pair<base::OrgId, Run>;
    void add(const std::vector<OrgRun>& runs);
    // Refuses indicators.run.unknown.
    base::Result<Run> find(const base::OrgId& org, const RunId& id) const;
    // Without rows and findings, oldest first.
    std::vector<Run> all(const base::OrgId& org) const;
    bool has_run(const base::OrgId& org, base::FiscalYear year) const;

private:
    void add_rows(const std::vector<OrgRun>& runs);
    void add_findings(const std::vector<OrgRun>& runs);

    sql::Connection& db_;
};

}  // namespace indicators
