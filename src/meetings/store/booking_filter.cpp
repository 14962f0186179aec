// SPDX-License-Identifier: Apache-2.0
#include "meetings/store/booking_filter.h"

#include <limits>

namespace meetings {

namespace {

// state_at() of core/booking.h: an approved one is held from its end on.
void ask_state(sql::Where& where, State state, Second now)
{
    const sql::Parameters moment{{"now", now}};
    if (state == State::held)
        where.with("b.state = 'approved' AND b.ends <= :now", moment);
    else if (state == State::approved)
        where.with("b.state = 'approved' AND b.ends > :now", moment);
    else
        where.with("b.state = :state", {{"state", std::string{base::named(states, state).word}}});
}

// size_of() of core/statistics.h.
void ask_size(sql::Where& where, Size size)
{
    const auto between = [&](std::int64_t least, std::int64_t most) {
        where.with("b.attendees BETWEEN :least AND :most", {{"least", least}, {"most", most}});
    };
    switch (size) {
        case Size::small: return between(1, 20);
        case Size::middle: return between(21, 50);
        case Size::large: return between(51, 150);
        case Size::great: return between(151, std::numeric_limits<std::int64_t>::max());
    }
}

// counts() of core/statistics.h.
void ask_measure(sql::Where& where, Measure measure, Second now)
{
    where.with("b.state = 'approved' AND b.ends <= :counted_at", {{"counted_at", now}});
    if (measure == Measure::for_leadership)
        where.with("b.kind = :leadership_kind", {{"leadership_kind", std::string{leadership_kind}}});
}

}  // namespace

sql::Where where_of(std::string_view select, const base::OrgId& org, const BookingFilter& filter, Second now)
{
    sql::Where where{select, {{"org_id", org}}};
    if (filter.from) where.with("b.starts >= :from", {{"from", start_of(*filter.from)}});
    if (filter.until) where.with("b.starts < :until", {{"until", start_of(*filter.until) + seconds_of_day}});
    where.with_if(!filter.room.empty(), "b.room = :room", {{"room", filter.room}})
        .with_if(!filter.kind.empty(), "b.kind = :kind", {{"kind", filter.kind}})
        .with_if(!filter.host.empty(), "b.host = :host", {{"host", filter.host}})
        .with_if(!filter.asked_by.empty(), "b.asked_by = :asked_by", {{"asked_by", filter.asked_by}});
    if (filter.state) ask_state(where, *filter.state, now);
    if (filter.size) ask_size(where, *filter.size);
    if (filter.measure) ask_measure(where, *filter.measure, now);
    if (filter.clashing) where.with("b.state IN ('pending', 'waiting')", {}).with(clashes_with_another, {});
    return where;
}

}  // namespace meetings
