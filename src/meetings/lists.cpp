// SPDX-License-Identifier: Apache-2.0
// Bookings as lists and numbers.
#include <algorithm>
#include <map>

#include "base/sm3.h"
#include "meetings/meetings.h"
#include "meetings/service.h"

namespace meetings {

namespace {

constexpr base::Date first_day_of_all = {};

Span days_as_span(base::Date first, base::Date last)
{
    return {start_of(first), start_of(last) + seconds_of_day};
}

bool fits(const Booking& booking, const BookingFilter& filter, Second now)
{
    return (filter.room.empty() || booking.room == filter.room) &&
           (!filter.state || booking.state_at(now) == *filter.state) &&
           (filter.kind.empty() || booking.kind == filter.kind) &&
           (filter.host.empty() || booking.host == filter.host) &&
           (!filter.size || size_of(booking.attendees) == *filter.size) &&
           (!filter.measure || counts(*filter.measure, booking, now)) &&
           (filter.asked_by.empty() || booking.asked_by == filter.asked_by);
}

bool begins_within(const Booking& booking, const Span& span)
{
    return booking.span.from >= span.from && booking.span.from < span.until;
}

}  // namespace

std::set<std::string> clashing(const std::vector<Booking>& bookings)
{
    std::map<std::string, std::vector<const Booking*>> by_room;
    for (const Booking& booking : bookings)
        if (booking.room && (booking.is_open() || booking.stands())) by_room[*booking.room].push_back(&booking);
    std::set<std::string> found;
    for (auto& [room, list] : by_room) {
        std::sort(list.begin(), list.end(), [](const auto* one, const auto* other) { return one->span < other->span; });
        for (std::size_t i = 0; i < list.size(); ++i)
            for (std::size_t j = i + 1; j < list.size() && list[j]->span.from < list[i]->span.until; ++j) {
                found.insert(list[i]->number);
                found.insert(list[j]->number);
            }
    }
    return found;
}

std::vector<Booking> Meetings::between(const base::OrgId& org, base::Date first, std::int64_t days) const
{
    const Second begin = start_of(first);
    return BookingStore{db_, org}.between({begin, begin + days * seconds_of_day});
}

std::vector<Booking> Meetings::bookings(const base::OrgId& org, const BookingFilter& filter) const
{
    const base::Date last_day_of_all = base::Date::of(2199, 12, 31).value();
    const Span days = days_as_span(filter.from.value_or(first_day_of_all), filter.until.value_or(last_day_of_all));
    const std::vector<Booking> all = BookingStore{db_, org}.between(days);
    const std::set<std::string> clashes = filter.clashing ? clashing(all) : std::set<std::string>{};
    const Second now = clock_.seconds_since_1970();
    std::vector<Booking> found;
    for (const Booking& booking : all)
        if (begins_within(booking, days) && fits(booking, filter, now) &&
            (!filter.clashing || (booking.is_open() && clashes.contains(booking.number))))
            found.push_back(booking);
    std::reverse(found.begin(), found.end());
    return found;
}

Statistics Meetings::statistics(const base::OrgId& org, base::Date first, base::Date last) const
{
    BookingFilter filter;
    filter.from = first;
    filter.until = last;
    return meetings::statistics(bookings(org, filter), rooms(org), first, last, clock_.seconds_since_1970());
}

base::Result<base::Records> Meetings::records(const base::OrgId& org, const std::string& collection) const
{
    using base::CellType;
    if (collection == "服务") return Service{db_, clock_}.records(org);
    if (collection != "会议")
        return base::fail(base::ErrorKind::not_found, "meetings.records.unknown_collection",
                          {{"collection", collection}});
    base::Records records{"会务:会议",
                          {{"会议编号"},
                           {"会议日期", CellType::date},
                           {"会议类别"},
                           {"主办单位"},
                           {"参会人数", CellType::decimal, "人"},
                           {"会议时长", CellType::decimal, "分钟"},
                           {"会议地点"},
                           {"场地归属"},
                           {"状态"}},
                          {},
                          1};
    const Second now = clock_.seconds_since_1970();
    for (const Booking& booking : BookingStore{db_, org}.between({0, start_of(base::Date::of(2199, 12, 31).value())})) {
        base::Record record{
            booking.number,
            {},
            booking.source,
            {booking.source.empty() ? booking.number : booking.source, day_of(booking.span.from), booking.kind,
             booking.host, base::Decimal::whole(booking.attendees), base::Decimal::whole(booking.span.seconds() / 60),
             booking.room.value_or(booking.venue), std::string{booking.room ? "内部场所" : "外部场所"},
             std::string{base::named(states, booking.state_at(now)).chinese}}};
        base::Sm3 digest;
        digest.add_field(record.id);
        for (const base::Cell& cell : record.cells) digest.add_field(base::to_string(cell));
        record.digest = digest.finish();
        records.rows.push_back(std::move(record));
    }
    if (records.rows.empty())
        return base::fail(base::ErrorKind::not_found, "meetings.records.nothing_recorded",
                          {{"collection", collection}});
    return records;
}

}  // namespace meetings
