// SPDX-License-Identifier: Apache-2.0
#include "premises/exports.h"
#include "premises/premises.h"
#include "premises/tests/premises_fixture.h"

namespace premises {
namespace {

const std::vector<std::string> land_header{"土地编码", "土地名称", "土地权属", "不动产单元号"};
const std::vector<std::string> house_header{"房屋编码", "房屋名称",         "使用单位", "所在土地",
                                            "房屋权属", "未登记或备案原因", "缺少材料"};
const std::vector<std::string> area_header{"不动产类别", "不动产编码", "面积来源", "面积（平方米）", "依据文件"};
const std::vector<std::string> room_header{"所属房屋", "房间号",      "楼层", "房间用途", "房间使用面积（平方米）",
                                           "使用单位", "使用起始日期"};
const std::vector<std::string> unit_header{
    "活动编码", "活动名称", "单位编号", "单位名称", "单位类别", "建筑面积（平方米）",
    "涉及房屋", "登记步骤", "步骤日期", "备注",     "依据文件"};

class PremisesImportTest : public PremisesFixture {
protected:
    struct Sheets {
        Rows land = {{"T1", "示例宗地", "已登记"}};
        Rows houses = {{"F1", "示例楼", "甲单位", "T1", "已登记"},
                       {"F2", "示例仓库", "乙单位", "", "未登记", "缺少材料", "税费凭证、测绘报告"}};
        Rows areas = {{"房屋", "F1", "证载", "100.5", "示例证"},
                      {"房屋", "F1", "测绘", "101", ""},
                      {"土地", "T1", "证载", "2000", ""}};
        Rows rooms = {{"F1", "301室", "3", "办公室", "20.25"}, {"F1", "B01室", "-1", "设备用房", "12"}};
        Rows units = {{"C1", "示例活动", "U1", "甲单位", "党政机关", "", "F1", "已登记", "2023-06-30", ""},
                      {"C1", "", "U2", "乙单位", "公益一类", "50", "", "未启动", "", ""}};
    };

    std::filesystem::path workbook(const Sheets& sheets)
    {
        const auto file = folder.file("台账" + std::to_string(++files_) + ".xlsx");
        write_sheets(file,
                     {sheet_of("房间", room_header, sheets.rooms), sheet_of("权属登记", unit_header, sheets.units),
                      sheet_of("土地", land_header, sheets.land), sheet_of("房屋", house_header, sheets.houses),
                      sheet_of("面积", area_header, sheets.areas), sheet_of("说明", {"请按模板填写"}, {{"甲"}})});
        return file;
    }

    ImportOutcome imported(const Sheets& sheets, ImportMode mode = ImportMode::store)
    {
        auto outcome = premises().import(actor, {workbook(sheets), mode});
        EXPECT_EQ(code_of(outcome), "");
        return outcome ? *std::move(outcome) : ImportOutcome{};
    }

    // "place code" of each problem.
    std::vector<std::string> problems(const Sheets& sheets)
    {
        const ImportOutcome outcome = imported(sheets);
        EXPECT_FALSE(outcome.is_stored);
        std::vector<std::string> found;
        for (const ImportProblem& problem : outcome.problems) found.push_back(problem.place + " " + problem.error.code);
        return found;
    }

private:
    int files_ = 0;
};

TEST_P(PremisesImportTest, TakesAWorkbookWhole)
{
    const std::int64_t before = audit_records();
    const ImportOutcome outcome = imported({});
    EXPECT_TRUE(outcome.is_stored);
    EXPECT_EQ(outcome.stored_rows(), 10);
    ASSERT_EQ(outcome.passed_over.size(), 1U);
    EXPECT_EQ(audit_records(), before + 1);
    const auto house = premises().file(actor.org, EstateKind::building, "F1");
    ASSERT_TRUE(house);
    EXPECT_EQ(house->estate.parcel, "T1");
    EXPECT_EQ(house->estate.area(AreaSource::certificate)->to_string(), "100.50");
    EXPECT_EQ(house->rooms.size(), 2U);
    EXPECT_EQ(premises().file(actor.org, EstateKind::building, "F2")->estate.missing_papers().size(), 2U);
    const auto campaign = premises().campaign(actor.org, "C1");
    ASSERT_TRUE(campaign);
    EXPECT_EQ(campaign->campaign.name, "示例活动");
    EXPECT_EQ(campaign->progress.all.area_done.to_string(), "100.50");
    EXPECT_EQ(campaign->progress.all.area_total.to_string(), "150.50");
}

TEST_P(PremisesImportTest, WhoHasARoomIsKeptOnceThoughItIsImportedAgain)
{
    imported({});
    imported({});
    ASSERT_EQ(premises().occupancies(actor.org, "F1", "301室").size(), 1U);
    EXPECT_EQ(premises().occupancies(actor.org, "F1", "301室").front().from, clock.today());
    EXPECT_EQ(premises().vacant_rooms(actor.org).size(), 2U);
}

TEST_P(PremisesImportTest, RowsComeBackToBeCorrected)
{
    Sheets sheets;
    sheets.rooms.push_back({"F9", "1", "1", "办公室", "10"});     // found against the register
    sheets.rooms.push_back({"F1", "302", "3", "办公室", "-10"});  // and by itself
    sheets.units[1][5] = "0";
    const auto back = folder.file("待改正.xlsx");
    const spreadsheet::FailedRows failed{back, [](const base::Error& error) { return error.code; }};
    const auto rows = premises().write_failed(actor, workbook(sheets), failed);
    ASSERT_EQ(code_of(rows), "");
    EXPECT_EQ(*rows, 3U);
    EXPECT_TRUE(premises().all_rooms(actor.org).empty());
    const auto again = premises().import(actor, {back});
    ASSERT_EQ(code_of(again), "");
    EXPECT_EQ(again->problem_count, 3U);
    std::int64_t read = 0;
    for (const ledgers::TableOutcome& sheet : again->sheets) read += sheet.rows;
    EXPECT_EQ(read, 12);  // none was lost on the way
    const auto none = premises().write_failed(actor, workbook({}), {folder.file("无.xlsx"), failed.describe});
    ASSERT_EQ(code_of(none), "");
    EXPECT_EQ(*none, 0U);
    EXPECT_FALSE(std::filesystem::exists(folder.file("无.xlsx")));
}

TEST_P(PremisesImportTest, SinceWhenARoomIsHadComesWithTheWorkbook)
{
    const base::Date day = on("2020-05-06");
    const base::Date later = on("2021-05-06");
    Sheets sheets;
    sheets.rooms = {{"F1", "301", "3", "办公室", "20", "甲单位", day.to_string()},
                    {"F1", "302", "3", "办公室", "20", "", day.to_string()},
                    {"F1", "303", "3", "办公室", "20", "甲单位", ""}};
    imported(sheets);
    EXPECT_EQ(premises().occupancies(actor.org, "F1", "301").front().from, day);
    EXPECT_EQ(premises().vacant_rooms(actor.org).front().since, day);
    EXPECT_EQ(premises().occupancies(actor.org, "F1", "303").front().from, clock.today());
    sheets.rooms[0][6] = "";
    EXPECT_EQ(imported(sheets).changed.size(), 0U);

    sheets.rooms[0][5] = "乙单位";  // another unit, from a day that is told
    sheets.rooms[0][6] = later.to_string();
    sheets.rooms[2][6] = day.to_string();  // the same unit, and now it is known since when
    EXPECT_EQ(imported(sheets).changed.size(), 2U);
    EXPECT_EQ(premises().occupancies(actor.org, "F1", "301").back().from, later);
    EXPECT_EQ(premises().occupancies(actor.org, "F1", "303").back().from, day);
    EXPECT_EQ(premises().occupancies(actor.org, "F1", "303").size(), 2U);
}

TEST_P(PremisesImportTest, ADayThatCannotBeIsRefusedAtItsCell)
{
    Sheets sheets;
    sheets.rooms = {{"F1", "301", "3", "办公室", "20", "甲单位", "2020-05-06"}};
    imported(sheets);
    sheets.rooms[0][5] = "乙单位";
    sheets.rooms[0][6] = "2020-05-05";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"房间!G2 premises.occupancy.before_last"});
    sheets.rooms[0][6] = "2024-01-02";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"房间!G2 premises.occupancy.in_future"});
    sheets.rooms[0][6] = clock.today().to_string();
    imported(sheets);
    sheets.rooms[0][6] = "2020-05-06";  // another unit had it then
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"房间!G2 premises.occupancy.since_recorded"});
}

TEST_P(PremisesImportTest, TheSameAgainChangesNothing)
{
    imported({});
    const std::int64_t before = audit_records();
    const ImportOutcome again = imported({});
    EXPECT_EQ(again.stored_rows(), 0);
    EXPECT_EQ(audit_records(), before);
    EXPECT_EQ(premises().all_rooms(actor.org).size(), 2U);
    EXPECT_EQ(premises().campaign(actor.org, "C1")->members[0].taken.size(), 1U);
}

TEST_P(PremisesImportTest, ShowsWhatDiffersAndADryRunStoresNothing)
{
    imported({});
    Sheets sheets;
    sheets.areas[1][3] = "102";
    sheets.rooms[0][3] = "服务用房";
    sheets.units[1] = {"C1", "", "U2", "乙单位", "公益一类", "50", "", "已申请", "2023-07-01", ""};
    const ImportOutcome preview = imported(sheets, ImportMode::dry_run);
    EXPECT_FALSE(preview.is_stored);
    EXPECT_EQ(premises().file(actor.org, EstateKind::building, "F1")->estate.area(AreaSource::survey)->to_string(),
              "101.00");
    const ImportOutcome outcome = imported(sheets);
    EXPECT_TRUE(outcome.is_stored);
    ASSERT_EQ(outcome.changed.size(), 3U);
    EXPECT_EQ(outcome.changed[0].cells[0].before, "101");
    EXPECT_EQ(outcome.changed[0].cells[0].after, "102");
    EXPECT_EQ(premises().file(actor.org, EstateKind::building, "F1")->estate.area(AreaSource::survey)->to_string(),
              "102.00");
    EXPECT_EQ(premises().campaign(actor.org, "C1")->members[1].step(), Step::applied);
}

TEST_P(PremisesImportTest, NamesEveryMistakeAtItsCellAndStoresNothing)
{
    Sheets sheets;
    sheets.land[0].push_back("420112001001GB00001F0001000");
    sheets.houses[0][3] = "T9";
    sheets.houses[1][5] = "";
    sheets.areas[0][1] = "F9";
    sheets.rooms[1][0] = "F8";
    sheets.units[0][6] = "F1、F9";
    // What belongs to a house or a parcel whose own row is wrong is not told too.
    EXPECT_EQ(problems(sheets),
              (std::vector<std::string>{"土地!D2 premises.unit_number.wrong_length", "房屋!D2 premises.parcel.unknown",
                                        "房屋!F3 premises.title.reason_missing", "面积!B2 premises.building.unknown",
                                        "房间!A3 premises.building.unknown", "权属登记!G2 premises.building.unknown"}));
    EXPECT_TRUE(premises().estates(actor.org, EstateKind::parcel).empty());
}

TEST_P(PremisesImportTest, RefusesCellsThatRulesForbid)
{
    Sheets sheets;
    sheets.houses[1][6] = "税费凭证、没有这种";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"房屋!G3 premises.import.unknown_paper"});
    sheets = {};
    sheets.areas[2] = {"土地", "T1", "使用面积", "10", ""};
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"面积!C4 premises.area.usable_of_land"});
    sheets = {};
    sheets.areas[2][3] = "10.005";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"面积!D4 premises.area.malformed"});
    sheets = {};
    sheets.rooms[0][2] = "0";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"房间!C2 premises.room.floor_zero"});
    sheets.rooms[0][2] = "201";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"房间!C2 premises.import.number_out_of_range"});
    sheets = {};
    sheets.units[0][8] = "";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"权属登记!I2 premises.import.step_without_date"});
    sheets.units[0][8] = "2024-01-02";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"权属登记!I2 premises.step.in_future"});
    sheets = {};
    sheets.units[1][5] = "";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"权属登记!F3 premises.member.area_missing"});
    sheets.units[1][6] = "F2";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"权属登记!G3 premises.building.area_missing"});
    sheets = {};
    sheets.rooms[1] = sheets.rooms[0];
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"房间!A3 ledgers.row.identity_twice"});
}

TEST_P(PremisesImportTest, AStepBackSaysWhy)
{
    imported({});
    Sheets sheets;
    sheets.units[0][7] = "已申请";
    sheets.units[0][8] = "2023-07-01";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"权属登记!I2 premises.step.reason_missing"});
    sheets.units[0][9] = "证书作废重办";
    EXPECT_TRUE(imported(sheets).is_stored);
    const auto member = premises().campaign(actor.org, "C1")->members[0];
    EXPECT_EQ(member.taken.size(), 2U);
    EXPECT_EQ(member.step(), Step::applied);
    sheets.units[0][7] = "未启动";
    sheets.units[0][8] = "";
    sheets.units[0][9] = "";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"权属登记!H2 premises.step.reason_missing"});
}

TEST_P(PremisesImportTest, AStepThatWasTakenKeepsItsPaper)
{
    imported({});
    ASSERT_EQ(code_of(premises().take_step(actor, "C1", "U2", {Step::applied, on("2023-07-01"), "示例文1号"})), "");
    Sheets sheets;
    sheets.units[1] = {"C1", "", "U2", "乙单位", "公益一类", "50", "", "已申请", "2023-07-01", "", ""};
    EXPECT_EQ(imported(sheets).changed.size(), 0U);  // says nothing of a paper
    sheets.units[1].back() = "示例文1号";
    EXPECT_EQ(imported(sheets).changed.size(), 0U);
    sheets.units[1].back() = "示例文2号";
    EXPECT_EQ(problems(sheets), std::vector<std::string>{"权属登记!K3 premises.step.taken_already"});
    EXPECT_EQ(premises().campaign(actor.org, "C1")->members[1].taken.size(), 1U);
}

TEST_P(PremisesImportTest, KeepsWhatAWorkbookDoesNotSayOfPapers)
{
    imported({});
    Estate house = premises().file(actor.org, EstateKind::building, "F2")->estate;
    for (Paper& paper : house.papers) paper.note = "正在补办";
    house.papers.push_back({PaperKind::transfer, PaperState::not_needed});
    in_order(house);
    ASSERT_EQ(code_of(premises().change(actor, house)), "");
    EXPECT_EQ(imported({}).changed.size(), 0U);
    EXPECT_EQ(premises().file(actor.org, EstateKind::building, "F2")->estate, house);
}

TEST_P(PremisesImportTest, WhatIsExportedComesBackUnchanged)
{
    imported({});
    const auto file = folder.file("导出.xlsx");
    ASSERT_EQ(code_of(export_register(premises(), actor.org, {}, file)), "");
    auto again = premises().import(actor, {file});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->problem_count, 0U);
    EXPECT_EQ(again->stored_rows(), 0);
    std::int64_t rows = 0;
    for (const ledgers::TableOutcome& sheet : again->sheets) rows += sheet.rows;
    EXPECT_EQ(rows, 10);
}

TEST_P(PremisesImportTest, TheTemplateCanBeReadAndHasNoRecords)
{
    const auto file = folder.file("模板.xlsx");
    ASSERT_EQ(code_of(spreadsheet::write_workbook(file, premises_template())), "");
    const auto outcome = premises().import(actor, {file});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->problem_count, 0U);
    EXPECT_EQ(outcome->stored_rows(), 0);
    EXPECT_EQ(outcome->examples.size(), 5U);
    EXPECT_EQ(outcome->sheets.size(), 5U);
}

TEST_P(PremisesImportTest, AFileWithoutTheRegisterIsRefused)
{
    const auto file = folder.file("别的.xlsx");
    write_sheets(file, {sheet_of("别的", {"甲", "乙"}, {{"1", "2"}})});
    EXPECT_EQ(code_of(premises().import(actor, {file})), "premises.import.no_table");
}

MINGJI_EACH_ENGINE(PremisesImportTest);

}  // namespace
}  // namespace premises
