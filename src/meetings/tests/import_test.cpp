// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>

#include <gtest/gtest.h>

#include "identity/identity.h"
#include "meetings/meetings.h"
#include "meetings/tests/reading.h"
#include "spreadsheet/write.h"
#include "sql/tests/each_engine.h"

namespace meetings {
namespace {

using Rows = std::vector<std::vector<std::string>>;

spreadsheet::TableSheet sheet_of(std::string name, const std::vector<std::string>& header, const Rows& rows)
{
    spreadsheet::TableSheet sheet{std::move(name)};
    for (const std::string& title : header) sheet.columns.push_back({title});
    for (const auto& row : rows) {
        std::vector<spreadsheet::Cell> cells;
        for (const std::string& text : row)
            cells.push_back(text.empty() ? spreadsheet::Cell{} : spreadsheet::Cell{spreadsheet::CellKind::text, text});
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

const std::vector<std::string> room_header{"会议室编码", "会议室名称", "座位数", "设备"};
const std::vector<std::string> meeting_header{"会议编号", "会议日期", "开始时间", "结束时间", "会议名称", "会议类别",
                                              "主办单位", "会议室",   "会议地点", "参会人数", "状态",     "取消原因"};

std::vector<std::string> meeting(const std::string& number, const std::string& day, const std::string& from,
                                 const std::string& until, const std::string& room = "A")
{
    return {number, day, from, until, "示例会议", "部门会议", "示例科室", room, "", "8", "已召开", ""};
}

// On each engine, on Thursday 2026-01-01 at 8 o'clock.
class MeetingsImportTest : public sql::EachEngine {
protected:
    struct Sheets {
        Rows rooms = {{"A", "示例会议室A", "20", "投影、话筒"}, {"B", "示例会议室B", "8", ""}};
        Rows meetings = {};
    };

    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        officer.org = identity::Organisations{*db, clock}.create(officer, {{}, "示例中心", "420112", "示例区"})->id;
        clerk.org = officer.org;
        folder = std::filesystem::temp_directory_path() / ("meetings_import_" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder);
    }
    void TearDown() override
    {
        std::filesystem::remove_all(folder);
        EachEngine::TearDown();
    }

    Meetings meetings() { return {*db, clock}; }
    std::int64_t audited()
    {
        return db->query("SELECT COUNT(*) AS n FROM identity_audit WHERE org_id = :org_id", {{"org_id", officer.org}})
            .front()
            .integer("n");
    }
    std::filesystem::path workbook(const Sheets& sheets)
    {
        auto file = folder / ("会务" + std::to_string(++files_) + ".xlsx");
        const auto written = spreadsheet::write_workbook(
            file, {sheet_of("会议", meeting_header, sheets.meetings), sheet_of("会议室", room_header, sheets.rooms)});
        EXPECT_EQ(code_of(written), "");
        return file;
    }
    ImportOutcome imported(const Sheets& sheets, ImportMode mode = ImportMode::store)
    {
        auto outcome = meetings().import(officer, {workbook(sheets), mode, {}});
        EXPECT_EQ(code_of(outcome), "");
        return outcome ? *std::move(outcome) : ImportOutcome{};
    }
    std::vector<std::string> problems(const Sheets& sheets)
    {
        const ImportOutcome outcome = imported(sheets);
        EXPECT_FALSE(outcome.is_stored);
        std::vector<std::string> found;
        for (const auto& problem : outcome.problems) found.push_back(problem.place + " " + problem.error.code);
        return found;
    }
    // added, changed, unchanged of meetings
    static std::vector<std::int64_t> counts(const ImportOutcome& outcome)
    {
        const ledgers::TableOutcome& sheet = outcome.sheets.back();
        return {sheet.added, sheet.changed, sheet.unchanged};
    }
    Booking of_source(const std::string& source)
    {
        for (const Booking& booking : meetings().bookings(officer.org, {}))
            if (booking.source == source) return booking;
        ADD_FAILURE() << source;
        return {};
    }

    base::FixedClock clock{1'767'225'600'000};
    base::Actor officer{base::OrgId{}, "officer", "test", {}, true};
    base::Actor clerk{base::OrgId{}, "clerk", "test", {"meetings.book", "meetings.edit"}, false};
    std::filesystem::path folder;

private:
    int files_ = 0;
};

TEST_P(MeetingsImportTest, AYearComesWholeAndASecondTimeAsNothing)
{
    Sheets sheets;
    sheets.meetings = {
        meeting("HY-1", "2025-03-03", "9:00", "11:30"),
        meeting("HY-2", "2025-03-03", "22:00", "次日 01:30"),
        {"HY-3", "2025-03-04", "09:00", "10:00", "外出会议", "培训会议", "示例科室", "", "区礼堂", "150", "已召开", ""},
        {"HY-4", "2025-03-05", "09:00", "10:00", "示例", "部门会议", "示例科室", "A", "", "8", "已取消", "会议合并"},
        {"HY-5", "2025-03-05", "09:00", "10:00", "示例", "部门会议", "示例科室", "A", "", "8", "未到", "无人到场"},
        {"HY-6", "2026-03-05", "09:00", "10:00", "示例", "部门会议", "示例科室", "A", "", "8", "已批准", ""}};
    const std::int64_t before = audited();
    const ImportOutcome tried = imported(sheets, ImportMode::dry_run);
    EXPECT_FALSE(tried.is_stored);
    EXPECT_TRUE(meetings().rooms(officer.org).empty());
    const ImportOutcome outcome = imported(sheets);
    EXPECT_TRUE(outcome.is_stored);
    EXPECT_EQ(outcome.sheets.front().added, 2);
    EXPECT_EQ(counts(outcome), (std::vector<std::int64_t>{6, 0, 0}));
    EXPECT_EQ(audited(), before + 1);
    EXPECT_EQ(meetings().room(officer.org, "A")->equipment, (std::vector<std::string>{"投影", "话筒"}));
    const Booking over_night = of_source("HY-2");
    EXPECT_EQ(clock_text(over_night.span.from), "2025-03-03 22:00");
    EXPECT_EQ(clock_text(over_night.span.until), "2025-03-04 01:30");
    EXPECT_EQ(over_night.number, "A-2025-0002");
    EXPECT_EQ(of_source("HY-3").venue, "区礼堂");
    EXPECT_EQ(of_source("HY-4").reason, "会议合并");
    const auto file = meetings().booking(officer.org, "A-2025-0001");
    ASSERT_TRUE(file);
    ASSERT_EQ(file->steps.size(), 1U);
    EXPECT_EQ(file->steps.front().action, "imported");
    const Statistics found = meetings().statistics(officer.org, on("2025-01-01"), on("2025-12-31"));
    EXPECT_EQ(found.held, 3);
    EXPECT_EQ(found.cancelled, 1);
    EXPECT_EQ(found.no_show, 1);
    EXPECT_EQ(meetings().records(officer.org, "会议")->rows.front().place, "HY-1");

    const ImportOutcome again = imported(sheets);
    EXPECT_TRUE(again.is_stored);
    EXPECT_EQ(counts(again), (std::vector<std::int64_t>{0, 0, 6}));
    EXPECT_EQ(audited(), before + 1);
}

TEST_P(MeetingsImportTest, MistakesStandAtTheirCellsAndNothingIsStored)
{
    Sheets sheets;
    sheets.meetings = {
        meeting("HY-1", "2025-03-03", "9:00", "9:00"),
        meeting("HY-2", "2025-03-03", "nine", "10:00"),
        meeting("HY-3", "2025-03-03", "09:00", "10:00", "C"),
        {"HY-4", "2025-03-04", "09:00", "10:00", "示例", "部门会议", "示例科室", "", "", "8", "已召开", ""},
        {"HY-5", "2025-03-04", "09:00", "10:00", "示例", "部门会议", "示例科室", "A", "礼堂", "8", "已召开", ""},
        {"HY-6", "2025-03-04", "11:00", "12:00", "示例", "部门会议", "示例科室", "B", "", "9", "已召开", ""},
        {"HY-7", "2025-03-04", "13:00", "14:00", "示例", "部门会议", "示例科室", "A", "", "0", "已召开", ""},
        {"HY-8", "2025-03-04", "14:00", "15:00", "示例", "部门会议", "示例科室", "A", "", "8", "已取消", ""},
        {"HY-9", "2025-03-04", "15:00", "16:00", "示例", "部门会议", "示例科室", "A", "", "8", "已召开", "合并"},
        meeting("HY-10", "2026-01-01", "07:00", "08:01"),  // a minute too late to be over
        meeting("HY-11", "1969-12-31", "09:00", "10:00")};
    EXPECT_EQ(
        problems(sheets),
        (std::vector<std::string>{
            "会议!D2 meetings.booking.ends_before_start", "会议!C3 meetings.import.clock_malformed",
            "会议!H4 meetings.room.unknown", "会议!H5 meetings.import.no_place", "会议!I6 meetings.import.two_places",
            "会议!J7 meetings.booking.too_many_people", "会议!J8 meetings.booking.attendees_not_positive",
            "会议!L9 meetings.booking.reason_missing", "会议!L10 meetings.import.reason_of_nothing",
            "会议!K11 meetings.import.not_over", "会议!B12 meetings.import.day_out_of_range"}));
    EXPECT_TRUE(meetings().rooms(officer.org).empty());
    sheets.meetings = {meeting("HY-10", "2026-01-01", "07:00", "08:00")};
    EXPECT_TRUE(imported(sheets).is_stored);
    sheets.rooms = {{"A", "示例会议室A", "0", ""}};
    EXPECT_EQ(problems(sheets), (std::vector<std::string>{"会议室!C2 meetings.room.seats_not_positive"}));
}

TEST_P(MeetingsImportTest, OverlapsNameBothRowsAndWhatStands)
{
    Sheets sheets;
    sheets.meetings = {meeting("HY-1", "2025-03-03", "9:00", "11:00"), meeting("HY-2", "2025-03-03", "11:00", "12:00"),
                       meeting("HY-3", "2025-03-03", "10:59", "11:00"),
                       meeting("HY-4", "2025-03-03", "10:59", "11:00", "B")};
    const ImportOutcome outcome = imported(sheets);
    ASSERT_EQ(outcome.problem_count, 1U);
    EXPECT_EQ(outcome.problems.front().place, "会议!C4");
    EXPECT_EQ(outcome.problems.front().error.code, "meetings.import.overlaps_row");
    const base::ErrorArgs& args = outcome.problems.front().error.args;
    EXPECT_NE(std::find(args.begin(), args.end(), std::pair<std::string, std::string>{"place", "会议!A2"}), args.end());
    sheets.meetings.erase(sheets.meetings.begin() + 2);
    EXPECT_TRUE(imported(sheets).is_stored);
    sheets.meetings = {meeting("HY-9", "2025-03-03", "11:59", "13:00")};
    EXPECT_EQ(problems(sheets), (std::vector<std::string>{"会议!C2 meetings.booking.taken"}));
    sheets.meetings = {meeting("HY-9", "2025-03-03", "12:00", "13:00")};
    EXPECT_TRUE(imported(sheets).is_stored);
    // One that is cancelled takes no room.
    sheets.meetings = {
        {"HY-8", "2025-03-03", "09:00", "10:00", "示例", "部门会议", "示例科室", "A", "", "8", "已取消", "合并"}};
    EXPECT_TRUE(imported(sheets).is_stored);
}

TEST_P(MeetingsImportTest, AnImportCorrectsWhatNobodyChangedByHand)
{
    Sheets sheets;
    sheets.meetings = {meeting("HY-1", "2025-03-03", "9:00", "10:00"), meeting("HY-2", "2025-03-03", "10:00", "11:00")};
    ASSERT_TRUE(imported(sheets).is_stored);
    std::swap(sheets.meetings[0][0], sheets.meetings[1][0]);  // they change places
    const ImportOutcome outcome = imported(sheets);
    EXPECT_TRUE(outcome.is_stored);
    EXPECT_EQ(counts(outcome), (std::vector<std::int64_t>{0, 2, 0}));
    ASSERT_EQ(outcome.changed.size(), 2U);
    EXPECT_EQ(outcome.changed.front().cells.front().before, "10:00");
    EXPECT_EQ(outcome.changed.front().cells.front().after, "09:00");
    const Booking first = of_source("HY-1");
    EXPECT_EQ(clock_text(first.span.from), "2025-03-03 10:00");
    EXPECT_EQ(first.state, State::approved);
    EXPECT_EQ(first.version, 2);
    EXPECT_EQ(meetings().booking(officer.org, first.number)->steps.size(), 2U);

    Described by_hand{"改过的名称", "部门会议", "示例科室", 8, "", {}, ""};
    ASSERT_EQ(code_of(meetings().describe(officer, first.number, 2, by_hand)), "");
    EXPECT_EQ(problems(sheets), (std::vector<std::string>{"会议!A3 meetings.import.changed_by_hand"}));
    sheets.meetings[1][4] = "改过的名称";  // as it stands
    EXPECT_EQ(counts(imported(sheets)), (std::vector<std::int64_t>{0, 0, 2}));
}

TEST_P(MeetingsImportTest, WhatIsExportedIsUnchangedAndRefusedRowsComeBack)
{
    Sheets sheets;
    sheets.meetings = {meeting("HY-1", "2025-03-03", "9:00", "10:00"),
                       meeting("HY-2", "2025-03-03", "22:00", "次日 01:30")};
    ASSERT_TRUE(imported(sheets).is_stored);
    NewBooking asked;
    asked.booking = of_source("HY-1");
    asked.booking.source.clear();
    asked.booking.span = {asked.booking.span.from + 400 * seconds_of_day,
                          asked.booking.span.until + 400 * seconds_of_day};
    ASSERT_EQ(code_of(meetings().book(officer, asked)), "");
    const auto file = folder / "导出.xlsx";
    ASSERT_EQ(code_of(meetings().write_workbook(officer.org, file)), "");
    const auto again = meetings().import(officer, {file});
    ASSERT_EQ(code_of(again), "");
    EXPECT_EQ(again->problem_count, 0U);
    EXPECT_EQ(again->sheets.front().unchanged, 2);
    EXPECT_EQ(counts(*again), (std::vector<std::int64_t>{0, 0, 3}));

    sheets.meetings = {meeting("HY-3", "2025-03-04", "9:00", "10:00"), meeting("HY-4", "2025-03-04", "9:30", "10:00")};
    const auto wrong = workbook(sheets);
    const spreadsheet::FailedRows failed{folder / "待改正.xlsx", [](const base::Error& error) { return error.code; }};
    EXPECT_EQ(meetings().write_failed(officer, wrong, failed).value(), 1U);
    const auto handed_back = meetings().import(officer, {failed.target});
    ASSERT_EQ(code_of(handed_back), "");
    EXPECT_EQ(handed_back->problem_count, 1U);  // both rows and both rooms are there
    EXPECT_EQ(handed_back->sheets.front().rows + handed_back->sheets.back().rows, 4);
}

TEST_P(MeetingsImportTest, RefusesWhoMayNotAndWhatIsNoTable)
{
    const auto file = workbook({});
    EXPECT_EQ(code_of(meetings().import(clerk, {file})), "meetings.actor.not_permitted");
    const auto other = folder / "别的.xlsx";
    ASSERT_EQ(code_of(spreadsheet::write_workbook(other, {sheet_of("说明", {"请按模板填写"}, {{"甲"}})})), "");
    EXPECT_EQ(code_of(meetings().import(officer, {other})), "meetings.import.no_table");
    const auto empty = folder / "模板.xlsx";
    ASSERT_EQ(code_of(spreadsheet::write_workbook(empty, meetings_template())), "");
    const auto outcome = meetings().import(officer, {empty});
    ASSERT_EQ(code_of(outcome), "");
    EXPECT_EQ(outcome->sheets.size(), 2U);
    EXPECT_EQ(outcome->examples.size(), 2U);
    EXPECT_EQ(outcome->stored_rows(), 0);
}

MINGJI_EACH_ENGINE(MeetingsImportTest);

}  // namespace
}  // namespace meetings
