// SPDX-License-Identifier: Apache-2.0
#include "app/sources.h"

#include "allocations/requests.h"
#include "budget/budget.h"
#include "holdings/holdings.h"
#include "ledgers/ledgers.h"
#include "meetings/meetings.h"
#include "premises/premises.h"
#include "surveys/surveys.h"

namespace app {

indicators::FactSource sources_of(const cli::Office& office, base::FiscalYear year)
{
    return [&db = office.db, &clock = office.clock, org = office.actor.org,
            year](const std::string& source) -> base::Result<base::Records> {
        const std::string ledger = "台账:";
        const std::string budget = "预算:";
        const std::string meetings = "会务:";
        const std::string surveys = "满意度:";
        const std::string premises = "办公用房:";
        if (source.starts_with(ledger)) return ledgers::Ledgers{db, clock}.records(org, source.substr(ledger.size()));
        if (source.starts_with(budget))
            return budget::Budgets{db, clock}.records(org, year, source.substr(budget.size()));
        if (source.starts_with(meetings))
            return meetings::Meetings{db, clock}.records(org, source.substr(meetings.size()));
        if (source.starts_with(surveys)) return surveys::Surveys{db, clock}.records(org, source.substr(surveys.size()));
        if (source == premises + "闲置" || source == premises + "盘点" || source == premises + "租赁")
            return holdings::Holdings{db, clock}.records(org, source.substr(premises.size()));
        if (source == premises + "申请") return allocations::Requests{db, clock}.records(org);
        if (source.starts_with(premises))
            return premises::Premises{db, clock}.records(org, source.substr(premises.size()));
        return base::fail(base::ErrorKind::invalid, "app.source.unknown", {{"source", source}});
    };
}

}  // namespace app
