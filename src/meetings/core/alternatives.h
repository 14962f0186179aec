// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "meetings/core/room.h"

namespace meetings {

// What is taken, by the code of the room.
using Taken = std::map<std::string, std::vector<Span>>;

struct Wish {
    std::string room = {};
    std::vector<Span> spans = {};  // one, or all of a series
    std::int64_t attendees = 1;
    std::vector<std::string> equipment = {};
};

struct Alternative {
    std::string room = {};
    std::string name = {};
    std::int64_t seats = 0;
    Span span = {};  // the first of a series
};

inline constexpr std::size_t most_alternatives = 12;

// Other rooms that are open and free for all spans, with enough seats and the equipment, the smallest that is large
// enough first; then, for a single meeting, the nearest free times of the wished room on the same day, on full quarters
// of an hour.
std::vector<Alternative> alternatives(const Wish& wish, const std::vector<Room>& rooms, const Taken& taken);

bool is_free(const std::vector<Span>* taken, const Span& span);

}  // namespace meetings
