// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "indicators/core/forecast_budget.h"
#include "indicators/core/forecast_outlook.h"

namespace indicators {

// What must happen until the year ends for full marks.
//   reached   nothing more, whatever comes
//   amount    so much more: `amount`, `per_month`
//   limit     at most so much more: `amount`
//   quality   what comes must be at least (of a ≤ target: at most) `quality`; of counted records `failures` may fail
//   records   so many records without a failure: `amount`
//   each      no single record beyond `quality` (of a ≥ target: one record that reaches it)
//   enter     a person has to enter it; of a date, until `until`
//   lost      full marks are out of reach
//   unknown   nothing says what would be full marks
//   no_budget the year has no budget that could be executed, or the one who asks may not see it
enum class NeedKind { reached, amount, limit, quality, records, each, enter, lost, unknown, no_budget };

std::string_view to_text(NeedKind kind);

struct Need {
    NeedKind kind = NeedKind::unknown;
    std::optional<base::Ratio> amount = {};
    std::optional<base::Ratio> per_month = {};
    std::optional<base::Ratio> quality = {};
    std::optional<base::Ratio> failures = {};
    std::optional<base::Date> until = {};
    std::string unit = {};
    int months_left = 0;
};

Need need_of(const Course& course, const Outlook& outlook, const Target& target, int months_left);
// Of the money, in 元.
Need need_of(const BudgetOutlook& budget, const RuleSet& rules, int months_left);

// Months of the year with a day after this one.
int months_left(base::FiscalYear year, base::Date on);

}  // namespace indicators
