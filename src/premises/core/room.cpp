// SPDX-License-Identifier: Apache-2.0
#include "premises/core/room.h"

#include <algorithm>
#include <map>
#include <set>

namespace premises {

base::Result<void> check(const Room& room)
{
    constexpr std::int64_t lowest = -20;
    constexpr std::int64_t highest = 200;
    const base::ErrorArgs args{{"room", room.number}};
    if (room.number.empty()) return base::fail(base::ErrorKind::invalid, "premises.room.number_empty");
    if (room.floor == 0) return base::fail(base::ErrorKind::invalid, "premises.room.floor_zero", args);
    if (room.floor < lowest || room.floor > highest)
        return base::fail(base::ErrorKind::invalid, "premises.room.floor_out_of_range", args);
    if (room.usable <= Area{}) return base::fail(base::ErrorKind::invalid, "premises.room.area_not_positive", args);
    return {};
}

base::Result<void> check(const std::vector<Room>& rooms)
{
    std::set<std::string> met;
    for (const Room& room : rooms) {
        TRY(check(room));
        if (!met.insert(room.number).second)
            return base::fail(base::ErrorKind::invalid, "premises.room.number_twice", {{"room", room.number}});
    }
    return {};
}

std::vector<Floor> floors_of(const std::vector<Room>& rooms)
{
    std::map<std::int64_t, Floor> by_floor;
    for (const Room& room : rooms) {
        Floor& floor = by_floor[room.floor];
        floor.floor = room.floor;
        floor.rooms.push_back(room);
        floor.usable += room.usable;
        auto use = std::find_if(floor.by_use.begin(), floor.by_use.end(),
                                [&](const UseArea& known) { return known.use == room.use; });
        if (use == floor.by_use.end()) use = floor.by_use.insert(use, UseArea{room.use});
        ++use->rooms;
        use->usable += room.usable;
    }
    std::vector<Floor> floors;
    for (auto& [number, floor] : by_floor) {
        std::sort(floor.by_use.begin(), floor.by_use.end(),
                  [](const UseArea& a, const UseArea& b) { return a.use < b.use; });
        floors.push_back(std::move(floor));
    }
    return floors;
}

}  // namespace premises
