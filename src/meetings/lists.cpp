// SPDX-License-Identifier: Apache-2.0
// Bookings as lists and numbers.
#include <algorithm>
#include <map>

#include "base/sm3.h"
#include "meetings/meetings.h"
#include "meetings/service.h"

namespace meetings {

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
    return BookingStore{db_, org}.list(filter, clock_.seconds_since_1970());
}

BookingPage Meetings::booking_page(const base::OrgId& org, const BookingFilter& filter,
                                   const std::optional<BookingPlace>& behind, std::size_t limit) const
{
    const BookingStore store{db_, org};
    const Second now = clock_.seconds_since_1970();
    BookingPage page{store.page(filter, now, behind, limit + 1), store.count(filter, now), false};
    page.has_next = page.bookings.size() > limit;
    if (page.has_next) page.bookings.pop_back();
    return page;
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
