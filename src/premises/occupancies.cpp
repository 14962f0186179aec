// SPDX-License-Identifier: Apache-2.0
// Who has had the rooms since when.
#include <algorithm>
#include <stdexcept>

#include "identity/identity.h"
#include "premises/premises.h"
#include "premises/store/estate_store.h"
#include "premises/store/occupancy_store.h"
#include "premises/store/room_store.h"
#include "premises/use_case.h"

namespace premises {

std::vector<Occupancy> Premises::occupancies(const base::OrgId& org, const std::string& building,
                                             const std::string& number) const
{
    return OccupancyStore{db_, org}.of_room(building, number);
}

std::map<std::pair<std::string, std::string>, Occupancy> Premises::last_occupancies(const base::OrgId& org) const
{
    return OccupancyStore{db_, org}.last();
}

std::vector<VacantRoom> Premises::vacant_rooms(const base::OrgId& org) const
{
    const auto vacancies = OccupancyStore{db_, org}.vacancies();
    std::vector<VacantRoom> found;
    for (Room& room : RoomStore{db_, org}.vacant()) {
        const base::Date since = vacancies.at({room.building, room.number}).from;
        found.push_back({std::move(room), since});
    }
    return found;
}

base::Result<void> Premises::give_room(const base::Actor& actor, const Occupancy& asked)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock_register(db_, actor.org);
    RoomStore rooms{db_, actor.org};
    std::vector<Room> of_building = rooms.of_building(asked.building);
    const auto room = std::find_if(of_building.begin(), of_building.end(),
                                   [&](const Room& one) { return one.number == asked.number; });
    if (room == of_building.end())
        return base::fail(base::ErrorKind::not_found, "premises.room.unknown",
                          {{"room", asked.number}, {"building", asked.building}});
    OccupancyStore store{db_, actor.org};
    const std::vector<Occupancy> past = store.of_room(asked.building, asked.number);
    if (past.empty()) throw std::logic_error{"premises_room_use has nothing of a room of the register"};
    const Occupancy& last = past.back();
    TRY(check_next(last, asked, clock_.today()));
    const std::string before = digest_of_cells({room->unit, last.from.to_string(), last.document});
    room->unit = asked.unit;
    rooms.put(*room);
    Occupancy given = asked;
    given.recorded_by = actor.name;
    store.add(given);
    identity::record(db_, actor, clock_,
                     {"premises.room.give", asked.building + "/" + asked.number, asked.unit, before,
                      digest_of_cells({asked.unit, asked.from.to_string(), asked.document})});
    transaction.commit();
    return {};
}

}  // namespace premises
