// SPDX-License-Identifier: Apache-2.0
#include "indicators/import.h"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "base/clock.h"
#include "base/id.h"
#include "indicators/failed_rows.h"
#include "indicators/templates.h"
#include "indicators/tests/sample_year.h"
#include "spreadsheet/workbook.h"

namespace indicators {
namespace {

using spreadsheet::Cell;
using spreadsheet::CellKind;
using spreadsheet::TableSheet;

std::vector<Cell> texts(const std::vector<std::string>& values)
{
    std::vector<Cell> cells;
    for (const std::string& value : values) cells.push_back({value.empty() ? CellKind::empty : CellKind::text, value});
    return cells;
}

// The sheets of the template with rows of our own: header in row 2 below a title, then the example rows.
class ImportTargets : public testing::Test {
protected:
    ImportTargets() : sheets{targets_template(hubei())}
    {
        folder = std::filesystem::temp_directory_path() / ("mingji-" + base::new_uuid(base::SystemClock{}));
        std::filesystem::create_directories(folder);
        sheet("绩效目标").rows = {texts({"1", "会议保障", "100%"})};
        sheet("绩效指标").rows = {
            texts({"C1", "1", "产出指标", "数量指标", "会议次数", "≥", "1800", "次", "5", "台账:会议台账", "计数", "",
                   "状态=已召开"}),
            texts({"C2", "", "", "", "达标率", "", "≥90%", "", "7.5", "", "", "", "", "", "", "检查合格的比例"})};
        sheet("人工填报").rows = {texts({"C2", "95%", "", "7.5", "", "示例"})};
        sheet("指标调整").rows = {texts({"示例1号", "2024年7月1日", "修改", "C1", "目标值", "1800", "1930", "增加"})};
        sheet("偏差说明").rows = {texts({"C2", "改进措施", "增加检查"})};
    }
    ~ImportTargets() override { std::filesystem::remove_all(folder); }

    TableSheet& sheet(const std::string& name)
    {
        return *std::find_if(sheets.begin(), sheets.end(), [&](const TableSheet& each) { return each.name == name; });
    }
    TargetsImport read()
    {
        const auto file = folder / "绩效指标.xlsx";
        EXPECT_TRUE(spreadsheet::write_workbook(file, sheets));
        const auto import = read_targets(file);
        EXPECT_TRUE(import) << (import ? "" : import.error().code);
        return import.value();
    }
    // "place code" of every problem.
    std::vector<std::string> problems()
    {
        std::vector<std::string> found;
        for (const ImportProblem& problem : read().problems) found.push_back(problem.place + " " + problem.error.code);
        return found;
    }

    std::vector<TableSheet> sheets;
    std::filesystem::path folder;
};

TEST_F(ImportTargets, AnUnfilledTemplateIsRefusedAndTakesNothingBack)
{
    const auto file = folder / "绩效指标.xlsx";
    ASSERT_TRUE(spreadsheet::write_workbook(file, targets_template(hubei())));
    const auto import = read_targets(file);
    ASSERT_FALSE(import);
    EXPECT_EQ(import.error().code, "indicators.import.no_indicators");
}

TEST_F(ImportTargets, ReadsEverySheetBelowTitlesAndExamples)
{
    sheets.push_back({"备忘", "备忘", {{"随便写的"}}, {}, {texts({"一句话"})}});
    const TargetsImport import = read();
    EXPECT_TRUE(import.problems.empty());
    const std::vector<std::string> examples{"绩效目标!A3", "绩效指标!A3", "绩效指标!A4", "支撑数据!A3",
                                            "指标调整!A3", "人工填报!A3", "偏差说明!A3"};
    EXPECT_EQ(import.examples, examples);
    EXPECT_EQ(import.sheets_passed_over, std::vector<std::string>{"备忘"});
    ASSERT_EQ(import.targets.goals.size(), 1U);
    EXPECT_EQ(*import.targets.goals[0].share, base::Decimal::whole(100));
    ASSERT_EQ(import.targets.indicators.size(), 2U);
    EXPECT_EQ(import.targets.indicators[0].measure.filter, "状态=已召开");
    EXPECT_EQ(import.targets.indicators[1].level1, "产出指标");  // as in the merged cell above
    EXPECT_EQ(import.targets.indicators[1].goal, "1");
    EXPECT_EQ(import.targets.indicators[1].weight, "7.5");
    EXPECT_EQ(import.indicator_rows[0].place, "绩效指标!A5");
    ASSERT_EQ(import.targets.revisions.size(), 1U);
    EXPECT_EQ(import.targets.revisions[0].date.to_string(), "2024-07-01");
    ASSERT_EQ(import.entries.size(), 1U);
    EXPECT_EQ(import.entries[0].published, "7.5");
    ASSERT_EQ(import.notes.size(), 1U);
    EXPECT_EQ(import.notes[0].kind, NoteKind::measure);
    EXPECT_TRUE(import.targets.supports.empty());
}

TEST_F(ImportTargets, NumbersDatesAndPercentagesInCellsAreReadAsShown)
{
    auto& row = sheet("绩效指标").rows[1];
    row[6] = {CellKind::number, "0.9", true};
    row[8] = {CellKind::number, "5"};
    sheet("指标调整").rows[0][1] = {CellKind::date, "2024-08-01"};
    const TargetsImport import = read();
    EXPECT_TRUE(import.problems.empty());
    EXPECT_EQ(import.targets.indicators[1].weight, "5");
    EXPECT_EQ(import.targets.revisions[0].date.to_string(), "2024-08-01");
}

TEST_F(ImportTargets, NamesEveryMistakeBySheetAndCell)
{
    sheet("绩效指标")
        .rows.push_back(texts({"C1", "9", "产出指标", "", "重复", "", "1", "次", "五", "会议台账", "数数"}));
    sheet("绩效指标").rows.push_back(texts({"C4", "1", "产出指标", "", "没有目标值"}));
    sheet("人工填报").rows.push_back(texts({"C9", "1", "", "满分"}));
    sheet("偏差说明").rows.push_back(texts({"C2", "原因", "忘了"}));
    EXPECT_EQ(problems(),
              (std::vector<std::string>{
                  "绩效指标!A7 indicators.import.code_twice", "绩效指标!B7 indicators.import.goal_unknown",
                  "绩效指标!I7 indicators.weight.malformed", "绩效指标!J7 indicators.measure.source_malformed",
                  "绩效指标!K7 indicators.measure.method_unknown", "绩效指标!G8 indicators.import.cell_missing",
                  "人工填报!A5 indicators.import.indicator_unknown",
                  "人工填报!D5 indicators.import.published_malformed", "偏差说明!B5 indicators.note.kind_unknown"}));
}

TEST_F(ImportTargets, SharesOfGoalsAddUp)
{
    sheet("绩效目标").rows = {texts({"1", "会议保障", "60%"}), texts({"2", "物业达标", "39.9"})};
    EXPECT_EQ(problems(), (std::vector<std::string>{"绩效目标!C5 indicators.import.goal_shares_not_100"}));
    sheet("绩效目标").rows[1] = texts({"2", "物业达标", "40"});
    EXPECT_TRUE(problems().empty());
    sheet("绩效目标").rows[1] = texts({"2", "物业达标", "四成"});
    EXPECT_EQ(problems(), (std::vector<std::string>{"绩效目标!C5 indicators.import.goal_share_malformed"}));
}

TEST_F(ImportTargets, RevisionsMustFitOnEachOther)
{
    sheet("指标调整").rows.push_back(texts({"示例2号", "2024-09-01", "修改", "C1", "目标值", "1800", "2000", ""}));
    EXPECT_EQ(problems(), (std::vector<std::string>{"指标调整!F5 indicators.revision.before_differs"}));
    sheet("指标调整").rows[1] = texts({"示例1号", "2024-09-01", "修改", "C1", "目标值", "1930", "2000", ""});
    EXPECT_EQ(problems(), (std::vector<std::string>{"指标调整!B5 indicators.revision.two_dates"}));
    sheet("指标调整").rows[1] = texts({"示例2号", "九月", "换", "C1", "目标值", "1930", "2000", ""});
    EXPECT_EQ(problems(), (std::vector<std::string>{"指标调整!B5 indicators.import.date_malformed",
                                                    "指标调整!C5 indicators.revision.kind_unknown"}));
    sheet("指标调整").rows[1] = texts({"示例2号", "2024-09-01", "新增", "C3", "三级指标", "", "演练", ""});
    EXPECT_EQ(problems(), (std::vector<std::string>{"指标调整!G5 indicators.revision.incomplete"}));
}

TEST_F(ImportTargets, EvidenceLiesBesideTheWorkbook)
{
    std::filesystem::create_directories(folder / "佐证材料");
    std::ofstream{folder / "佐证材料" / "a.txt"} << "示例";
    sheet("人工填报").rows[0] = texts({"C2", "95%", "", "", "佐证材料/a.txt；b.txt; ../c.txt、/etc/hostname"});
    EXPECT_EQ(problems(), (std::vector<std::string>{"人工填报!E4 content.file.unreadable",
                                                    "人工填报!E4 indicators.evidence.outside_folder",
                                                    "人工填报!E4 indicators.evidence.outside_folder"}));
    sheet("人工填报").rows[0] = texts({"C2", "95%", "", "", "佐证材料/a.txt"});
    const TargetsImport import = read();
    ASSERT_EQ(import.evidence.size(), 1U);
    EXPECT_EQ(import.evidence[0].code, "C2");
}

TEST_F(ImportTargets, SaysWhichSheetOrColumnIsMissing)
{
    sheet("偏差说明").columns[2].title = "说明";
    EXPECT_EQ(problems(), (std::vector<std::string>{"偏差说明 indicators.import.column_missing"}));
    std::erase_if(sheets, [](const TableSheet& each) { return each.name == "绩效指标"; });
    const auto file = folder / "另一个.xlsx";
    ASSERT_TRUE(spreadsheet::write_workbook(file, sheets));
    EXPECT_EQ(read_targets(file).error().code, "indicators.import.sheet_missing");
}

TEST_F(ImportTargets, WhatFollowsFromAMistakeIsNotOneMore)
{
    const auto with = [&](const std::string& name, std::size_t row, std::size_t column, const Cell& cell) {
        const std::vector<TableSheet> whole = sheets;
        sheet(name).rows[row][column] = cell;
        std::vector<std::string> found = problems();
        sheets = whole;
        return found;
    };
    using Codes = std::vector<std::string>;
    // The goal, the indicator and the revision are there, only not readable; what names them is right.
    EXPECT_EQ(with("绩效目标", 0, 1, {}), Codes{"绩效目标!B4 indicators.import.cell_missing"});
    EXPECT_EQ(with("绩效目标", 0, 0, {}), Codes{"绩效目标!A4 indicators.import.cell_missing"});
    EXPECT_EQ(with("绩效指标", 0, 6, {}), Codes{"绩效指标!G5 indicators.import.cell_missing"});
    EXPECT_EQ(with("绩效指标", 1, 0, {}), Codes{"绩效指标!A6 indicators.import.cell_missing"});
    EXPECT_EQ(with("绩效指标", 1, 6, {CellKind::error, "#REF!"}), Codes{"绩效指标!G6 indicators.import.cell_error"});
    sheet("指标调整").rows.push_back(texts({"示例2号", "2024-09-01", "修改", "C1", "目标值", "1930", "2000", ""}));
    EXPECT_EQ(with("指标调整", 0, 1, {CellKind::text, "七月"}), Codes{"指标调整!B4 indicators.import.date_malformed"});
    sheet("绩效指标").columns[6].title = "目标";
    EXPECT_EQ(problems(), Codes{"绩效指标 indicators.import.column_missing"});
}

TEST_F(ImportTargets, MistakesAreToldInTheOrderOfTheWorkbook)
{
    sheet("人工填报").rows = {texts({"C9", "1"}), {{CellKind::text, "C2"}, {CellKind::error, "#N/A"}}};
    sheet("指标调整").rows[0][5].text = "1700";
    sheet("绩效指标").rows[1][8].text = "五";
    EXPECT_EQ(problems(),
              (std::vector<std::string>{
                  "绩效指标!I6 indicators.weight.malformed", "人工填报!A4 indicators.import.indicator_unknown",
                  "人工填报!B5 indicators.import.cell_error", "指标调整!F4 indicators.revision.before_differs"}));
}

TEST_F(ImportTargets, ATakenBackEntryOrNoteSaysNothing)
{
    sheet("人工填报").rows = {texts({"C2", "撤回", "", "七分半", "", "记错了"})};
    sheet("偏差说明").rows = {texts({"C2", "改进措施", "撤回"})};
    const TargetsImport import = read();
    EXPECT_TRUE(import.problems.empty());
    ASSERT_EQ(import.entries.size(), 1U);
    EXPECT_TRUE(import.entries[0].is_taken_back());
    ASSERT_EQ(import.notes.size(), 1U);
    EXPECT_TRUE(import.notes[0].is_taken_back());
}

TEST_F(ImportTargets, RefusedRowsComeBackAsAWorkbookToCorrect)
{
    sheet("绩效指标").rows[0][8].text = "五";
    sheet("偏差说明").rows[0][1].text = "措施";
    const auto import = read();
    const auto target = folder / "待改正.xlsx";
    const auto describe = [](const base::Error& error) { return error.code; };
    const auto rows = write_failed_rows(folder / "绩效指标.xlsx", import.problems, {target, describe});
    ASSERT_TRUE(rows) << rows.error().code;
    EXPECT_EQ(*rows, 2U);

    auto workbook = spreadsheet::Workbook::open(target).value();
    EXPECT_EQ(workbook.sheets(), (std::vector<std::string>{"有错误的绩效指标", "有错误的偏差说明", "其余的绩效目标",
                                                           "其余的人工填报", "其余的指标调整"}));
    std::vector<spreadsheet::Row> indicators;
    ASSERT_TRUE(workbook.each_row(0, [&](const spreadsheet::Row& row) {
        indicators.push_back(row);
        return spreadsheet::Visit::go_on;
    }));
    ASSERT_EQ(indicators.size(), 3U);
    EXPECT_EQ(indicators[1].cells.back().text, "绩效指标!I5 权重：indicators.weight.malformed");
    EXPECT_EQ(indicators[2].cells[2].text, "产出指标");  // as in the merged cell above

    // It says what the file says, the mistakes too.
    const auto again = read_targets(target).value();
    ASSERT_EQ(again.problems.size(), 2U);
    EXPECT_EQ(again.problems[0].place, "有错误的绩效指标!I2");
    EXPECT_EQ(again.problems[1].place, "有错误的偏差说明!B2");
    EXPECT_TRUE(again.sheets_passed_over.empty());
    EXPECT_EQ(again.targets, import.targets);
    EXPECT_EQ(again.entries, import.entries);
}

TEST_F(ImportTargets, AMistakeThatStandsInNoRowKeepsTheRowsBack)
{
    sheet("偏差说明").columns[2].title = "说明";
    const auto describe = [](const base::Error& error) { return error.code; };
    const auto import = read();
    const auto rows = write_failed_rows(folder / "绩效指标.xlsx", import.problems, {folder / "待改正.xlsx", describe});
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code, "spreadsheet.failed.header_wrong");
    EXPECT_FALSE(std::filesystem::exists(folder / "待改正.xlsx"));
}

}  // namespace
}  // namespace indicators
