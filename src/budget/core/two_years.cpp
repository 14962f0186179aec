// SPDX-License-Identifier: Apache-2.0
#include "budget/core/two_years.h"

#include <algorithm>

namespace budget {

namespace {

template <class Of>
base::Money difference(const LineInTwoYears& line, Of of)
{
    const base::Money before = line.before ? of(line.before->amounts) : base::Money{};
    const base::Money after = line.after ? of(line.after->amounts) : base::Money{};
    return after - before;
}

const LineExecution* find(const Execution& year, const std::string& code)
{
    const auto found = std::find_if(year.lines.begin(), year.lines.end(),
                                    [&](const LineExecution& line) { return line.line.code == code; });
    return found == year.lines.end() ? nullptr : &*found;
}

}  // namespace

base::Money LineInTwoYears::adjusted_difference() const
{
    return difference(*this, [](const Amounts& amounts) { return amounts.adjusted(); });
}

base::Money LineInTwoYears::paid_difference() const
{
    return difference(*this, [](const Amounts& amounts) { return amounts.paid; });
}

TwoYears side_by_side(const Execution& before, const Execution& after)
{
    TwoYears both;
    both.before = before.whole;
    both.after = after.whole;
    for (const LineExecution& line : after.lines) {
        LineInTwoYears& row = both.lines.emplace_back(LineInTwoYears{line.line.code});
        row.after = line;
        if (const LineExecution* const last = find(before, line.line.code)) row.before = *last;
    }
    for (const LineExecution& line : before.lines)
        if (!find(after, line.line.code)) both.lines.emplace_back(LineInTwoYears{line.line.code}).before = line;
    for (unsigned at = 0; at < both.months.size(); ++at) {
        both.months[at].month = at + 1;
        if (at < before.months.size()) both.months[at].before = before.months[at].whole();
        if (at < after.months.size()) both.months[at].after = after.months[at].whole();
    }
    return both;
}

}  // namespace budget
