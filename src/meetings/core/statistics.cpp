// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/statistics.h"

#include <algorithm>
#include <map>

namespace meetings {

namespace {

// Counts by key, in the order of the keys.
class Tally {
public:
    void add(const std::string& key, const std::string& name, const Booking& booking)
    {
        Count& count = counts_[key];
        count.key = key;
        count.name = name;
        ++count.count;
        count.seconds += booking.span.seconds();
        count.attendees += booking.attendees;
    }
    std::vector<Count> by_key() const
    {
        std::vector<Count> list;
        for (const auto& [key, count] : counts_) list.push_back(count);
        return list;
    }
    std::vector<Count> most_first() const
    {
        std::vector<Count> list = by_key();
        std::stable_sort(list.begin(), list.end(),
                         [](const Count& one, const Count& other) { return one.count > other.count; });
        return list;
    }

private:
    std::map<std::string, Count> counts_;
};

std::vector<RoomShare> shares_of(const std::vector<Room>& rooms, base::Date first, base::Date last)
{
    std::vector<RoomShare> shares;
    for (const Room& room : rooms) {
        RoomShare share{room.code, room.name};
        for (std::int64_t day = first.days_since_1970(); day <= last.days_since_1970(); ++day)
            share.open_seconds += room.opening.seconds_on(base::Date::from_days(day));
        shares.push_back(std::move(share));
    }
    return shares;
}

std::vector<Count> sizes_in_order(const std::vector<Count>& counts)
{
    std::vector<Count> ordered;
    for (const auto& size : sizes)
        for (const Count& count : counts)
            if (count.key == size.word) ordered.push_back(count);
    return ordered;
}

}  // namespace

Size size_of(std::int64_t attendees)
{
    if (attendees <= 20) return Size::small;
    if (attendees <= 50) return Size::middle;
    return attendees <= 150 ? Size::large : Size::great;
}

bool counts(Measure measure, const Booking& booking, Second now)
{
    if (booking.state_at(now) != State::held) return false;
    return measure == Measure::held || booking.kind == leadership_kind;
}

Statistics statistics(const std::vector<Booking>& bookings, const std::vector<Room>& rooms, base::Date first,
                      base::Date last, Second now)
{
    Statistics found;
    found.rooms = shares_of(rooms, first, last);
    Tally months;
    Tally kinds;
    Tally by_size;
    Tally hosts;
    for (const Booking& booking : bookings) {
        if (booking.state == State::cancelled) ++found.cancelled;
        if (booking.state == State::no_show) ++found.no_show;
        if (!counts(Measure::held, booking, now)) continue;
        ++found.held;
        if (counts(Measure::for_leadership, booking, now)) ++found.for_leadership;
        const std::string month = day_of(booking.span.from).to_string().substr(0, 7);
        months.add(month, month, booking);
        kinds.add(booking.kind, booking.kind, booking);
        const auto& size = base::named(sizes, size_of(booking.attendees));
        by_size.add(std::string{size.word}, std::string{size.chinese}, booking);
        hosts.add(booking.host, booking.host, booking);
        ++(booking.room ? found.own_venues : found.other_venues);
        for (RoomShare& share : found.rooms) {
            if (!booking.room || share.room != *booking.room) continue;
            ++share.count;
            share.seconds += booking.span.seconds();
        }
    }
    found.by_month = months.by_key();
    found.by_kind = kinds.most_first();
    found.by_size = sizes_in_order(by_size.by_key());
    found.by_host = hosts.most_first();
    return found;
}

}  // namespace meetings
