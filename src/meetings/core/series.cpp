// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/series.h"

namespace meetings {

using base::ErrorKind;
using base::fail;

namespace {

// The n-th day of the series; none in a month without it.
std::optional<base::Date> nth_day(base::Date first, Every every, std::int64_t n)
{
    if (every != Every::month)
        return base::Date::from_days(first.days_since_1970() + n * (every == Every::week ? 7 : 1));
    const std::int64_t months = first.year() * 12 + static_cast<std::int64_t>(first.month()) - 1 + n;
    const auto day = base::Date::of(static_cast<int>(months / 12), static_cast<unsigned>(months % 12) + 1, first.day());
    return day ? std::optional{*day} : std::nullopt;
}

bool is_past(base::Date first, Every every, std::int64_t n, base::Date last)
{
    if (every != Every::month) return *nth_day(first, every, n) > last;
    return first.year() * 12 + static_cast<std::int64_t>(first.month()) + n >
           last.year() * 12 + static_cast<std::int64_t>(last.month());
}

}  // namespace

base::Result<std::vector<Span>> instances(const Span& first, const Series& series)
{
    const base::Date begin = day_of(first.from);
    if (series.last_day < begin) return fail(ErrorKind::invalid, "meetings.series.ends_before_start");
    std::set<base::Date> left_out = series.leave_out;
    std::vector<Span> spans;
    for (std::int64_t n = 0; !is_past(begin, series.every, n, series.last_day); ++n) {
        const auto day = nth_day(begin, series.every, n);
        if (!day || *day > series.last_day || left_out.erase(*day) > 0) continue;
        if (spans.size() == most_instances)
            return fail(ErrorKind::invalid, "meetings.series.too_many", {{"most", std::to_string(most_instances)}});
        const Second shift = start_of(*day) - start_of(begin);
        spans.push_back({first.from + shift, first.until + shift});
    }
    if (!left_out.empty())
        return fail(ErrorKind::invalid, "meetings.series.not_a_day", {{"date", left_out.begin()->to_string()}});
    if (spans.empty()) return fail(ErrorKind::invalid, "meetings.series.none_left");
    return spans;
}

}  // namespace meetings
