// SPDX-License-Identifier: Apache-2.0
// 闲置: rooms that nobody has, and what becomes of them.
#include <algorithm>

#include "holdings/holdings.h"
#include "holdings/limits.h"
#include "holdings/store/idle_store.h"
#include "holdings/use_case.h"
#include "identity/identity.h"
#include "premises/premises.h"

namespace holdings {

IdlePool Holdings::idle(const base::OrgId& org, std::optional<std::int64_t> days) const
{
    const premises::Premises premises{db_, clock_};
    const base::Date today = clock_.today();
    IdlePool pool{days ? *days : shipped_days("idle"), {}};
    std::map<std::string, std::string> names;
    for (const premises::Estate& one : premises.estates(org, premises::EstateKind::building))
        names[one.code] = one.name;
    const auto decisions = IdleStore{db_, org}.last();
    for (const premises::VacantRoom& vacant : premises.vacant_rooms(org)) {
        const premises::Room& room = vacant.room;
        if (!is_idle(vacant.since, today, pool.days)) continue;
        IdleRoom idle{room.building, names[room.building],
                      room.number,   room.usable.dm2(),
                      vacant.since,  today.days_since_1970() - vacant.since.days_since_1970()};
        // A decision is about one vacancy; the next one begins anew.
        const auto decision = decisions.find({room.building, room.number});
        if (decision != decisions.end() && decision->second.vacant_since == vacant.since) {
            idle.decision = decision->second;
            idle.state = decision->second.state;
        }
        pool.rooms.push_back(std::move(idle));
    }
    return pool;
}

base::Result<IdleRoom> Holdings::decide(const base::Actor& actor, IdleDecision decision)
{
    TRY(require_permission(actor, "holdings.edit"));
    sql::Transaction transaction{db_};
    lock_holdings(db_, actor.org);
    IdlePool vacant = idle(actor.org, -1);  // a room may be offered before it counts as idle
    const auto room = std::find_if(vacant.rooms.begin(), vacant.rooms.end(), [&](const IdleRoom& one) {
        return one.building == decision.building && one.number == decision.number;
    });
    if (room == vacant.rooms.end())
        return base::fail(base::ErrorKind::not_found, "holdings.idle.room_not_vacant",
                          {{"building", decision.building}, {"room", decision.number}});
    TRY(check_decision(*room, decision, clock_.today()));
    decision.vacant_since = room->vacant_since;
    IdleStore{db_, actor.org}.add(decision, actor.name);
    if (decision.state == IdleState::transferred)
        TRY(premises::Premises(db_, clock_)
                .give_room(actor,
                           {decision.building, decision.number, decision.day, decision.unit, decision.document}));
    identity::record(db_, actor, clock_,
                     {"holdings.idle.decide", decision.building + "/" + decision.number,
                      std::string{base::named(idle_states, decision.state).word} + " " + decision.document});
    transaction.commit();
    IdleRoom decided = *room;
    decided.state = decision.state;
    decided.decision = decision;
    return decided;
}

}  // namespace holdings
