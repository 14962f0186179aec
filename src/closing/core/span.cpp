// SPDX-License-Identifier: Apache-2.0
#include "closing/core/span.h"

namespace closing {

using base::ErrorKind;
using base::fail;

Span Span::in_year(base::FiscalYear year, base::Date day)
{
    return day < year.first_day() ? Span{year.year, 1} : of_month(day);
}

base::Result<Span> Span::parse(std::string_view text)
{
    const auto malformed = [&] {
        return fail(ErrorKind::invalid, "closing.period.malformed", {{"text", std::string{text}}});
    };
    const auto period = base::Period::parse(text);
    if (!period || period->first.year() < 1990) return malformed();
    const Span month = of_month(period->first);
    const Span year{month.year, 0};
    if (text == month.to_string()) return month;
    if (text == year.to_string()) return year;
    return malformed();
}

base::Date Span::first_day() const
{
    return is_year() ? base::FiscalYear{year}.first_day()
                     : base::Period::month(year, static_cast<unsigned>(month)).first;
}

base::Date Span::last_day() const
{
    return is_year() ? base::FiscalYear{year}.last_day() : base::Period::month(year, static_cast<unsigned>(month)).last;
}

std::string Span::to_string() const
{
    const std::string text = std::to_string(year);
    return is_year() ? text : text + (month < 10 ? "-0" : "-") + std::to_string(month);
}

base::Result<std::vector<Span>> to_close(const std::set<Span>& closed, const Span& asked, base::Date today)
{
    if (closed.contains(asked))
        return fail(ErrorKind::conflict, "closing.period.already_closed", {{"period", asked.to_string()}});
    if (today <= asked.last_day())
        return fail(ErrorKind::conflict, "closing.period.not_over",
                    {{"period", asked.to_string()}, {"last_day", asked.last_day().to_string()}});
    std::vector<Span> found;
    const int last_month = asked.is_year() ? 12 : asked.month;
    for (int month = 1; month <= last_month; ++month)
        if (const Span one{asked.year, month}; !closed.contains(one)) found.push_back(one);
    if (asked.is_year())
        found.push_back(asked);
    else if (found.size() > 1)
        return fail(ErrorKind::conflict, "closing.period.out_of_order",
                    {{"period", asked.to_string()}, {"first", found.front().to_string()}});
    return found;
}

}  // namespace closing
