// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/named.h"

namespace repairs {

using Second = std::int64_t;  // since 1970

enum class PauseReason { waiting_for_parts, meeting_in_progress, room_in_use, asked_by_reporter };
inline constexpr std::array pause_reasons{
    base::Named<PauseReason>{PauseReason::waiting_for_parts, "waiting_for_parts", "等配件"},
    base::Named<PauseReason>{PauseReason::meeting_in_progress, "meeting_in_progress", "等会议结束"},
    base::Named<PauseReason>{PauseReason::room_in_use, "room_in_use", "房间占用"},
    base::Named<PauseReason>{PauseReason::asked_by_reporter, "asked_by_reporter", "报修人要求"}};

struct Pause {
    Second from = 0;
    std::optional<Second> until = {};
    PauseReason reason = PauseReason::waiting_for_parts;
    std::string note = {};
};

// Within which time a fault is repaired, and which pauses stop its clock (rules/repairs/limits.csv).
struct Limit {
    Second seconds = 0;
    std::set<PauseReason> stopping = {};
    std::string source = {};
};

// running and paused: not repaired. stopped: repaired within the time and not accepted yet. met: accepted within the
// time. late: over it, repaired or not. none: rejected or cancelled.
enum class ClockState { running, paused, stopped, met, late, none };
inline constexpr std::array clock_states{base::Named<ClockState>{ClockState::running, "running", "计时中"},
                                         base::Named<ClockState>{ClockState::paused, "paused", "暂停"},
                                         base::Named<ClockState>{ClockState::stopped, "stopped", "待验收"},
                                         base::Named<ClockState>{ClockState::met, "met", "时限内"},
                                         base::Named<ClockState>{ClockState::late, "late", "超时"},
                                         base::Named<ClockState>{ClockState::none, "none", "不计"}};

struct Clock {
    ClockState state = ClockState::none;
    Second used = 0;
    Second limit = 0;
    // When the time is over unless it is paused again; of one that runs.
    std::optional<Second> due = {};
};

// The time from one second to another without the pauses that stop the clock. Pauses follow one another; one that goes
// on ends with `until`.
Second time_used(Second from, Second until, const std::vector<Pause>& pauses, const Limit& limit);

// Begun minutes count, so that one second over the limit shows.
std::int64_t begun_minutes(Second seconds);

}  // namespace repairs
