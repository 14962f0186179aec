// SPDX-License-Identifier: Apache-2.0
#include "repairs/store/order_question.h"

namespace repairs {

namespace {

constexpr std::string_view not_repaired = "o.state IN ('submitted', 'open', 'paused')";
constexpr std::string_view counts = "o.state NOT IN ('rejected', 'cancelled')";

// time_used() of core/clock.h: until the repair or now, without what pauses took that stop the clock.
constexpr std::string_view is_late = R"(
    COALESCE(o.repaired, :now) - o.reported
    - COALESCE((SELECT SUM(CASE WHEN p.ends < COALESCE(o.repaired, :now) THEN p.ends ELSE COALESCE(o.repaired, :now) END
                           - CASE WHEN p.starts > o.reported THEN p.starts ELSE o.reported END)
                  FROM repairs_pause p
                 WHERE p.org_id = o.org_id AND p.order_number = o.number
                   AND p.reason IN (:stop_1, :stop_2, :stop_3, :stop_4)
                   AND p.starts < COALESCE(o.repaired, :now) AND COALESCE(p.ends, :now) > o.reported), 0)
    > :limit_seconds)";

// What clock_of() answers with this state, while the time is not over.
std::string_view states_with(ClockState clock)
{
    switch (clock) {
        case ClockState::running: return "o.state IN ('submitted', 'open')";
        case ClockState::paused: return "o.state = 'paused'";
        case ClockState::stopped: return "o.state = 'repaired'";
        case ClockState::met: return "o.state = 'accepted'";
        case ClockState::late: return counts;
        case ClockState::none: break;
    }
    return "o.state IN ('rejected', 'cancelled')";
}

void ask_clock(sql::Where& where, const ClockAsked& asked)
{
    where.with(states_with(asked.state), {});
    if (asked.state == ClockState::none) return;
    sql::Parameters parameters{{"now", asked.now}, {"limit_seconds", asked.limit.seconds}};
    static_assert(pause_reasons.size() == 4, "is_late names a place for each");
    for (std::size_t at = 0; at < pause_reasons.size(); ++at) {
        const bool stops = asked.limit.stopping.contains(pause_reasons[at].value);
        parameters.emplace_back("stop_" + std::to_string(at + 1), stops ? std::string{pause_reasons[at].word} : "");
    }
    const std::string over{is_late};
    where.with(asked.state == ClockState::late ? over : "NOT (" + over + ")", parameters);
}

}  // namespace

sql::Where where_of(std::string_view select, const base::OrgId& org, const OrderQuestion& question)
{
    sql::Where where{select, {{"org_id", org}}};
    where.with("o.reported >= :from", {{"from", question.from}})
        .with_if(question.until.has_value(), "o.reported < :until", {{"until", question.until.value_or(0)}})
        .with_if(!question.equipment.empty(), "o.equipment = :equipment", {{"equipment", question.equipment}})
        .with_if(question.without_equipment, "o.equipment IS NULL", {})
        .with_if(!question.kind.empty(), "e.kind = :kind", {{"kind", question.kind}})
        .with_if(!question.room.empty(), "o.room = :room", {{"room", question.room}})
        .with_if(!question.reported_by.empty(), "o.reported_by = :by", {{"by", question.reported_by}});
    if (question.scope) where.with(*question.scope == Scope::counted ? counts : not_repaired, {});
    if (question.state)
        where.with("o.state = :state", {{"state", std::string{base::named(states, *question.state).word}}});
    if (question.source)
        where.with("o.source = :source", {{"source", std::string{base::named(sources, *question.source).word}}});
    if (question.clock) ask_clock(where, *question.clock);
    return where;
}

}  // namespace repairs
