// SPDX-License-Identifier: Apache-2.0
// What an agreement or a person needs stays in the register.
#include "allocations/holds.h"

#include <set>

#include "allocations/allocations.h"
#include "allocations/use_case.h"
#include "premises/premises.h"

namespace allocations {

base::Result<void> Allocations::hold_rooms(const base::Actor& actor, const Agreement& agreement)
{
    premises::Premises premises{db_, clock_};
    for (const AgreedRoom& agreed : agreement.rooms) {
        const premises::RoomHold hold = hold_of(agreement, agreed);
        TRY(agreement.ended_on ? premises.release_room(actor, hold) : premises.hold_room(actor, hold));
    }
    return {};
}

base::Result<void> Allocations::hold_what_is_given(const base::Actor& actor)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    std::set<premises::RoomHold> missing;
    for (const Agreement& agreement : agreements(actor.org))
        if (!agreement.ended_on)
            for (const AgreedRoom& agreed : agreement.rooms) missing.insert(hold_of(agreement, agreed));
    for (const RoomUse& use : room_uses(actor.org))
        if (!use.ended_on) missing.insert(hold_of(use));
    premises::Premises premises{db_, clock_};
    for (const premises::RoomHold& hold : premises.held_rooms(actor.org)) missing.erase(hold);
    for (const premises::RoomHold& hold : missing) {
        auto done = premises.hold_room(actor, hold);
        if (!done && done.error().code != "premises.room.unknown") return done;
    }
    transaction.commit();
    return {};
}

}  // namespace allocations
