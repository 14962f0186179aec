// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/date.h"
#include "premises/core/area_standard.h"
#include "premises/core/named.h"

namespace allocations {

using premises::Named;

// Whether the room is at the unit of somebody's main post (主要任职) or of another one (兼职).
enum class PostKind { main, concurrent };
inline constexpr std::array post_kinds{Named<PostKind>{PostKind::main, "main", "主要任职"},
                                       Named<PostKind>{PostKind::concurrent, "concurrent", "兼职"}};

// After which a room has to be given back (党政机关办公用房管理办法, 2017).
enum class Event { transfer, retirement, concurrent_post_left };
inline constexpr std::array events{Named<Event>{Event::transfer, "transfer", "调离"},
                                   Named<Event>{Event::retirement, "retirement", "退休"},
                                   Named<Event>{Event::concurrent_post_left, "concurrent_post_left", "免去兼职"}};

// The last day to give a room back: one calendar month after a transfer or retirement, two after leaving a concurrent
// post. Where that month has no such day, its last day.
base::Date due_on(Event event, base::Date happened_on);

// Who uses which room since when. A person is a number, never a name.
struct RoomUse {
    std::int64_t number = 0;  // given by the store
    std::string person = {};
    std::string rank = {};
    std::string unit = {};
    PostKind post = PostKind::main;
    std::string building = {};
    std::string room = {};
    base::Date started_on = {};
    std::string approval = {};  // the paper that allows a second room; empty for the one room that everybody may have
    std::optional<Event> event = {};
    std::optional<base::Date> happened_on = {};
    std::optional<base::Date> due_on = {};
    std::optional<base::Date> ended_on = {};
};

// Due is a room that is to be given back, until the last day for it is over.
enum class Stand { in_use, due, overdue, returned };
inline constexpr std::array stands{
    Named<Stand>{Stand::in_use, "in_use", "在用"}, Named<Stand>{Stand::due, "due", "待退"},
    Named<Stand>{Stand::overdue, "overdue", "逾期未退"}, Named<Stand>{Stand::returned, "returned", "已退"}};
Stand stand_of(const RoomUse& use, base::Date today);

// Refuses allocations.use.person_empty, .approval_missing (a room at a concurrent unit is a second one),
// .approval_without_post (who has a paper for a second room has it at a concurrent unit).
base::Result<void> check(const RoomUse& use);

// A second room is smaller than the standard; a shared one is split by head count, the new person included. Refuses
// allocations.use.second_not_smaller {share, standard}.
base::Result<void> check_second(premises::Area usable, std::int64_t heads, premises::Area standard);

// Refuses allocations.use.ended, .event_taken, .before_start {date}, .event_of_other_post (a main post is no concurrent
// one to be left).
base::Result<RoomUse> after_event(RoomUse use, Event event, base::Date happened_on);
base::Result<RoomUse> returned(RoomUse use, base::Date ended_on);  // refuses .ended, .before_start

}  // namespace allocations
