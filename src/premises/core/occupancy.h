// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "premises/core/room.h"

namespace premises {

// Who has had a room since when; nobody where `unit` is empty.
struct Occupancy {
    std::string building = {};
    std::string number = {};
    base::Date from = {};
    std::string unit = {};
    std::string document = {};
    std::string recorded_by = {};

    friend bool operator==(const Occupancy&, const Occupancy&) = default;
};

// A room that nobody has. Where the register never saw it with anybody, `since` is when the register first had it.
struct VacantRoom {
    Room room = {};
    base::Date since = {};
};

// Whether `next` may follow `last`. Refuses premises.occupancy.in_future {date}, .before_last {date}, .same_unit
// {unit}.
base::Result<void> check_next(const Occupancy& last, const Occupancy& next, base::Date today);

// Since when the same unit really has the room, where `past`, all that is known of it, is only the day on which the
// register first said so: no paper, no other unit. Refuses premises.occupancy.in_future {date}, .since_recorded {date}.
base::Result<void> check_since(const std::vector<Occupancy>& past, base::Date since, base::Date today);

}  // namespace premises
