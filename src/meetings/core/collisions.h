// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "meetings/core/span.h"

namespace meetings {

// A meeting that stands in a room, and which it is in somebody's list.
struct Placed {
    std::string room = {};
    Span span = {};
    std::size_t which = 0;
};

struct Collision {
    std::size_t one = 0;    // begins first, or stands first in the list
    std::size_t other = 0;  // begins before `one` ends
};

// Of each that begins before an earlier one in its room has ended, that earlier one; by room and time. None of two that
// touch. Which of them may stand is for others to say.
std::vector<Collision> collisions(std::vector<Placed> placed);

}  // namespace meetings
