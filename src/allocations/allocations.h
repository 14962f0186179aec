// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>

#include "allocations/core/agreement.h"
#include "allocations/core/publication.h"
#include "allocations/core/room_use.h"
#include "allocations/core/unit.h"
#include "base/actor.h"
#include "base/clock.h"
#include "ledgers/table_import.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace allocations {

std::span<const sql::Migration> migrations();

struct PersonFile {
    std::string unit = {};  // of the main post
    std::vector<AgreedRoom> rooms = {};
    premises::PersonComparison comparison = {};
};

// Which unit and which person may use which offices. Permissions are those of the register: premises.edit and
// premises.import, since the same people keep both. Every change is one audit record in its transaction.
class Allocations {
public:
    Allocations(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // All units by name, each against its rooms. Refuses premises.standard.none_in_force and what approve() refuses.
    base::Result<std::vector<UnitFile>> units(const base::OrgId& org) const;
    base::Result<UnitFile> unit(const base::OrgId& org, const std::string& name) const;  // .unit.unknown
    // The days from which the unit held something else, the first first.
    std::vector<base::Date> days_of(const base::OrgId& org, const std::string& name) const;
    // Refuse premises.actor.not_permitted, allocations.unit.taken or .unknown, .before_last {date} (what held before
    // stays), and what check(Unit) refuses.
    base::Result<void> record(const base::Actor& actor, const Unit& unit);
    base::Result<void> change(const base::Actor& actor, const Unit& unit);
    // Units and rooms of persons from a workbook, all or nothing; what it leaves out stays. A room is given as give()
    // does it. Refuses premises.actor.not_permitted (for rooms of persons premises.edit too),
    // allocations.import.no_table {file} and what spreadsheet::Workbook refuses.
    base::Result<ledgers::TableImport> import(const base::Actor& actor, const ledgers::ImportFile& file);
    // The same workbook's rows with mistakes, to be corrected; their number.
    base::Result<std::size_t> write_failed(const base::Actor& actor, const std::filesystem::path& file,
                                           const spreadsheet::FailedRows& failed);
    // Units as they are now and the rooms in use, as their import reads them.
    base::Result<void> write_workbook(const base::OrgId& org, const std::filesystem::path& file) const;

    std::vector<RoomUse> room_uses(const base::OrgId& org) const;
    base::Result<RoomUse> room_use(const base::OrgId& org, std::int64_t number) const;  // .use.unknown
    // What each person has against the standard of the rank, by person; a shared room is split by head count.
    base::Result<std::vector<PersonFile>> persons(const base::OrgId& org) const;
    // Those that are due by a day and not given back, the longest due first.
    std::vector<RoomUse> due(const base::OrgId& org, base::Date by) const;
    // Refuses premises.actor.not_permitted, what check(RoomUse) refuses, allocations.unit.unknown,
    // premises.standard.rank_unknown, premises.building.unknown, allocations.room.unknown, .room.not_an_office,
    // .use.in_future, .use.second_not_smaller, .person.has_room and .person.has_second_room.
    base::Result<RoomUse> give(const base::Actor& actor, const RoomUse& use);
    // Refuse premises.actor.not_permitted, allocations.use.unknown, .use.in_future and what the core refuses.
    base::Result<RoomUse> take_event(const base::Actor& actor, std::int64_t number, Event event,
                                     base::Date happened_on);
    base::Result<RoomUse> give_back(const base::Actor& actor, std::int64_t number, base::Date day);
    // Holds the rooms of agreements and uses that were recorded before rooms were held; what is held already and what
    // left the register since is passed over. Refuses premises.actor.not_permitted.
    base::Result<void> hold_what_is_given(const base::Actor& actor);

    std::vector<Agreement> agreements(const base::OrgId& org) const;
    base::Result<Agreement> agreement(const base::OrgId& org, const std::string& number) const;  // .agreement.unknown
    // Past their last day by a day and not ended: they still hold their rooms. The first to run out first.
    std::vector<Agreement> expired(const base::OrgId& org, base::Date by) const;
    // With its number; its rooms are the unit's in the register from today on, and stay in it until it ends. Refuses
    // premises.actor.not_permitted, what check(Agreement) refuses, allocations.unit.unknown, premises.building.unknown,
    // allocations.room.unknown, and allocations.room.given {building, room} where another agreement has it,
    // .room.held_after_end {building, room, number, date} where that one has run out and was not ended.
    base::Result<Agreement> sign(const base::Actor& actor, const Agreement& agreement);
    // Nobody has its rooms in the register then, where the unit still had them. Refuses premises.actor.not_permitted,
    // allocations.agreement.unknown, allocations.room.unknown and what ended() refuses.
    base::Result<Agreement> end(const base::Actor& actor, const std::string& number, base::Date day);

    std::vector<Publication> publications(const base::OrgId& org) const;  // the latest year first
    // Refuses premises.actor.not_permitted, what check(Publication) refuses, allocations.publication.taken {year}.
    base::Result<Publication> publish(const base::Actor& actor, const Publication& publication);

private:
    base::Result<premises::Room> room(const base::OrgId& org, const std::string& building,
                                      const std::string& number) const;
    base::Result<void> pass_rooms(const base::Actor& actor, const Agreement& agreement, const std::string& from,
                                  const std::string& unit);
    base::Result<void> check_rooms_are_free(const base::OrgId& org, const Agreement& agreement) const;
    base::Result<void> hold_rooms(const base::Actor& actor, const Agreement& agreement);
    base::Result<void> check_use(const base::OrgId& org, const RoomUse& use) const;

    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace allocations
