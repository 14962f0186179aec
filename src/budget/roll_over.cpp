// SPDX-License-Identifier: Apache-2.0
#include "budget/core/roll_over.h"

#include "budget/budget.h"
#include "budget/use_case.h"

namespace budget {

base::Result<BudgetRollOver> Budgets::roll_over(const base::Actor& actor, base::FiscalYear from, base::FiscalYear to)
{
    TRY(require(actor, "budget.edit"));
    if (to <= from)
        return base::fail(base::ErrorKind::invalid, "budget.roll_over.same_year",
                          {{"from", std::to_string(from.year)}, {"to", std::to_string(to.year)}});
    sql::Transaction transaction{db_};
    const BudgetStore last{db_, actor.org, from};
    TRY(require_year(last, from));
    const BudgetStore next{db_, actor.org, to};
    if (!next.has_year()) {
        TRY(open_year(actor, to));
    }
    BudgetRollOver over = rolled_over({last.lines(), last.contracts()}, {next.lines(), next.contracts()}, to);
    std::vector<Line> missing;
    for (const RolledLine& rolled : over.lines)
        if (!rolled.is_there)
            missing.push_back({rolled.line.code, rolled.line.name, rolled.line.kind, rolled.line.functional_code,
                               rolled.line.economic_code});
    if (!missing.empty()) {
        TRY(add_lines(actor, to, missing));
    }
    for (const RolledContract& rolled : over.contracts)
        if (!rolled.is_there && !rolled.stays) {
            TRY(sign(actor, to, rolled.contract));
        }
    transaction.commit();
    return over;
}

}  // namespace budget
