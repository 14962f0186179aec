// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meetings/core/booking.h"

namespace meetings {

// A folded card on the table: the name, and below it the unit where there is one.
struct PlaceCard {
    std::string name = {};
    std::string unit = {};

    friend bool operator==(const PlaceCard&, const PlaceCard&) = default;
};

struct Refreshment {
    std::string name = {};
    std::int64_t quantity = 1;

    friend bool operator==(const Refreshment&, const Refreshment&) = default;
};

// Somebody of the organisation with an account, or anybody by name.
struct ServiceStaff {
    std::optional<std::string> account = {};
    std::string name = {};

    friend bool operator==(const ServiceStaff&, const ServiceStaff&) = default;
};

// 服务单: what a meeting needs. Version 0: nobody has said anything yet.
struct ServiceSheet {
    std::string banner = {};                     // 会标
    std::vector<PlaceCard> place_cards = {};     // 座签, in their order
    std::vector<Refreshment> refreshments = {};  // 茶水
    std::vector<std::string> equipment = {};     // of what the room has
    std::string equipment_note = {};
    std::vector<ServiceStaff> staff = {};
    std::string requests = {};
    std::int64_t version = 0;
    std::string changed_by = {};
    std::int64_t changed_ms = 0;

    bool names(const std::string& account) const;
};

inline constexpr std::size_t most_place_cards = 300;
inline constexpr std::size_t most_refreshments = 50;
inline constexpr std::size_t most_staff = 50;

// Refuses meetings.service.too_many_cards {most}, .too_many_refreshments {most}, .too_many_staff {most}, .card_empty
// {place}, .refreshment_empty, .quantity_not_positive, .equipment_unknown {name} (the room has none), .staff_empty and
// .staff_twice {name}.
base::Result<void> check(const ServiceSheet& sheet, const std::vector<std::string>& equipment_of_room);

// Of a meeting that was refused, cancelled or missed nothing is served: meetings.service.not_standing {number, state}.
base::Result<void> require_served(const Booking& booking);
// The sheet changes until the meeting is over, the second of its end excluded. Refuses what require_served() refuses,
// and meetings.service.over {number}.
base::Result<void> require_changeable(const Booking& booking, Second now);

// Of a confidential meeting sheet, checklists and papers are for who asked and for holders of meetings.confidential.
bool may_see_service(const Booking& booking, const std::string& account, bool knows_confidential);

}  // namespace meetings
