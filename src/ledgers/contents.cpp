// SPDX-License-Identifier: Apache-2.0
// What the registers hold of a month, for its closing: a digest that no record of it can change unseen.
#include <algorithm>

#include "ledgers/ledgers.h"
#include "ledgers/store/month_rows.h"

namespace ledgers {

std::vector<closing::Content> Ledgers::contents(const base::OrgId& org, const closing::Span& month) const
{
    std::set<std::string> corrections;
    for (const closing::MadeCorrection& made : closing::Closings{db_, clock_}.corrections(org, {month.year}))
        if (std::find(made.spans.begin(), made.spans.end(), month) != made.spans.end()) corrections.insert(made.id);
    std::vector<closing::Content> found;
    for (const Ledger& ledger : LedgerStore{db_}.all(org)) {
        if (!ledger.definition.period_column()) continue;
        closing::Holding held{"ledgers", ledger.definition.name};
        const base::Period days{month.first_day(), month.last_day()};
        for (const StoredRow& row : MonthRows{db_, org, ledger.id}.before(corrections, days))
            held.add({row.identity, row.occurred_on->to_string(), row.cells});
        found.push_back(held.finish());
    }
    return found;
}

}  // namespace ledgers
