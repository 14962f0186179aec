// SPDX-License-Identifier: Apache-2.0
// Parcels, buildings, rooms and outlines.
#include "premises/premises.h"

#include "identity/identity.h"
#include "premises/room_holds.h"
#include "premises/store/estate_store.h"
#include "premises/store/occupancy_store.h"
#include "premises/store/room_store.h"
#include "premises/tolerances.h"
#include "premises/use_case.h"

namespace premises {

using base::ErrorKind;

namespace {

std::optional<AreaComparison> comparison_of(const Estate& estate)
{
    const auto certificate = estate.area(AreaSource::certificate);
    const auto survey = estate.area(AreaSource::survey);
    if (!certificate || !survey) return std::nullopt;
    return compare(*certificate, *survey, tolerances());
}

base::Result<void> check_parcel(const EstateStore& store, const Estate& estate)
{
    if (estate.parcel.empty() || store.has(EstateKind::parcel, estate.parcel)) return {};
    return tl::unexpected<base::Error>(named_unknown(EstateKind::parcel, estate.parcel));
}

std::string action(EstateKind kind, const char* what)
{
    return "premises." + std::string{named(estate_kinds, kind).word} + "." + what;
}

}  // namespace

std::string digest_of(const Estate& estate)
{
    std::vector<std::string> all = cells_of(estate);
    for (const StatedArea& stated : estate.areas)
        for (std::string& cell : cells_of(AreaRow{estate.kind, estate.code, stated})) all.push_back(std::move(cell));
    for (const Paper& paper : estate.papers)
        all.insert(all.end(), {std::string{named(paper_kinds, paper.kind).word},
                               std::string{named(paper_states, paper.state).word}, paper.number,
                               paper.dated_on ? paper.dated_on->to_string() : "", paper.note});
    return digest_of_cells(all);
}

EstatePage Premises::page(const base::OrgId& org, EstateKind kind, const EstateFilter& filter, const std::string& after,
                          std::size_t limit) const
{
    const EstateStore store{db_, org};
    EstatePage page{store.some(kind, filter, after, limit + 1)};
    page.has_next = page.estates.size() > limit;
    if (page.has_next) page.estates.pop_back();
    page.total = store.count(kind, filter);
    page.areas = store.sums(kind, filter);
    return page;
}

std::vector<Estate> Premises::estates(const base::OrgId& org, EstateKind kind, const EstateFilter& filter) const
{
    return EstateStore{db_, org}.all(kind, filter);
}

base::Result<EstateFile> Premises::file(const base::OrgId& org, EstateKind kind, const std::string& code) const
{
    const EstateStore store{db_, org};
    auto found = store.find(kind, code);
    if (!found) return tl::unexpected<base::Error>(unknown(kind, code));
    EstateFile file{*std::move(found)};
    if (kind == EstateKind::building) file.rooms = RoomStore{db_, org}.of_building(code);
    if (kind == EstateKind::parcel) file.buildings = store.buildings_on(code);
    file.shape = ShapeStore{db_, org}.find(kind, code);
    file.comparison = comparison_of(file.estate);
    return file;
}

base::Result<void> Premises::record(const base::Actor& actor, const Estate& estate)
{
    TRY(require(actor, "premises.edit"));
    TRY(check(estate));
    sql::Transaction transaction{db_};
    lock_register(db_, actor.org);
    EstateStore store{db_, actor.org};
    if (store.has(estate.kind, estate.code))
        return base::fail(ErrorKind::conflict, "premises.estate.code_taken", {{"code", estate.code}});
    TRY(check_parcel(store, estate));
    store.add(estate);
    identity::record(db_, actor, clock_,
                     {action(estate.kind, "record"), estate.code, estate.name, std::nullopt, digest_of(estate)});
    transaction.commit();
    return {};
}

base::Result<void> Premises::change(const base::Actor& actor, const Estate& estate)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock_register(db_, actor.org);
    EstateStore store{db_, actor.org};
    const auto before = store.find(estate.kind, estate.code);
    if (!before) return tl::unexpected<base::Error>(unknown(estate.kind, estate.code));
    TRY(check(estate));
    TRY(check_parcel(store, estate));
    store.change(estate);
    identity::record(db_, actor, clock_,
                     {action(estate.kind, "change"), estate.code, estate.name, digest_of(*before), digest_of(estate)});
    transaction.commit();
    return {};
}

base::Result<std::vector<Room>> Premises::rooms(const base::OrgId& org, const std::string& building) const
{
    if (!EstateStore{db_, org}.has(EstateKind::building, building))
        return tl::unexpected<base::Error>(unknown(EstateKind::building, building));
    return RoomStore{db_, org}.of_building(building);
}

std::vector<Room> Premises::all_rooms(const base::OrgId& org) const
{
    return RoomStore{db_, org}.all();
}

base::Result<void> Premises::change_rooms(const base::Actor& actor, const std::string& building,
                                          std::vector<Room> rooms)
{
    TRY(require(actor, "premises.edit"));
    for (Room& room : rooms) room.building = building;
    sql::Transaction transaction{db_};
    lock_register(db_, actor.org);
    if (!EstateStore{db_, actor.org}.has(EstateKind::building, building))
        return tl::unexpected<base::Error>(unknown(EstateKind::building, building));
    TRY(check(rooms));
    TRY(check_none_held_leaves(db_, actor.org, building, rooms));
    RoomStore store{db_, actor.org};
    const auto digest_of_rooms = [&] {
        std::vector<std::string> cells;
        for (const Room& room : store.of_building(building))
            for (std::string& cell : cells_of(room)) cells.push_back(std::move(cell));
        return digest_of_cells(cells);
    };
    const std::string before = digest_of_rooms();
    store.replace(building, rooms);
    OccupancyStore occupancies{db_, actor.org};
    for (const Room& room : rooms) occupancies.follow(room, clock_.today(), actor.name);
    identity::record(db_, actor, clock_,
                     {"premises.rooms.change", building, std::to_string(rooms.size()), before, digest_of_rooms()});
    transaction.commit();
    return {};
}

std::set<std::string> Premises::outlined(const base::OrgId& org, EstateKind kind) const
{
    return ShapeStore{db_, org}.codes(kind);
}

std::map<std::string, SurveyedShape> Premises::shapes(const base::OrgId& org, EstateKind kind) const
{
    return ShapeStore{db_, org}.all(kind);
}

}  // namespace premises
