// SPDX-License-Identifier: Apache-2.0
// What is published once a year, and what each person has.
#include <map>

#include "allocations/allocations.h"
#include "allocations/store/publication_store.h"
#include "allocations/store/room_use_store.h"
#include "allocations/store/unit_store.h"
#include "allocations/use_case.h"
#include "identity/identity.h"
#include "premises/area_standard_files.h"
#include "premises/premises.h"

namespace allocations {

std::vector<Publication> Allocations::publications(const base::OrgId& org) const
{
    return PublicationStore{db_, org}.all();
}

base::Result<Publication> Allocations::publish(const base::Actor& actor, const Publication& publication)
{
    TRY(require(actor, "premises.edit"));
    TRY(check(publication, clock_.today()));
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    Publication recorded = publication;
    recorded.recorded_by = actor.name;
    const std::string year = std::to_string(publication.year);
    if (!PublicationStore{db_, actor.org}.add(recorded))
        return base::fail(base::ErrorKind::conflict, "allocations.publication.taken", {{"year", year}});
    base::Sm3 digest;
    for (const std::string& text : {year, recorded.published_on.to_string(), recorded.place, recorded.document})
        digest.add_field(text);
    identity::record(db_, actor, clock_,
                     {"allocations.publication.record", year, recorded.document, std::nullopt, digest.finish()});
    transaction.commit();
    return recorded;
}

base::Result<std::vector<PersonFile>> Allocations::persons(const base::OrgId& org) const
{
    TRY_ASSIGN(const premises::AreaStandards standards, premises::area_standards_on(clock_.today()));
    std::map<AgreedRoom, premises::Area> areas;
    for (const premises::Room& room : premises::Premises{db_, clock_}.all_rooms(org))
        areas[{room.building, room.number}] = room.usable;
    std::map<std::string, premises::OfficeLevel> levels;
    for (const Unit& unit : UnitStore{db_, org}.latest()) levels[unit.name()] = unit.establishment.level;
    std::map<AgreedRoom, premises::OccupiedRoom> occupied;
    std::map<std::string, PersonFile> files;
    for (const RoomUse& use : room_uses(org)) {
        if (use.ended_on) continue;
        const AgreedRoom place{use.building, use.room};
        premises::OccupiedRoom& room = occupied[place];
        room.room = use.building + "/" + use.room;
        room.usable = areas[place];
        room.occupants.push_back({use.person, use.rank, levels.at(use.unit)});
        PersonFile& file = files[use.person];
        file.rooms.push_back(place);
        if (use.post == PostKind::main || file.unit.empty()) file.unit = use.unit;
    }
    std::vector<premises::OccupiedRoom> rooms;
    for (auto& [place, room] : occupied) rooms.push_back(std::move(room));
    TRY_ASSIGN(std::vector<premises::PersonComparison> compared, premises::compare(rooms, standards));
    std::vector<PersonFile> all;
    for (premises::PersonComparison& one : compared) {
        PersonFile file = std::move(files.at(one.person));
        file.comparison = std::move(one);
        all.push_back(std::move(file));
    }
    return all;
}

}  // namespace allocations
