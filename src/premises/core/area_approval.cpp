// SPDX-License-Identifier: Apache-2.0
#include "premises/core/area_approval.h"

#include <algorithm>
#include <set>

namespace premises {

using base::ErrorKind;
using base::fail;
using base::Ratio;

namespace {

Ratio times(Area each, std::int64_t count)
{
    return Ratio::of(each.m2()) * Ratio::whole(count);
}

base::Result<void> check_counts(const Establishment& establishment)
{
    const std::pair<const char*, std::int64_t> counts[] = {
        {"就餐人数", establishment.diners}, {"车位", establishment.car_spaces},
        {"自行车", establishment.bicycles}, {"电动车、摩托车", establishment.motorcycles},
        {"警卫", establishment.guards},     {"人防", establishment.air_raid_shelter.dm2()}};
    for (const auto& [what, count] : counts)
        if (count < 0) return fail(ErrorKind::invalid, "premises.standard.count_negative", {{"what", what}});
    for (const RankPosts& posts : establishment.ranks)
        if (posts.posts < 0)
            return fail(ErrorKind::invalid, "premises.standard.count_negative", {{"what", posts.rank}});
    return {};
}

base::Result<void> add_ranks(ApprovedArea& approved, const LevelStandard& level)
{
    std::set<std::string> seen;
    for (const RankPosts& posts : approved.establishment.ranks) {
        TRY_ASSIGN(const RankStandard standard, rank_of(level, posts.rank));
        if (!seen.insert(posts.rank).second)
            return fail(ErrorKind::invalid, "premises.standard.rank_twice",
                        {{"rank", posts.rank}, {"level", std::string{named(office_levels, level.level).chinese}}});
        const Area area = Area::from_dm2(standard.office.dm2() * posts.posts);
        approved.ranks.push_back({posts.rank, posts.posts, standard.office, area, standard.mark});
        approved.posts += posts.posts;
        approved.offices = approved.offices + times(standard.office, posts.posts);
    }
    if (approved.posts == 0) return fail(ErrorKind::invalid, "premises.standard.no_posts");
    return {};
}

void add_ancillary(ApprovedArea& approved, const AreaStandards& standards)
{
    const Establishment& of = approved.establishment;
    const AncillaryLine lines[] = {
        {"食堂", of.diners, stepped(standards.canteen, of.diners), standards.canteen.mark},
        {"汽车库", of.car_spaces, stepped(standards.garage, of.car_spaces), standards.garage.mark},
        {"自行车库", of.bicycles, times(standards.bicycle.area, of.bicycles), standards.bicycle.mark},
        {"电动车、摩托车库", of.motorcycles, times(standards.motorcycle.area, of.motorcycles),
         standards.motorcycle.mark},
        {"警卫用房", of.guards, times(standards.guard.area, of.guards), standards.guard.mark},
        {"人防设施", 0, Ratio::of(of.air_raid_shelter.m2()), "K"}};
    for (const AncillaryLine& line : lines) {
        if (line.area == Ratio::whole(0)) continue;
        approved.ancillary_lines.push_back(line);
        approved.ancillary = approved.ancillary + line.area;
    }
}

}  // namespace

base::Result<ApprovedArea> approve(const Establishment& establishment, const AreaStandards& standards)
{
    TRY(check_counts(establishment));
    TRY_ASSIGN(const LevelStandard level, level_of(standards, establishment.level));
    ApprovedArea approved;
    approved.establishment = establishment;
    approved.standard_id = standards.id;
    approved.document = standards.document;
    approved.basis = level.basis;
    TRY(add_ranks(approved, level));
    approved.service_per_post = service_per_post(level.service, approved.posts);
    approved.service = approved.service_per_post * Ratio::whole(approved.posts);
    approved.equipment = Ratio::of(standards.equipment.share) * (approved.offices + approved.service);
    add_ancillary(approved, standards);
    const bool is_low = establishment.storeys == Storeys::multi_storey;
    approved.coefficient = (is_low ? standards.multi_storey : standards.high_rise).share;
    approved.gross = approved.usable() / Ratio::of(approved.coefficient) + approved.ancillary;
    return approved;
}

UnitComparison compare(const ApprovedArea& approved, const std::vector<Room>& rooms)
{
    UnitComparison unit;
    unit.approved = approved.usable();
    const std::pair<RoomUse, Ratio> parts[] = {{RoomUse::office, approved.offices},
                                               {RoomUse::service, approved.service},
                                               {RoomUse::equipment, approved.equipment}};
    for (const auto& [use, most] : parts) {
        UseComparison comparison{use, most};
        for (const Room& room : rooms)
            if (room.use == use) comparison.actual += room.usable;
        const Ratio actual = Ratio::of(comparison.actual.m2());
        comparison.is_over = actual > most;
        if (comparison.is_over) comparison.over = actual - most;
        unit.actual += comparison.actual;
        unit.uses.push_back(comparison);
    }
    unit.is_over = Ratio::of(unit.actual.m2()) > unit.approved;
    return unit;
}

base::Result<std::vector<PersonComparison>> compare(const std::vector<OccupiedRoom>& rooms,
                                                    const AreaStandards& standards)
{
    std::map<std::string, PersonComparison> people;
    for (const OccupiedRoom& room : rooms) {
        if (room.occupants.empty())
            return fail(ErrorKind::invalid, "premises.standard.room_empty", {{"room", room.room}});
        const Ratio share =
            Ratio::of(room.usable.m2()) / Ratio::whole(static_cast<std::int64_t>(room.occupants.size()));
        std::set<std::string> here;
        for (const Occupant& occupant : room.occupants) {
            TRY_ASSIGN(const LevelStandard of_level, level_of(standards, occupant.level));
            TRY_ASSIGN(const RankStandard standard, rank_of(of_level, occupant.rank));
            if (!here.insert(occupant.person).second)
                return fail(ErrorKind::invalid, "premises.standard.person_twice",
                            {{"person", occupant.person}, {"room", room.room}});
            const auto [at, is_new] = people.try_emplace(occupant.person);
            PersonComparison& person = at->second;
            if (is_new) person = {occupant.person, occupant.rank, {}, Ratio::whole(0), standard.office};
            if (person.rank != occupant.rank)
                return fail(ErrorKind::invalid, "premises.standard.rank_differs", {{"person", occupant.person}});
            person.rooms.push_back(room.room);
            person.area = person.area + share;
        }
    }
    std::vector<PersonComparison> all;
    for (auto& [id, person] : people) {
        person.is_over = person.area > Ratio::of(person.standard.m2());
        person.has_more_than_one = person.rooms.size() > 1;
        all.push_back(std::move(person));
    }
    return all;
}

}  // namespace premises
