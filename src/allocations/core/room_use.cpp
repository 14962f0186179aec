// SPDX-License-Identifier: Apache-2.0
#include "allocations/core/room_use.h"

namespace allocations {

using base::ErrorKind;

namespace {

constexpr unsigned months_of_a_year = 12;

// By the calendar, not by 30 days.
base::Date months_later(base::Date day, unsigned months)
{
    const unsigned counted = day.month() - 1 + months;
    const int year = day.year() + static_cast<int>(counted / months_of_a_year);
    const unsigned month = counted % months_of_a_year + 1;
    for (unsigned wanted = day.day();; --wanted)
        if (const auto found = base::Date::of(year, month, wanted)) return *found;
}

base::Result<void> check_goes_on(const RoomUse& use, base::Date day)
{
    if (use.ended_on)
        return base::fail(ErrorKind::conflict, "allocations.use.ended", {{"date", use.ended_on->to_string()}});
    if (day < use.started_on)
        return base::fail(ErrorKind::invalid, "allocations.use.before_start", {{"date", use.started_on.to_string()}});
    return {};
}

}  // namespace

base::Date due_on(Event event, base::Date happened_on)
{
    return months_later(happened_on, event == Event::concurrent_post_left ? 2 : 1);
}

Stand stand_of(const RoomUse& use, base::Date today)
{
    if (use.ended_on) return Stand::returned;
    if (!use.due_on) return Stand::in_use;
    return *use.due_on < today ? Stand::overdue : Stand::due;
}

base::Result<void> check(const RoomUse& use)
{
    if (use.person.empty()) return base::fail(ErrorKind::invalid, "allocations.use.person_empty");
    if (use.post == PostKind::concurrent && use.approval.empty())
        return base::fail(ErrorKind::invalid, "allocations.use.approval_missing", {{"person", use.person}});
    if (use.post == PostKind::main && !use.approval.empty())
        return base::fail(ErrorKind::invalid, "allocations.use.approval_without_post", {{"person", use.person}});
    return {};
}

base::Result<void> check_second(premises::Area usable, std::int64_t heads, premises::Area standard)
{
    const base::Ratio share = base::Ratio::of(usable.m2()) / base::Ratio::whole(heads);
    if (share < base::Ratio::of(standard.m2())) return {};
    return base::fail(ErrorKind::invalid, "allocations.use.second_not_smaller",
                      {{"share", share.rounded(2).to_string()}, {"standard", standard.to_string()}});
}

base::Result<RoomUse> after_event(RoomUse use, Event event, base::Date happened_on)
{
    TRY(check_goes_on(use, happened_on));
    if (use.event) return base::fail(ErrorKind::conflict, "allocations.use.event_taken", {{"person", use.person}});
    if (event == Event::concurrent_post_left && use.post == PostKind::main)
        return base::fail(ErrorKind::invalid, "allocations.use.event_of_other_post", {{"person", use.person}});
    use.event = event;
    use.happened_on = happened_on;
    use.due_on = due_on(event, happened_on);
    return use;
}

base::Result<RoomUse> returned(RoomUse use, base::Date ended_on)
{
    TRY(check_goes_on(use, ended_on));
    use.ended_on = ended_on;
    return use;
}

}  // namespace allocations
