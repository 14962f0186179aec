// SPDX-License-Identifier: Apache-2.0
#include "base/period.h"

#include <fmt/format.h>

namespace base {

namespace {

Period months(int year, unsigned first, unsigned last)
{
    const std::chrono::year_month_day_last end{std::chrono::year{year},
                                               std::chrono::month_day_last{std::chrono::month{last}}};
    return {Date::of(year, first, 1).value(), Date::of(year, last, unsigned(end.day())).value()};
}

}  // namespace

Period Period::month(int year, unsigned month)
{
    return months(year, month, month);
}

Result<Period> Period::parse(std::string_view text)
{
    const auto refuse = [&] { return fail(ErrorKind::invalid, "period.not_a_period", {{"text", std::string{text}}}); };
    if (text.size() < 4) return refuse();
    const auto new_year = Date::parse(std::string{text.substr(0, 4)} + "-01-01");
    if (!new_year) return refuse();
    const int year = new_year->year();
    if (text.size() == 4) return of(FiscalYear{year});
    if (text.size() == 6 && text[4] == 'Q' && text[5] >= '1' && text[5] <= '4') {
        const unsigned first = static_cast<unsigned>(text[5] - '1') * 3 + 1;
        return months(year, first, first + 2);
    }
    if (text.size() != 7) return refuse();
    const auto first_day = Date::parse(std::string{text} + "-01");
    if (!first_day) return refuse();
    return months(year, first_day->month(), first_day->month());
}

std::string Period::to_string() const
{
    const int year = first.year();
    if (*this == of(FiscalYear{year})) return fmt::format("{:04}", year);
    for (unsigned quarter = 0; quarter < 4; ++quarter)
        if (*this == months(year, quarter * 3 + 1, quarter * 3 + 3)) return fmt::format("{:04}Q{}", year, quarter + 1);
    if (*this == month(year, first.month())) return first.to_string().substr(0, 7);
    return first.to_string() + "/" + last.to_string();
}

int month_number(Date day)
{
    return day.year() * 12 + static_cast<int>(day.month()) - 1;
}

}  // namespace base
