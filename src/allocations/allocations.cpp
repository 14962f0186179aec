// SPDX-License-Identifier: Apache-2.0
// Units and their files.
#include "allocations/allocations.h"

#include "allocations/store/unit_store.h"
#include "allocations/use_case.h"
#include "identity/identity.h"
#include "premises/area_standard_files.h"
#include "premises/premises.h"

namespace allocations {

using base::ErrorKind;

namespace {

// What a unit says, for the audit.
std::string digest_of(const Unit& unit)
{
    const premises::Establishment& of = unit.establishment;
    base::Sm3 digest;
    digest.add_field(unit.name());
    digest.add_field(unit.valid_from.to_string());
    digest.add_field(std::string{premises::named(premises::office_levels, of.level).word});
    for (const premises::RankPosts& rank : of.ranks) {
        const auto stated = unit.stated.find(rank.rank);
        digest.add_field(rank.rank);
        digest.add_field(std::to_string(rank.posts));
        digest.add_field(stated == unit.stated.end() ? "" : stated->second.to_string());
    }
    for (const std::int64_t count : {of.diners, of.car_spaces, of.bicycles, of.motorcycles, of.guards,
                                     of.air_raid_shelter.dm2(), static_cast<std::int64_t>(of.storeys)})
        digest.add_field(std::to_string(count));
    return digest.finish();
}

base::Result<void> check_sound(const Unit& unit, base::Date today)
{
    TRY_ASSIGN(const premises::AreaStandards standards, premises::area_standards_on(today));
    return check(unit, standards, premises::superseded_standard(), today);
}

base::Result<UnitFile> file_of(Unit unit, std::vector<premises::Room> rooms, const premises::AreaStandards& standards)
{
    UnitFile file{std::move(unit)};
    TRY_ASSIGN(file.approved, premises::approve(file.unit.establishment, standards));
    file.rooms = std::move(rooms);
    file.comparison = premises::compare(file.approved, file.rooms);
    return file;
}

}  // namespace

base::Result<std::vector<UnitFile>> Allocations::units(const base::OrgId& org) const
{
    TRY_ASSIGN(const premises::AreaStandards standards, premises::area_standards_on(clock_.today()));
    std::map<std::string, std::vector<premises::Room>> rooms;
    for (premises::Room& room : premises::Premises{db_, clock_}.all_rooms(org))
        rooms[room.unit].push_back(std::move(room));
    std::vector<UnitFile> files;
    for (Unit& unit : UnitStore{db_, org}.latest()) {
        std::vector<premises::Room> own = std::move(rooms[unit.name()]);
        TRY_ASSIGN(UnitFile file, file_of(std::move(unit), std::move(own), standards));
        files.push_back(std::move(file));
    }
    return files;
}

base::Result<UnitFile> Allocations::unit(const base::OrgId& org, const std::string& name) const
{
    auto unit = UnitStore{db_, org}.latest(name);
    if (!unit) return tl::unexpected<base::Error>(unknown_unit(ErrorKind::not_found, name));
    TRY_ASSIGN(const premises::AreaStandards standards, premises::area_standards_on(clock_.today()));
    std::vector<premises::Room> rooms;
    for (premises::Room& room : premises::Premises{db_, clock_}.all_rooms(org))
        if (room.unit == name) rooms.push_back(std::move(room));
    return file_of(*std::move(unit), std::move(rooms), standards);
}

std::vector<base::Date> Allocations::days_of(const base::OrgId& org, const std::string& name) const
{
    return UnitStore{db_, org}.days(name);
}

base::Result<void> Allocations::record(const base::Actor& actor, const Unit& unit)
{
    TRY(require(actor, "premises.edit"));
    TRY(check_sound(unit, clock_.today()));
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    UnitStore store{db_, actor.org};
    if (store.latest(unit.name()))
        return base::fail(ErrorKind::conflict, "allocations.unit.taken", {{"unit", unit.name()}});
    store.save(unit);
    identity::record(
        db_, actor, clock_,
        {"allocations.unit.record", unit.name(), unit.valid_from.to_string(), std::nullopt, digest_of(unit)});
    transaction.commit();
    return {};
}

base::Result<void> Allocations::change(const base::Actor& actor, const Unit& unit)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock(db_, actor.org);
    UnitStore store{db_, actor.org};
    const auto before = store.latest(unit.name());
    if (!before) return tl::unexpected<base::Error>(unknown_unit(ErrorKind::not_found, unit.name()));
    TRY(check_sound(unit, clock_.today()));
    TRY(check_follows(unit, *before));
    store.save(unit);
    identity::record(
        db_, actor, clock_,
        {"allocations.unit.change", unit.name(), unit.valid_from.to_string(), digest_of(*before), digest_of(unit)});
    transaction.commit();
    return {};
}

}  // namespace allocations
