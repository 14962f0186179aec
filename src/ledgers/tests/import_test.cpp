// SPDX-License-Identifier: Apache-2.0
#include "ledgers/import.h"

#include <gtest/gtest.h>

#include "ledgers/sheet_reader.h"
#include "ledgers/tests/register_file.h"

namespace ledgers {
namespace {

Definition meetings_of_state()
{
    Column number{"会议编号"};
    number.is_identity = true;
    Column day{"会议日期", ColumnType::date};
    day.is_required = day.is_period = true;
    Column state{"状态", ColumnType::choice, {}, {"已召开", "已取消"}};
    return checked(
               {"会议台账",
                {number, day, {"会议室"}, {"参会人数", ColumnType::integer, "人"}, state, {"费用", ColumnType::money}}})
        .value();
}

class ImportTest : public testing::Test {
protected:
    Reading read(const std::filesystem::path& file, const Mapping& mapping = {})
    {
        auto reading = read_register({file}, meetings_of_state(), mapping);
        EXPECT_TRUE(reading) << (reading ? "" : reading.error().code);
        return reading ? *std::move(reading) : Reading{};
    }

    static std::vector<std::string> lines(const Reading& reading)
    {
        std::vector<std::string> lines;
        for (const NewRecord& record : reading.records) {
            std::string line;
            for (const std::string& cell : split_cells(record.cells)) line += (line.empty() ? "" : "|") + cell;
            lines.push_back(line);
        }
        return lines;
    }

    static std::vector<std::string> problems(const Reading& reading)
    {
        std::vector<std::string> lines;
        for (const Problem& problem : reading.problems)
            lines.push_back(problem.place + " " + problem.column + " " + problem.error.code);
        return lines;
    }

    TestFolder folder;
    const std::vector<std::string> header{"会议编号", "会议日期", "会议室", "参会人数", "状态", "费用"};
    using Lines = std::vector<std::string>;
};

TEST_F(ImportTest, ReadsARegisterAsAClerkKeepsIt)
{
    TestWorkbook book{folder.file("会议.xlsx")};
    book.sheet("一季度", {{"2024年会议台账（示例）"},
                          {},
                          header,
                          {"HY-1", "2024-1-5", "一号厅", "35", "已召开", "1,200.50"},
                          {"HY-2", "", "二号厅", "=SUM(A1:A2)|20", "已取消"},
                          {},
                          {"合 计", "", "", "55"},
                          {"备注：示例数据"}});
    book.day(4, 1, 45296);
    const Reading reading = read(book.done());
    EXPECT_EQ(problems(reading), Lines{});
    EXPECT_EQ(lines(reading), (Lines{"HY-1|2024-01-05|一号厅|35|已召开|1200.50", "HY-2|2024-01-05|二号厅|20|已取消"}));
    EXPECT_EQ(reading.sheets[0].totals, 1U);
    EXPECT_EQ(reading.sheets[0].notes, 1U);
    EXPECT_EQ(reading.place_of(reading.records[1]), "会议.xlsx 一季度!A5");
    EXPECT_EQ(reading.records[0].occurred_on->to_string(), "2024-01-05");
}

// What a workbook can hold and a text table cannot: an error where a formula has no answer, a formula that was saved
// without its result, yes and no, times.
TEST_F(ImportTest, EveryKindOfCellIsTakenForWhatItIs)
{
    using spreadsheet::Cell;
    using spreadsheet::CellKind;
    Reading reading;
    const Definition definition = meetings_of_state();
    const Mapping no_mapping;
    const Visitors no_visitors;
    SheetReader reader{{definition, no_mapping, no_visitors}, {"会议.xlsx", "会议"}, {}, reading};
    spreadsheet::Row first{1};
    for (const std::string& title : header) first.cells.push_back({CellKind::text, title});
    std::uint32_t number = 1;
    const auto row = [&](const Cell& day, const Cell& room, const Cell& people) {
        ++number;
        const Cell name{CellKind::text, "HY-" + std::to_string(number)};
        static_cast<void>(reader.row({number, {name, day, room, people}}));
    };
    const Cell day{CellKind::date, "2024-01-05"};
    static_cast<void>(reader.row(first));
    row(day, {CellKind::boolean, "1"}, {CellKind::number, "35"});
    row({CellKind::time, "2024-01-05 00:00:00"}, {CellKind::number, "301"}, {});
    row(day, {CellKind::error, "#N/A"}, {CellKind::error, "#DIV/0!"});
    row({CellKind::error, "1900-02-29"}, {}, {CellKind::error, std::string{spreadsheet::formula_without_value}});
    row(day, {}, {CellKind::number, "0.35", true});
    ASSERT_TRUE(reader.finish());
    EXPECT_EQ(
        problems(reading),
        (Lines{"会议!C4 会议室 ledgers.cell.broken_formula", "会议!D4 参会人数 ledgers.cell.broken_formula",
               "会议!B5 会议日期 ledgers.cell.broken_formula", "会议!D5 参会人数 ledgers.cell.formula_without_value",
               "会议!D6 参会人数 ledgers.cell.unit_other"}));
    EXPECT_EQ(lines(reading)[0], "HY-2|2024-01-05|是|35");
    EXPECT_EQ(lines(reading)[1], "HY-3|2024-01-05|301");
}

TEST_F(ImportTest, AllSheetsWithTheHeaderAreOneRegister)
{
    TestWorkbook book{folder.file("会议.xlsx")};
    book.sheet("一季度", {header, {"HY-1", "2024-1-5"}});
    book.sheet("说明", {{"本表由会议科填写"}});
    // Columns in another order, and one of the unit's own.
    book.sheet("二季度", {{"序号", "会议日期", "会议编号"}, {"1", "2024-4-5", "HY-2"}});
    book.sheet("空表", {});
    const Reading reading = read(book.done());
    EXPECT_EQ(lines(reading), (Lines{"HY-1|2024-01-05", "HY-2|2024-04-05"}));
    EXPECT_EQ(reading.passed_over, Lines{"会议.xlsx 说明"});
    EXPECT_EQ(reading.sheets[1].unknown_headers, Lines{"序号"});
    EXPECT_EQ(reading.place_of(reading.records[1]), "会议.xlsx 二季度!C2");
}

TEST_F(ImportTest, MergedCellsSayTheSameInEachRow)
{
    TestWorkbook book{folder.file("会议.xlsx")};
    book.sheet("会议", {{},
                        {"会议编号", "", "", "参会人数"},
                        {"HY-1", "2024-1-5", "", "3"},
                        {"HY-2", "", "", "4"},
                        {"HY-3", "2024-1-6", "", "5"}});
    book.merge(0, 0, 0, 5, "会议台账").merge(1, 1, 1, 2, "会议日期").merge(2, 1, 3, 1, "2024-1-5");
    // The merged header stands over two columns: the second one is a second header for the same column.
    const Reading twice = read(book.done());
    EXPECT_EQ(problems(twice), Lines{"会议!C2 会议日期 ledgers.sheet.column_twice"});

    TestWorkbook plain{folder.file("会议2.xlsx")};
    plain.sheet("会议", {{"会议编号", "会议日期", "会议室", "参会人数"},
                         {"HY-1", "", "", "3"},
                         {"HY-2", "", "", "4"},
                         {"HY-3", "2024-1-6", "", "5"}});
    plain.merge(1, 1, 2, 1, "2024-1-5").merge(1, 2, 3, 2, "一号厅");
    EXPECT_EQ(lines(read(plain.done())),
              (Lines{"HY-1|2024-01-05|一号厅|3", "HY-2|2024-01-05|一号厅|4", "HY-3|2024-01-06|一号厅|5"}));
}

TEST_F(ImportTest, AnAmountMergedOverRecordsIsNotCountedTwice)
{
    TestWorkbook book{folder.file("会议.xlsx")};
    book.sheet("会议", {{"会议编号", "会议日期", "费用"}, {"HY-1", "2024-1-5", "100"}, {"HY-2", "2024-1-6", ""}});
    book.merge(1, 2, 2, 2, "100");
    EXPECT_EQ(problems(read(book.done())), Lines{"会议!C3 费用 ledgers.cell.merged_number"});
}

TEST_F(ImportTest, TwoRowHeadersAreJoined)
{
    TestWorkbook book{folder.file("会议.xlsx")};
    book.sheet("会议", {{"会议台账"},
                        {"会议", "", "会议室", "结算", ""},
                        {"编号", "日期", "", "费用（万元）", "状态"},
                        {"HY-1", "2024-1-5", "一号厅", "0.12", "已召开"}});
    book.merge(0, 0, 0, 4, "会议台账").merge(1, 0, 1, 1, "会议").merge(1, 2, 2, 2, "会议室").merge(1, 3, 1, 4, "结算");
    EXPECT_EQ(lines(read(book.done())), Lines{"HY-1|2024-01-05|一号厅||已召开|1200.00"});
    const auto csv = folder.text("会议.csv", "会议,,会议室\n编号,日期,\nHY-1,2024-1-5,一号厅\n");
    EXPECT_EQ(lines(read(csv)), Lines{"HY-1|2024-01-05|一号厅"});
}

TEST_F(ImportTest, NamesEverythingThatIsWrongWithItsCell)
{
    TestWorkbook book{folder.file("会议.xlsx")};
    book.sheet("会议", {header,
                        {"HY-1", "昨天", "一号厅", "三十", "也许", "0.001"},
                        {"", "2024-1-6"},
                        {"HY-3", "2024-1-7"},
                        {"ＨＹ-3", "2024-1-8"}});
    const Reading reading = read(book.done());
    EXPECT_EQ(problems(reading),
              (Lines{"会议!B2 会议日期 ledgers.cell.not_a_date", "会议!D2 参会人数 ledgers.cell.not_a_number",
                     "会议!E2 状态 ledgers.cell.not_a_choice", "会议!F2 费用 ledgers.cell.not_an_amount",
                     "会议!A3 会议编号 ledgers.cell.required", "会议!A5 会议编号 ledgers.row.identity_twice"}));
    EXPECT_EQ(reading.problems.back().error.args[1].second, "会议.xlsx 会议!A4");
}

TEST_F(ImportTest, AMissingColumnIsNamedOnceAndNotInEachRow)
{
    const auto file = folder.text("会议.csv", "会议编号,会议室\nHY-1,一\nHY-2,二\n");
    EXPECT_EQ(problems(read(file)), Lines{"会议 会议日期 ledgers.sheet.column_missing"});
}

TEST_F(ImportTest, AFileWithoutTheRegisterIsRefused)
{
    const auto refused = read_register({folder.text("别的.csv", "甲,乙\n1,2\n")}, meetings_of_state(), {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "ledgers.file.no_header");
    EXPECT_FALSE(read_register({folder.text("坏.xlsx", "not a workbook")}, meetings_of_state(), {}));
    EXPECT_FALSE(read_register({folder.file("没有.xlsx")}, meetings_of_state(), {}));
}

TEST_F(ImportTest, AnEmptyRegisterIsARegister)
{
    const Reading reading = read(folder.text("会议.csv", "会议编号,会议日期\n"));
    EXPECT_TRUE(reading.is_clean());
    EXPECT_EQ(reading.sheets.size(), 1U);
    EXPECT_TRUE(reading.records.empty());
}

TEST_F(ImportTest, ReadsGb18030)
{
    // 会议编号,会议日期,会议室 / HY-1,2024年1月5日,一号厅 in GBK.
    const std::string bytes =
        "\xBB\xE1\xD2\xE9\xB1\xE0\xBA\xC5,\xBB\xE1\xD2\xE9\xC8\xD5\xC6\xDA,\xBB\xE1\xD2\xE9\xCA\xD2\r\n"
        "HY-1,2024\xC4\xEA"
        "1\xD4\xC2"
        "5\xC8\xD5,\xD2\xBB\xBA\xC5\xCC\xFC\r\n";
    EXPECT_EQ(lines(read(folder.text("会议.csv", bytes))), Lines{"HY-1|2024-01-05|一号厅"});
}

}  // namespace
}  // namespace ledgers
