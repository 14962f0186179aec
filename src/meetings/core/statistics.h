// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "meetings/core/booking.h"
#include "meetings/core/room.h"

namespace meetings {

// Which meetings count, each under its own name, so that two figures never stand for one thing.
enum class Measure { held, for_leadership };
inline constexpr std::array measures{
    base::Named<Measure>{Measure::held, "held", "承办各类会议"},
    base::Named<Measure>{Measure::for_leadership, "for_leadership", "区委区政府重要会议"}};
// The kind that for_leadership counts.
inline constexpr std::string_view leadership_kind = "区委区政府重要会议";

enum class Size { small, middle, large, great };
inline constexpr std::array sizes{
    base::Named<Size>{Size::small, "small", "20人及以下"}, base::Named<Size>{Size::middle, "middle", "21至50人"},
    base::Named<Size>{Size::large, "large", "51至150人"}, base::Named<Size>{Size::great, "great", "150人以上"}};
Size size_of(std::int64_t attendees);

bool counts(Measure measure, const Booking& booking, Second now);

struct Count {
    std::string key = {};  // the value of the filter that lists them
    std::string name = {};
    std::int64_t count = 0;
    Second seconds = 0;
    std::int64_t attendees = 0;
};

struct RoomShare {
    std::string room = {};
    std::string name = {};
    std::int64_t count = 0;
    Second seconds = 0;
    Second open_seconds = 0;
};

struct Statistics {
    std::int64_t held = 0;
    std::int64_t for_leadership = 0;
    std::vector<Count> by_month = {};
    std::vector<Count> by_kind = {};
    std::vector<Count> by_size = {};
    std::vector<Count> by_host = {};
    std::vector<RoomShare> rooms = {};
    std::int64_t own_venues = 0;
    std::int64_t other_venues = 0;
    std::int64_t cancelled = 0;
    std::int64_t no_show = 0;
};

// Of bookings that begin on one of these days. All counts but the last two are of held ones. Rooms are open as their
// rules are today.
Statistics statistics(const std::vector<Booking>& bookings, const std::vector<Room>& rooms, base::Date first,
                      base::Date last, Second now);

}  // namespace meetings
