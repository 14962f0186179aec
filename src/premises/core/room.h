// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "premises/core/area.h"
#include "premises/core/named.h"

namespace premises {

// What a room is for (党政机关办公用房管理办法, 2017): four kinds of office space, and rooms for technical work, which
// stand outside and never count as office space.
enum class RoomUse { office, service, equipment, ancillary, technical };
inline constexpr std::array room_uses{Named<RoomUse>{RoomUse::office, "office", "办公室"},
                                      Named<RoomUse>{RoomUse::service, "service", "服务用房"},
                                      Named<RoomUse>{RoomUse::equipment, "equipment", "设备用房"},
                                      Named<RoomUse>{RoomUse::ancillary, "ancillary", "附属用房"},
                                      Named<RoomUse>{RoomUse::technical, "technical", "技术业务用房"}};

struct Room {
    std::string building = {};
    std::string number = {};
    std::int64_t floor = 1;  // below the ground negative, never 0
    std::string name = {};
    RoomUse use = RoomUse::office;
    Area usable = {};
    std::string unit = {};  // who uses it
    std::string note = {};

    friend bool operator==(const Room&, const Room&) = default;
};

// Refuses premises.room.number_empty, .floor_zero {room}, .floor_out_of_range {room}, .area_not_positive {room}.
base::Result<void> check(const Room& room);
// All rooms of one building. Refuses the same and premises.room.number_twice {room}.
base::Result<void> check(const std::vector<Room>& rooms);

struct UseArea {
    RoomUse use = RoomUse::office;
    std::int64_t rooms = 0;
    Area usable = {};
};

// A floor that has rooms.
struct Floor {
    std::int64_t floor = 1;
    std::vector<Room> rooms = {};
    Area usable = {};
    std::vector<UseArea> by_use = {};  // uses that there are
};

// From the bottom; `rooms` may come in any order, each floor keeps theirs.
std::vector<Floor> floors_of(const std::vector<Room>& rooms);

}  // namespace premises
