// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/named.h"
#include "base/result.h"

namespace holdings {

// What became of a room that nobody has: offered to units first (调剂优先), then given to one, let, or kept.
enum class IdleState { idle, offered, transferred, let, kept };
inline constexpr std::array idle_states{base::Named<IdleState>{IdleState::idle, "idle", "闲置"},
                                        base::Named<IdleState>{IdleState::offered, "offered", "待调剂"},
                                        base::Named<IdleState>{IdleState::transferred, "transferred", "已调剂"},
                                        base::Named<IdleState>{IdleState::let, "let", "已出租"},
                                        base::Named<IdleState>{IdleState::kept, "kept", "留用"}};

struct IdleDecision {
    std::string building = {};
    std::string number = {};
    IdleState state = IdleState::idle;
    std::string unit = {};  // who gets it, of a transfer
    base::Date day = {};
    std::string document = {};
    base::Date vacant_since = {};  // which of the room's vacancies it is about
};

struct IdleRoom {
    std::string building = {};
    std::string building_name = {};
    std::string number = {};
    std::int64_t usable_dm2 = 0;
    base::Date vacant_since = {};
    std::int64_t days = 0;
    IdleState state = IdleState::idle;
    std::optional<IdleDecision> decision = {};  // the last one
};

// A room is idle on the day after that many days without a unit: with 90, from the 91st on.
bool is_idle(base::Date vacant_since, base::Date today, std::int64_t days);

// Whether `next` may come after what stands. Refuses holdings.idle.same_state, .not_offered (letting or keeping a room
// that was not offered to units before), .unit_missing, .unit_unexpected, .document_missing, .in_future {date},
// .before_last {date}.
base::Result<void> check_decision(const IdleRoom& room, const IdleDecision& next, base::Date today);

}  // namespace holdings
