// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/collisions.h"

#include <algorithm>
#include <tuple>

namespace meetings {

std::vector<Collision> collisions(std::vector<Placed> placed)
{
    std::sort(placed.begin(), placed.end(), [](const Placed& one, const Placed& other) {
        return std::tie(one.room, one.span.from, one.which) < std::tie(other.room, other.span.from, other.which);
    });
    std::vector<Collision> found;
    const Placed* last = nullptr;  // of those so far in this room, the one that ends last
    for (const Placed& next : placed) {
        const bool is_same_room = last && last->room == next.room;
        if (is_same_room && next.span.from < last->span.until) found.push_back({last->which, next.which});
        if (!is_same_room || next.span.until > last->span.until) last = &next;
    }
    return found;
}

}  // namespace meetings
