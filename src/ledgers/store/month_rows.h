// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/period.h"
#include "ledgers/store/row_store.h"
#include "sql/connection.h"

namespace ledgers {

// The records of a register that lie in a month, as they were before its corrections changed any of them: what the
// month was closed with, for as long as nobody gets past the rules.
class MonthRows {
public:
    MonthRows(sql::Connection& db, base::OrgId org, LedgerId ledger)
        : db_{db}, org_{std::move(org)}, ledger_{std::move(ledger)}
    {
    }

    // By identity. `corrections`: the ids of those of this month.
    std::vector<StoredRow> before(const std::set<std::string>& corrections, const base::Period& month) const;

private:
    std::set<std::string> imports_of(const std::set<std::string>& corrections) const;
    std::set<std::string> touched_by(const std::string& import) const;
    std::optional<StoredRow> before(const std::set<std::string>& imports, const std::string& row) const;

    sql::Connection& db_;
    base::OrgId org_;
    LedgerId ledger_;
};

}  // namespace ledgers
