// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/records.h"
#include "base/result.h"
#include "premises/core/occupancy.h"
#include "premises/core/registration.h"
#include "premises/core/room.h"
#include "premises/core/room_hold.h"
#include "premises/core/tolerance.h"
#include "premises/estate_page.h"
#include "premises/import.h"
#include "premises/shape.h"
#include "premises/survey.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace premises {

std::span<const sql::Migration> migrations();

// All that is known of a parcel or a building (一楼一档).
struct EstateFile {
    Estate estate = {};
    std::vector<Room> rooms = {};             // of a building
    std::vector<std::string> buildings = {};  // on a parcel
    std::optional<SurveyedShape> shape = {};
    std::optional<AreaComparison> comparison = {};  // where a certificate and a survey both say an area
};

struct CampaignFile {
    Campaign campaign = {};
    std::vector<Member> members = {};
    std::map<std::string, Estate> buildings = {};  // those of its members
    Progress progress = {};
};

// The land, buildings and rooms of an organisation, and the campaigns in which its units are registered.
// Permissions: premises.edit, premises.import. Every change is one audit record in its transaction. The register is
// what stands now and belongs to no month: closing a month leaves it as it is, runs freeze what they took from it.
class Premises {
public:
    Premises(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    EstatePage page(const base::OrgId& org, EstateKind kind, const EstateFilter& filter, const std::string& after,
                    std::size_t limit) const;
    std::vector<Estate> estates(const base::OrgId& org, EstateKind kind, const EstateFilter& filter = {}) const;
    // Refuses premises.parcel.unknown, premises.building.unknown.
    base::Result<EstateFile> file(const base::OrgId& org, EstateKind kind, const std::string& code) const;
    // Refuse premises.actor.not_permitted, what check(Estate) refuses, premises.estate.code_taken,
    // premises.parcel.unknown (also where a building names one), premises.building.unknown.
    base::Result<void> record(const base::Actor& actor, const Estate& estate);
    base::Result<void> change(const base::Actor& actor, const Estate& estate);

    base::Result<std::vector<Room>> rooms(const base::OrgId& org, const std::string& building) const;
    std::vector<Room> all_rooms(const base::OrgId& org) const;
    // All of them anew. Refuses premises.actor.not_permitted, premises.building.unknown, what check(rooms) refuses,
    // premises.room.held_by_agreement and .held_by_person {room, building, number} where one would leave that is held.
    base::Result<void> change_rooms(const base::Actor& actor, const std::string& building, std::vector<Room> rooms);

    // Who has had a room, the first first: written whenever the register says somebody else, on that day.
    std::vector<Occupancy> occupancies(const base::OrgId& org, const std::string& building,
                                       const std::string& number) const;
    // The last of every room that was ever in the register, by building and number.
    std::map<std::pair<std::string, std::string>, Occupancy> last_occupancies(const base::OrgId& org) const;
    // Rooms that nobody has, by building, floor and number.
    std::vector<VacantRoom> vacant_rooms(const base::OrgId& org) const;
    // Gives a room to a unit, or to nobody, from a day on. Refuses premises.actor.not_permitted, premises.room.unknown,
    // and what check_next(Occupancy) refuses.
    base::Result<void> give_room(const base::Actor& actor, const Occupancy& asked);
    // A held room stays in the register. Inside the transaction of who needs it, whose audit record says it. Refuse
    // premises.actor.not_permitted; hold_room() also premises.room.unknown.
    base::Result<void> hold_room(const base::Actor& actor, const RoomHold& hold);
    base::Result<void> release_room(const base::Actor& actor, const RoomHold& hold);
    std::vector<RoomHold> held_rooms(const base::OrgId& org) const;

    // Codes of those that have an outline.
    std::set<std::string> outlined(const base::OrgId& org, EstateKind kind) const;
    // By code.
    std::map<std::string, SurveyedShape> shapes(const base::OrgId& org, EstateKind kind) const;

    std::vector<CampaignFile> campaigns(const base::OrgId& org) const;
    base::Result<CampaignFile> campaign(const base::OrgId& org, const std::string& code) const;  // .campaign.unknown
    // Refuses premises.actor.not_permitted, what check(Campaign) refuses, premises.campaign.code_taken.
    base::Result<void> open(const base::Actor& actor, const Campaign& campaign);
    // Refuse premises.actor.not_permitted, premises.campaign.unknown, premises.member.code_taken or .unknown, what
    // check(Member) refuses, premises.building.unknown, premises.building.area_missing (no area is stated and a
    // building has none).
    base::Result<void> add_member(const base::Actor& actor, const std::string& campaign, const Member& member);
    base::Result<void> change_member(const base::Actor& actor, const std::string& campaign, const Member& member);
    // Refuses premises.actor.not_permitted, premises.campaign.unknown, premises.member.unknown, what check_next()
    // refuses.
    base::Result<void> take_step(const base::Actor& actor, const std::string& campaign, const std::string& member,
                                 const TakenStep& step);

    // Reads a workbook of the register and stores what is new or different in it, all of it or, where anything is
    // wrong, nothing; a dry run stores nothing. Refuses premises.actor.not_permitted, premises.import.no_table, and
    // what spreadsheet::Workbook refuses.
    base::Result<ImportOutcome> import(const base::Actor& actor, const ImportFile& file);

    // Writes the rows that an import of the workbook refuses, and behind them the others, as
    // spreadsheet::write_failed_rows() says; returns how many. Refuses what import() and write_failed_rows() refuse,
    // and ledgers.import.too_many_mistakes {count, most}.
    base::Result<std::size_t> write_failed(const base::Actor& actor, const std::filesystem::path& file,
                                           const spreadsheet::FailedRows& failed);

    // Takes the outlines of a survey file (geodata/read_survey.h) whose codes are those of parcels or buildings; all of
    // them or, where one has no place in the register, none. Refuses premises.actor.not_permitted,
    // premises.survey.epsg_unknown and what geodata::read_survey refuses.
    base::Result<SurveyOutcome> survey(const base::Actor& actor, const SurveyFile& file);

    // For measures: 房屋, 土地, 面积, 房间, 登记 (README.md). Refuses premises.records.unknown_collection and
    // .nothing_recorded.
    base::Result<base::Records> records(const base::OrgId& org, const std::string& collection) const;

private:
    CampaignFile whole(const base::OrgId& org, Campaign campaign) const;

    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace premises
