// SPDX-License-Identifier: Apache-2.0
// What needs a room to stay in the register. Part of what somebody else records: that one has the audit record.
#include <algorithm>

#include "premises/premises.h"
#include "premises/room_holds.h"
#include "premises/store/room_hold_store.h"
#include "premises/use_case.h"

namespace premises {

using base::ErrorKind;

base::Result<void> Premises::hold_room(const base::Actor& actor, const RoomHold& hold)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock_register(db_, actor.org);
    if (!RoomHoldStore{db_, actor.org}.add(hold))
        return base::fail(ErrorKind::not_found, "premises.room.unknown",
                          {{"room", hold.number}, {"building", hold.building}});
    transaction.commit();
    return {};
}

base::Result<void> Premises::release_room(const base::Actor& actor, const RoomHold& hold)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    RoomHoldStore{db_, actor.org}.remove(hold);
    transaction.commit();
    return {};
}

base::Result<void> check_none_held_leaves(sql::Connection& db, const base::OrgId& org, const std::string& building,
                                          const std::vector<Room>& rooms)
{
    for (const RoomHold& hold : RoomHoldStore{db, org}.of_building(building)) {
        const bool stays =
            std::any_of(rooms.begin(), rooms.end(), [&](const Room& room) { return room.number == hold.number; });
        if (stays) continue;
        return base::fail(
            ErrorKind::conflict,
            hold.holder == Holder::agreement ? "premises.room.held_by_agreement" : "premises.room.held_by_person",
            {{"room", hold.number}, {"building", building}, {"number", hold.name}});
    }
    return {};
}

}  // namespace premises
