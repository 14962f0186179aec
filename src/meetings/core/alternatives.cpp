// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/alternatives.h"

#include <algorithm>
#include <cstdlib>

namespace meetings {

namespace {

constexpr Second quarter = 15 * 60;

const std::vector<Span>* taken_in(const Taken& taken, const std::string& room)
{
    const auto found = taken.find(room);
    return found == taken.end() ? nullptr : &found->second;
}

bool suits(const Room& room, const Wish& wish)
{
    return room.is_active && room.seats >= wish.attendees && room.has(wish.equipment);
}

bool takes_all(const Room& room, const std::vector<Span>& spans, const Taken& taken)
{
    const auto* const busy = taken_in(taken, room.code);
    return std::all_of(spans.begin(), spans.end(),
                       [&](const Span& span) { return room.opening.covers(span) && is_free(busy, span); });
}

void add_other_times(const Room& room, const Span& wished, const Taken& taken, std::vector<Alternative>& found)
{
    const auto* const busy = taken_in(taken, room.code);
    const Second day = start_of(day_of(wished.from));
    std::vector<Span> free;
    for (Second from = day + room.opening.from_minute * 60; from < day + seconds_of_day; from += quarter) {
        const Span span{from, from + wished.seconds()};
        if (room.opening.covers(span) && is_free(busy, span)) free.push_back(span);
    }
    std::stable_sort(free.begin(), free.end(), [&](const Span& one, const Span& other) {
        return std::abs(one.from - wished.from) < std::abs(other.from - wished.from);
    });
    for (const Span& span : free) {
        if (found.size() == most_alternatives) return;
        found.push_back({room.code, room.name, room.seats, span});
    }
}

}  // namespace

bool is_free(const std::vector<Span>* taken, const Span& span)
{
    return !taken || std::none_of(taken->begin(), taken->end(), [&](const Span& one) { return overlap(one, span); });
}

std::vector<Alternative> alternatives(const Wish& wish, const std::vector<Room>& rooms, const Taken& taken)
{
    std::vector<Alternative> found;
    for (const Room& room : rooms)
        if (room.code != wish.room && suits(room, wish) && takes_all(room, wish.spans, taken))
            found.push_back({room.code, room.name, room.seats, wish.spans.front()});
    std::stable_sort(found.begin(), found.end(),
                     [](const Alternative& one, const Alternative& other) { return one.seats < other.seats; });
    constexpr std::size_t most_rooms = most_alternatives / 2;
    if (found.size() > most_rooms) found.resize(most_rooms);
    const auto wished =
        std::find_if(rooms.begin(), rooms.end(), [&](const Room& room) { return room.code == wish.room; });
    if (wish.spans.size() == 1 && wished != rooms.end() && wished->is_active)
        add_other_times(*wished, wish.spans.front(), taken, found);
    return found;
}

}  // namespace meetings
