// SPDX-License-Identifier: Apache-2.0
#include "allocations/allocations.h"

#include <atomic>
#include <fstream>
#include <mutex>
#include <thread>

#include <unistd.h>

#include "identity/identity.h"
#include "premises/premises.h"
#include "spreadsheet/write.h"
#include "sql/tests/each_engine.h"

namespace allocations {
namespace {

using ledgers::ImportMode;
using ledgers::ImportProblem;
using ledgers::TableImport;

constexpr int hands = 8;
constexpr const char* header = "使用单位,机关级别,生效日期,职级,编制数,执行标准（平方米）,就餐人数\n";

base::Date day(const std::string& text)
{
    return base::Date::parse(text).value();
}

template <class T>
std::string code_of(const base::Result<T>& result)
{
    return result ? std::string{} : result.error().code;
}

Unit unit(const std::string& name)
{
    Unit made;
    made.establishment.unit = name;
    made.establishment.ranks = {{"正科级", 1}, {"科级以下", 10}};
    made.valid_from = day("2023-01-01");
    return made;
}

RoomUse use_of(const std::string& person, const std::string& room)
{
    RoomUse use{0, person, "正科级", "示例单位"};
    use.building = "FW-1";
    use.room = room;
    use.started_on = day("2023-06-01");
    return use;
}

Agreement agreement(const std::string& room)
{
    Agreement made{"", "示例单位", day("2023-12-01"), day("2024-01-01"), day("2024-12-31")};
    made.purposes = {Purpose::registration};
    made.rooms = {{"FW-1", room}};
    return made;
}

// On 2024-01-01: one building with three offices and a service room, all of 示例单位.
class AllocationsTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), premises::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        actor.org = identity::Organisations{*db, clock}.create(actor, {{}, "示例中心", "420112", "示例区"})->id;
        premises::Estate building;
        building.code = "FW-1";
        building.name = "示例楼";
        building.title.status = premises::TitleStatus::registered;
        premises::Premises premises{*db, clock};
        ASSERT_EQ(code_of(premises.record(actor, building)), "");
        std::vector<premises::Room> rooms;
        for (const char* const number : {"101", "102", "103", "104"}) {
            premises::Room room{"FW-1", number};
            room.usable = premises::Area::from_dm2(number == std::string{"103"} ? 17'999 : 1'799);
            room.unit = "示例单位";
            rooms.push_back(room);
        }
        rooms.back().use = premises::RoomUse::service;
        ASSERT_EQ(code_of(premises.change_rooms(actor, "FW-1", rooms)), "");
    }

    Allocations allocations() { return {*db, clock}; }
    void record() { ASSERT_EQ(code_of(allocations().record(actor, unit("示例单位"))), ""); }
    base::Result<TableImport> import_text(const std::string& rows, ImportMode mode = ImportMode::store)
    {
        return import_file(header + rows, mode);
    }
    base::Result<TableImport> import_persons(const std::string& rows, ImportMode mode = ImportMode::store)
    {
        return import_file("人员编号,职级,使用单位,任职,所属房屋,房间号,开始使用日期,审批文号\n" + rows, mode);
    }
    base::Result<TableImport> import_file(const std::string& text, ImportMode mode)
    {
        const std::filesystem::path file =
            std::filesystem::temp_directory_path() / ("allocations_" + std::to_string(::getpid()) + ".csv");
        std::ofstream{file} << text;
        auto outcome = allocations().import(actor, {file, mode});
        std::filesystem::remove(file);
        return outcome;
    }
    std::int64_t audit_records()
    {
        return db
            ->query("SELECT COUNT(*) AS records FROM identity_audit WHERE org_id = :org_id", {{"org_id", actor.org}})
            .front()
            .integer("records");
    }

    base::FixedClock clock{1'704'067'200'000};
    base::Actor actor{base::OrgId{}, "tester", "test", {}, true};
};

TEST_P(AllocationsTest, AUnitIsHeldAgainstItsRooms)
{
    record();
    const auto file = allocations().unit(actor.org, "示例单位");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->approved.offices.rounded(2).to_string(), "108.00");  // 18 + 10 × 9
    EXPECT_EQ(file->comparison.uses.at(0).actual.to_string(), "215.97");
    EXPECT_EQ(file->comparison.uses.at(0).over.rounded(2).to_string(), "107.97");
    EXPECT_FALSE(file->comparison.uses.at(1).is_over);
    EXPECT_TRUE(file->is_over_somewhere());
    ASSERT_EQ(allocations().units(actor.org)->size(), 1);
    EXPECT_EQ(allocations().units(actor.org)->front().comparison.actual, file->comparison.actual);
    EXPECT_EQ(code_of(allocations().unit(actor.org, "别的单位")), "allocations.unit.unknown");
}

TEST_P(AllocationsTest, PostsAreSaidAnewFromALaterDay)
{
    record();
    const std::int64_t before = audit_records();
    EXPECT_EQ(code_of(allocations().record(actor, unit("示例单位"))), "allocations.unit.taken");
    EXPECT_EQ(code_of(allocations().change(actor, unit("别的单位"))), "allocations.unit.unknown");
    EXPECT_EQ(code_of(allocations().record(actor, unit(""))), "allocations.unit.name_empty");
    Unit later = unit("示例单位");
    later.valid_from = day("2024-01-02");
    EXPECT_EQ(code_of(allocations().change(actor, later)), "allocations.unit.in_future");
    later.valid_from = day("2022-12-31");
    EXPECT_EQ(code_of(allocations().change(actor, later)), "allocations.unit.before_last");
    EXPECT_EQ(audit_records(), before);
    later.valid_from = day("2024-01-01");
    later.establishment.ranks = {{"科级以下", 2}};
    ASSERT_EQ(code_of(allocations().change(actor, later)), "");
    EXPECT_EQ(allocations().unit(actor.org, "示例单位")->approved.offices.rounded(2).to_string(), "18.00");
    EXPECT_EQ(audit_records(), before + 1);
    base::Actor clerk = actor;
    clerk.unrestricted = false;
    EXPECT_EQ(code_of(allocations().record(clerk, unit("第三单位"))), "premises.actor.not_permitted");
}

TEST_P(AllocationsTest, AStandardOf1999IsRefused)
{
    Unit old = unit("示例单位");
    old.stated = {{"科级以下", premises::Area::from_dm2(900)}};
    EXPECT_EQ(code_of(allocations().record(actor, old)), "");
    old.establishment.unit = "第二单位";
    old.stated = {{"科级以下", premises::Area::from_dm2(600)}};
    EXPECT_EQ(code_of(allocations().record(actor, old)), "premises.standard.superseded");
    old.stated = {{"科级以下", premises::Area::from_dm2(901)}};
    EXPECT_EQ(code_of(allocations().record(actor, old)), "premises.standard.above_limit");
}

// As "cell code;", without the name of the sheet.
std::string problems_of(const TableImport& outcome)
{
    std::string text;
    for (const ImportProblem& problem : outcome.problems)
        text += problem.place.substr(problem.place.find('!') + 1) + " " + problem.error.code + ";";
    return text;
}

TEST_P(AllocationsTest, ManyUnitsAreImportedAllOrNone)
{
    const std::string sound = "甲单位,县级机关,2023-01-01,正科级,1,18,30\n甲单位,县级机关,2023-01-01,科级以下,20,,\n";
    const auto tried = import_text(sound, ImportMode::dry_run);
    ASSERT_TRUE(tried) << tried.error().code;
    EXPECT_EQ(tried->sheets.at(0).added, 2);
    EXPECT_TRUE(allocations().units(actor.org)->empty());
    ASSERT_TRUE(import_text(sound)->is_stored);
    const auto stored = allocations().unit(actor.org, "甲单位");
    EXPECT_EQ(stored->approved.posts, 21);
    EXPECT_EQ(stored->unit.establishment.diners, 30);
    EXPECT_EQ(import_text(sound)->sheets.at(0).unchanged, 2);
    const auto fewer = import_text("甲单位,县级机关,2023-01-01,科级以下,20,,30\n");
    ASSERT_TRUE(fewer);
    EXPECT_EQ(fewer->counts(), "单位编制 rows=1 added=0 changed=0 removed=1");
    EXPECT_EQ(allocations().unit(actor.org, "甲单位")->unit.establishment.ranks.size(), 1U);
    ASSERT_TRUE(import_text(sound)->is_stored);
    const auto wrong = import_text(
        "乙单位,县级机关,2023-01-01,正科级,1,,\n丙单位,县级机关,2023-01-01,科级以下,20,6,\n"
        "甲单位,县级机关,2023-01-01,正科级,1,,30\n甲单位,县级机关,2023-01-01,副科级,1,,31\n");
    ASSERT_TRUE(wrong);
    EXPECT_EQ(problems_of(*wrong), "A5 allocations.import.differs;F3 premises.standard.superseded;");
    EXPECT_FALSE(wrong->is_stored);
    EXPECT_EQ(allocations().units(actor.org)->size(), 1);
}

TEST_P(AllocationsTest, APersonHasOneRoomAndASecondOneWithAPaper)
{
    record();
    EXPECT_EQ(code_of(allocations().give(actor, use_of("R-1", "109"))), "allocations.room.unknown");
    EXPECT_EQ(code_of(allocations().give(actor, use_of("R-1", "104"))), "allocations.room.not_an_office");
    RoomUse early = use_of("R-1", "101");
    early.started_on = day("2024-01-02");
    EXPECT_EQ(code_of(allocations().give(actor, early)), "allocations.use.in_future");
    const auto first = allocations().give(actor, use_of("R-1", "101"));
    ASSERT_TRUE(first) << first.error().code;
    EXPECT_EQ(code_of(allocations().give(actor, use_of("R-1", "102"))), "allocations.person.has_room");
    RoomUse second = use_of("R-1", "103");
    second.post = PostKind::concurrent;
    second.approval = "示例批〔2023〕1号";
    EXPECT_EQ(code_of(allocations().give(actor, second)), "allocations.use.second_not_smaller");
    second.room = "102";
    EXPECT_EQ(code_of(allocations().give(actor, second)), "");
    EXPECT_EQ(code_of(allocations().give(actor, second)), "allocations.person.has_second_room");
    ASSERT_TRUE(allocations().give_back(actor, first->number, day("2023-12-31")));
    EXPECT_EQ(code_of(allocations().give(actor, use_of("R-1", "101"))), "");
}

TEST_P(AllocationsTest, RoomsOfPersonsAreImportedAllOrNoneAndOnce)
{
    record();
    const std::string sound =
        "R-1,正科级,示例单位,主要任职,FW-1,101,2023-06-01,\nR-1,正科级,示例单位,兼职,FW-1,102,2023-06-01,"
        "示例批〔2023〕1号\n"
        "R-2,科级以下,示例单位,,FW-1,101,2023-06-01,\n";
    const std::int64_t before = audit_records();
    const auto tried = import_persons(sound, ImportMode::dry_run);
    ASSERT_TRUE(tried) << tried.error().code;
    EXPECT_EQ(problems_of(*tried), "");
    EXPECT_EQ(tried->sheets.at(0).added, 3);
    EXPECT_TRUE(allocations().room_uses(actor.org).empty());
    EXPECT_EQ(audit_records(), before);
    const auto stored = import_persons(sound);
    ASSERT_TRUE(stored && stored->is_stored);
    EXPECT_EQ(allocations().room_uses(actor.org).size(), 3U);
    EXPECT_EQ(allocations().room_uses(actor.org).at(2).post, PostKind::main);
    EXPECT_EQ(audit_records(), before + 4);  // each room that was given, and the import
    const auto again = import_persons(sound);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->sheets.at(0).unchanged, 3);
    EXPECT_EQ(audit_records(), before + 4);
    // A held room stays in the register, as if it had been given by hand.
    EXPECT_EQ(code_of(premises::Premises(*db, clock).change_rooms(actor, "FW-1", {})), "premises.room.held_by_person");
}

TEST_P(AllocationsTest, EachWrongRowOfAPersonIsToldAtItsCellAndNothingIsStored)
{
    record();
    ASSERT_TRUE(allocations().give(actor, use_of("R-1", "101")));
    const auto wrong = import_persons(
        "R-1,正科级,示例单位,主要任职,FW-1,102,2023-06-01,\n"               // has a room
        "R-2,正科级,示例单位,主要任职,FW-1,109,2023-06-01,\n"               // no such room
        "R-3,正科级,别的单位,主要任职,FW-1,101,2023-06-01,\n"               // no such unit
        "R-4,没有的职级,示例单位,主要任职,FW-1,101,2023-06-01,\n"           // no such rank
        "R-5,正科级,示例单位,兼职,FW-1,101,2023-06-01,\n"                   // a second room without its paper
        "R-6,正科级,示例单位,兼职,FW-1,103,2023-06-01,示例批〔2023〕1号\n"  // not smaller
        "R-7,正科级,示例单位,主要任职,FW-1,101,2024-01-02,\n"               // tomorrow
        "R-8,正科级,示例单位,主要任职,FW-1,102,2023-06-01,\n"               // sound
        "R-8,正科级,示例单位,主要任职,FW-1,101,2023-06-01,\n");             // who has one by the row above
    ASSERT_TRUE(wrong) << wrong.error().code;
    EXPECT_EQ(problems_of(*wrong),
              "A2 allocations.person.has_room;F3 allocations.room.unknown;C4 allocations.unit.unknown;"
              "B5 premises.standard.rank_unknown;H6 allocations.use.approval_missing;"
              "F7 allocations.use.second_not_smaller;G8 allocations.use.in_future;A10 allocations.person.has_room;");
    EXPECT_FALSE(wrong->is_stored);
    EXPECT_EQ(allocations().room_uses(actor.org).size(), 1U);
    EXPECT_EQ(code_of(import_persons("R-1,正科级\n")), "");
    actor.unrestricted = false;
    actor.permissions = {"premises.import"};
    EXPECT_EQ(code_of(import_persons("R-9,正科级,示例单位,主要任职,FW-1,101,2023-06-01,\n")),
              "premises.actor.not_permitted");
}

TEST_P(AllocationsTest, OfARefusedUnitNoPersonIsTold)
{
    const auto sheet_of = [](const char* name, const std::vector<const char*>& titles,
                             const std::vector<const char*>& row) {
        spreadsheet::TableSheet sheet{.name = name};
        sheet.rows.emplace_back();
        for (const char* const title : titles) sheet.columns.push_back({.title = title});
        for (const char* const text : row) sheet.rows.back().push_back({spreadsheet::CellKind::text, text});
        return sheet;
    };
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("allocations_" + std::to_string(::getpid()) + ".xlsx");
    ASSERT_TRUE(spreadsheet::write_workbook(
        file, {sheet_of("单位编制", {"使用单位", "机关级别", "生效日期", "职级", "编制数", "执行标准（平方米）"},
                        {"丙单位", "县级机关", "2023-01-01", "科级以下", "20", "6"}),
               sheet_of("人员用房",
                        {"人员编号", "职级", "使用单位", "任职", "所属房屋", "房间号", "开始使用日期", "审批文号"},
                        {"R-1", "科级以下", "丙单位", "主要任职", "FW-1", "101", "2023-06-01", ""})}));
    const auto wrong = allocations().import(actor, {file});
    std::filesystem::remove(file);
    ASSERT_TRUE(wrong) << wrong.error().code;
    EXPECT_EQ(problems_of(*wrong), "F2 premises.standard.superseded;");
}

TEST_P(AllocationsTest, AnImportRewritesNoUseAndGivesNothingBackToWhoLeft)
{
    record();
    const std::int64_t number = allocations().give(actor, use_of("R-1", "101"))->number;
    EXPECT_EQ(problems_of(*import_persons("R-1,科级以下,示例单位,主要任职,FW-1,101,2023-06-01,\n")),
              "B2 allocations.import.use_differs;");
    ASSERT_TRUE(allocations().give_back(actor, number, day("2023-12-31")));
    EXPECT_EQ(problems_of(*import_persons("R-1,正科级,示例单位,主要任职,FW-1,101,2023-06-01,\n")),
              "G2 allocations.import.given_back;");
    EXPECT_EQ(problems_of(*import_persons("R-1,正科级,示例单位,主要任职,FW-1,101,2024-01-01,\n")), "");
    EXPECT_EQ(allocations().room_uses(actor.org).size(), 2U);
}

TEST_P(AllocationsTest, WhatIsTakenAwayIsReadAgainWithoutAChange)
{
    Unit made = unit("示例单位");
    made.stated = {{"科级以下", premises::Area::from_dm2(900)}};
    made.establishment.diners = 30;
    ASSERT_EQ(code_of(allocations().record(actor, made)), "");
    ASSERT_TRUE(allocations().give(actor, use_of("R-1", "101")));
    const std::int64_t left = allocations().give(actor, use_of("R-2", "102"))->number;
    ASSERT_TRUE(allocations().give_back(actor, left, day("2023-12-31")));
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("allocations_" + std::to_string(::getpid()) + ".xlsx");
    ASSERT_TRUE(allocations().write_workbook(actor.org, file));
    const auto again = allocations().import(actor, {file});
    std::filesystem::remove(file);
    ASSERT_TRUE(again) << again.error().code;
    EXPECT_EQ(problems_of(*again), "");
    EXPECT_EQ(again->counts(), "单位编制 rows=2 added=0 changed=0 人员用房 rows=1 added=0 changed=0");
    EXPECT_EQ(again->stored_rows(), 0);
}

TEST_P(AllocationsTest, WhoLeavesIsListedOnceTheDayIsThere)
{
    record();
    const std::int64_t number = allocations().give(actor, use_of("R-1", "101"))->number;
    ASSERT_TRUE(allocations().give(actor, use_of("R-2", "101")));
    EXPECT_EQ(code_of(allocations().take_event(actor, 99, Event::transfer, day("2023-11-30"))),
              "allocations.use.unknown");
    ASSERT_TRUE(allocations().take_event(actor, number, Event::transfer, day("2023-11-30")));
    EXPECT_TRUE(allocations().due(actor.org, day("2023-12-29")).empty());
    ASSERT_EQ(allocations().due(actor.org, day("2023-12-30")).size(), 1);
    EXPECT_EQ(allocations().due(actor.org, day("2023-12-30")).front().person, "R-1");
    ASSERT_TRUE(allocations().give_back(actor, number, day("2023-12-31")));
    EXPECT_TRUE(allocations().due(actor.org, day("2024-12-31")).empty());
}

TEST_P(AllocationsTest, DueAtTheEndOfAMonthIsItsLastDay)
{
    record();
    const std::int64_t number = allocations().give(actor, use_of("R-1", "101"))->number;
    ASSERT_TRUE(allocations().take_event(actor, number, Event::retirement, day("2023-08-31")));
    EXPECT_TRUE(allocations().due(actor.org, day("2023-09-29")).empty());
    EXPECT_EQ(allocations().due(actor.org, day("2023-09-30")).size(), 1U);  // September has no 31st
}

TEST_P(AllocationsTest, AgreementsAreNumberedByYearAndARoomIsGivenOnce)
{
    record();
    EXPECT_EQ(allocations().sign(actor, agreement("101"))->number, "2023-0001");
    EXPECT_EQ(code_of(allocations().sign(actor, agreement("101"))), "allocations.room.given");
    EXPECT_EQ(allocations().sign(actor, agreement("102"))->number, "2023-0002");  // no gap
    Agreement next_year = agreement("103");
    next_year.signed_on = day("2024-01-01");
    EXPECT_EQ(allocations().sign(actor, next_year)->number, "2024-0001");
    EXPECT_EQ(code_of(allocations().agreement(actor.org, "2023-0003")), "allocations.agreement.unknown");
    ASSERT_TRUE(allocations().end(actor, "2023-0001", day("2024-01-01")));
    EXPECT_EQ(allocations().agreement(actor.org, "2023-0001")->ended_on, day("2024-01-01"));
    EXPECT_EQ(allocations().sign(actor, agreement("101"))->number, "2023-0003");
    EXPECT_EQ(allocations().agreements(actor.org).size(), 4);
    EXPECT_EQ(allocations().agreement(actor.org, "2023-0003")->purposes, std::vector<Purpose>{Purpose::registration});
}

TEST_P(AllocationsTest, TheRegisterFollowsAnAgreement)
{
    record();
    ASSERT_EQ(code_of(allocations().record(actor, unit("另一单位"))), "");
    const auto unit_of = [&](std::size_t at) {
        return premises::Premises{*db, clock}.rooms(actor.org, "FW-1")->at(at).unit;
    };
    Agreement other = agreement("101");
    other.unit = "另一单位";
    ASSERT_EQ(allocations().sign(actor, other)->number, "2023-0001");
    EXPECT_EQ(unit_of(0), "另一单位");
    EXPECT_EQ(unit_of(1), "示例单位");
    ASSERT_TRUE(allocations().end(actor, "2023-0001", day("2024-01-01")));
    EXPECT_EQ(unit_of(0), "");
    EXPECT_EQ(premises::Premises(*db, clock).occupancies(actor.org, "FW-1", "101").size(), 3);
    ASSERT_EQ(allocations().sign(actor, agreement("101"))->number, "2023-0002");
    ASSERT_TRUE(premises::Premises(*db, clock).give_room(actor, {"FW-1", "101", clock.today(), "另一单位", "示例"}));
    ASSERT_TRUE(allocations().end(actor, "2023-0002", day("2024-01-01")));
    EXPECT_EQ(unit_of(0), "另一单位");  // who got it meanwhile keeps it
}

TEST_P(AllocationsTest, OfManyWhoGiveARoomAtOnceOneSucceeds)
{
    record();
    std::atomic<int> signed_by = 0;
    std::atomic<int> refused = 0;
    std::atomic<int> other = 0;
    std::mutex one_writer;
    std::vector<std::thread> running;
    const auto sign = [&](sql::Connection& connection) {
        const auto outcome = Allocations{connection, clock}.sign(actor, agreement("101"));
        ++(outcome ? signed_by : outcome.error().code == "allocations.room.given" ? refused : other);
    };
    for (int hand = 0; hand < hands; ++hand)
        running.emplace_back([&] {
            if (many_connections()) return sign(*open());
            const std::lock_guard guard{one_writer};
            sign(*db);
        });
    for (std::thread& thread : running) thread.join();
    EXPECT_EQ(signed_by, 1);
    EXPECT_EQ(refused, hands - 1);
    EXPECT_EQ(other, 0);
    EXPECT_EQ(allocations().agreements(actor.org).size(), 1);
}

TEST_P(AllocationsTest, AnAgreementThatRanOutHoldsItsRoomsUntilItIsEnded)
{
    record();
    Agreement old = agreement("101");
    old.valid_from = day("2023-01-01");
    old.valid_to = day("2023-12-31");
    ASSERT_EQ(allocations().sign(actor, old)->number, "2023-0001");
    old = agreement("102");
    old.valid_from = old.valid_to = day("2024-01-01");
    ASSERT_EQ(allocations().sign(actor, old)->number, "2023-0002");  // today is its last day
    ASSERT_EQ(allocations().expired(actor.org, clock.today()).size(), 1U);
    EXPECT_EQ(allocations().expired(actor.org, clock.today()).front().number, "2023-0001");
    EXPECT_EQ(allocations().expired(actor.org, day("2024-01-02")).size(), 2U);
    EXPECT_TRUE(allocations().expired(actor.org, day("2023-12-31")).empty());
    EXPECT_EQ(code_of(allocations().sign(actor, agreement("101"))), "allocations.room.held_after_end");
    EXPECT_EQ(code_of(allocations().sign(actor, agreement("102"))), "allocations.room.given");
    ASSERT_TRUE(allocations().end(actor, "2023-0001", day("2023-12-31")));
    EXPECT_TRUE(allocations().expired(actor.org, clock.today()).empty());
    EXPECT_EQ(code_of(allocations().sign(actor, agreement("101"))), "");
}

TEST_P(AllocationsTest, ARoomThatIsGivenStaysInTheRegisterUntilThatEnds)
{
    record();
    premises::Premises premises{*db, clock};
    std::vector<premises::Room> rooms = *premises.rooms(actor.org, "FW-1");
    ASSERT_EQ(allocations().sign(actor, agreement("101"))->number, "2023-0001");
    const auto use = allocations().give(actor, use_of("R-1", "101"));
    ASSERT_TRUE(use);
    rooms.erase(rooms.begin());
    EXPECT_EQ(code_of(premises.change_rooms(actor, "FW-1", rooms)), "premises.room.held_by_agreement");
    ASSERT_TRUE(allocations().end(actor, "2023-0001", day("2024-01-01")));
    EXPECT_EQ(code_of(premises.change_rooms(actor, "FW-1", rooms)), "premises.room.held_by_person");
    ASSERT_TRUE(allocations().give_back(actor, use->number, day("2024-01-01")));
    EXPECT_EQ(code_of(premises.change_rooms(actor, "FW-1", rooms)), "");
}

TEST_P(AllocationsTest, WhatAnOlderVersionRecordedHoldsItsRoomsToo)
{
    record();
    premises::Premises premises{*db, clock};
    const std::vector<premises::Room> rooms = *premises.rooms(actor.org, "FW-1");
    ASSERT_EQ(allocations().sign(actor, agreement("101"))->number, "2023-0001");
    ASSERT_EQ(allocations().sign(actor, agreement("102"))->number, "2023-0002");
    ASSERT_EQ(allocations().sign(actor, agreement("103"))->number, "2023-0003");
    ASSERT_TRUE(allocations().end(actor, "2023-0002", day("2024-01-01")));
    ASSERT_TRUE(allocations().give(actor, use_of("R-1", "101")));
    const auto held = premises.held_rooms(actor.org);
    ASSERT_EQ(held.size(), 3U);
    db->execute("DELETE FROM premises_room_hold");  // as it was before
    ASSERT_EQ(code_of(premises.change_rooms(actor, "FW-1", {rooms[0], rooms[1], rooms[3]})), "");
    for (int time = 0; time < 2; ++time) {
        ASSERT_EQ(code_of(allocations().hold_what_is_given(actor)), "");
        EXPECT_EQ(premises.held_rooms(actor.org), (std::vector{held[0], held[1]}));  // 103 left meanwhile
    }
    base::Actor clerk = actor;
    clerk.unrestricted = false;
    EXPECT_EQ(code_of(allocations().hold_what_is_given(clerk)), "premises.actor.not_permitted");
}

MINGJI_EACH_ENGINE(AllocationsTest);

}  // namespace
}  // namespace allocations
