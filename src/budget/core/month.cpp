// SPDX-License-Identifier: Apache-2.0
#include "budget/core/month.h"

namespace budget {

base::Result<Month> Month::parse(std::string_view text)
{
    const auto first_day = base::Date::parse(std::string{text} + "-01");
    if (!first_day)
        return base::fail(base::ErrorKind::invalid, "budget.month.not_a_month", {{"text", std::string{text}}});
    return of(*first_day);
}

base::Date Month::first_day() const
{
    return base::Date::of(number / 12, static_cast<unsigned>(number % 12) + 1, 1).value();
}

base::Date Month::last_day() const
{
    return base::Period::month(number / 12, static_cast<unsigned>(number % 12) + 1).last;
}

std::string Month::to_string() const
{
    return first_day().to_string().substr(0, 7);
}

}  // namespace budget
