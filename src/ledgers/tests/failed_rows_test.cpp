// SPDX-License-Identifier: Apache-2.0
#include "ledgers/failed_rows.h"

#include <gtest/gtest.h>

#include "chinese/letters.h"
#include "ledgers/tests/register_file.h"

namespace ledgers {
namespace {

Definition meetings()
{
    Column number{"会议编号"};
    number.is_identity = true;
    Column day{"会议日期", ColumnType::date};
    day.is_required = true;
    return checked({"会议台账",
                    {number, day, {"参会人数", ColumnType::integer, "人"}, {"费用", ColumnType::money}, {"备注"}}})
        .value();
}

class FailedRowsTest : public testing::Test {
protected:
    base::Result<std::size_t> write(const std::vector<std::filesystem::path>& files,
                                    const Definition& definition = meetings(), const Mapping& mapping = {})
    {
        return write_failed_rows(files, definition, mapping,
                                 {failed, [](const base::Error& error) { return error.code; }});
    }

    // The records of a file as an import takes them.
    static std::vector<std::string> records(const std::filesystem::path& file)
    {
        const Reading reading = read_register({file}, meetings(), {}).value();
        std::vector<std::string> lines;
        for (const NewRecord& record : reading.records) {
            std::string line;
            for (const std::string& cell : split_cells(record.cells)) line += (line.empty() ? "" : "|") + cell;
            lines.push_back(line);
        }
        return lines;
    }

    TestFolder folder;
    std::filesystem::path failed = folder.file("待改正.xlsx");
    using Lines = std::vector<std::string>;
};

TEST_F(FailedRowsTest, ComeBackAndTheCorrectedFileIsTheWholeRegister)
{
    TestWorkbook book{folder.file("会议.xlsx")};
    book.sheet("会议", {{"会议编号", "会议日期", "参会人数", "费用（万元）"},
                        {"HY-1", "2024-1-5", "12", "1.5"},
                        {"HY-2", "昨天", "三十", "2.5"},
                        {"合计", "", "12", "4"}});
    EXPECT_EQ(write({book.done()}).value(), 1U);
    auto back = spreadsheet::Workbook::open(failed).value();
    EXPECT_EQ(back.sheets(), (Lines{"有错误的行", "其余的行"}));
    std::string last_cell;
    ASSERT_TRUE(back.each_row(0, [&](const spreadsheet::Row& row) {
        last_cell = row.cells.back().text;
        return spreadsheet::Visit::go_on;
    }));
    EXPECT_EQ(last_cell, "会议!B3 会议日期：ledgers.cell.not_a_date；会议!C3 参会人数：ledgers.cell.not_a_number");

    // As it came, it says the same again; amounts keep the unit of their header.
    const Reading reading = read_register({failed}, meetings(), {}).value();
    EXPECT_EQ(reading.problem_count, 2U);
    EXPECT_EQ(records(failed), (Lines{"HY-2|||25000.00", "HY-1|2024-01-05|12|15000.00"}));
    EXPECT_TRUE(reading.sheets[0].unknown_headers.empty());
}

TEST_F(FailedRowsTest, ATextTableKeepsItsUnitToo)
{
    const auto file = folder.text("会议.csv", "会议编号,会议日期,费用（万元）\nHY-1,2024-1-5,1.5\nHY-2,昨天,2.5\n");
    EXPECT_EQ(write({file}).value(), 1U);
    EXPECT_EQ(records(failed), (Lines{"HY-2|||25000.00", "HY-1|2024-01-05||15000.00"}));
}

TEST_F(FailedRowsTest, SheetsThatCountInDifferentUnitsStayApart)
{
    const auto in_wan = folder.text("一.csv", "会议编号,会议日期,费用（万元）\nHY-1,昨天,1.5\nHY-2,2024-1-5,2.5\n");
    const auto in_yuan = folder.text("二.csv", "会议编号,会议日期,费用（元）\nHY-3,昨天,1.5\nHY-4,2024-1-5,2.5\n");
    EXPECT_EQ(write({in_wan, in_yuan}).value(), 2U);
    EXPECT_EQ(spreadsheet::Workbook::open(failed)->sheets(),
              (Lines{"有错误的行", "有错误的行 2", "其余的行", "其余的行 2"}));
    EXPECT_EQ(records(failed),
              (Lines{"HY-1|||15000.00", "HY-3|||1.50", "HY-2|2024-01-05||25000.00", "HY-4|2024-01-05||2.50"}));
}

TEST_F(FailedRowsTest, AreAllThereHoweverManyTheyAre)
{
    constexpr std::size_t wrong = most_problems + 500;
    std::string text = "会议编号,会议日期\n";
    for (std::size_t i = 0; i < wrong; ++i) text += "HY-" + std::to_string(i) + ",昨天\n";
    EXPECT_EQ(write({folder.text("会议.csv", text + "HY-X,2024-1-5\n")}).value(), wrong);
    const Reading reading = read_register({failed}, meetings(), {}).value();
    EXPECT_EQ(reading.sheets[0].records, wrong);
    EXPECT_EQ(reading.sheets[1].records, 1U);
}

TEST_F(FailedRowsTest, AMergedAmountDoesNotCountTwice)
{
    TestWorkbook book{folder.file("会议.xlsx")};
    book.sheet("会议",
               {{"会议编号", "会议日期", "参会人数", "费用"}, {"HY-1", "2024-1-5", "12"}, {"HY-2", "2024-1-6", "12"}})
        .merge(1, 3, 2, 3, "100");
    EXPECT_EQ(write({book.done()}).value(), 1U);
    EXPECT_EQ(records(failed), (Lines{"HY-2|2024-01-06|12", "HY-1|2024-01-05|12|100.00"}));
}

TEST_F(FailedRowsTest, AFormulaErrorStaysAMistake)
{
    const auto file = folder.text("会议.csv", "会议编号,会议日期,备注\nHY-1,2024-1-5,#N/A\n");
    EXPECT_EQ(write({file}).value(), 1U);
    const Reading reading = read_register({failed}, meetings(), {}).value();
    ASSERT_EQ(reading.problem_count, 1U);
    EXPECT_EQ(reading.problems[0].error.code, "ledgers.cell.broken_formula");
}

TEST_F(FailedRowsTest, AHeaderThatCannotBeSaidAgainIsCorrectedFirst)
{
    const auto lacks_a_column = folder.text("一.csv", "会议编号,参会人数\nHY-1,12\n");
    const auto has_a_mistake = folder.text("二.csv", "会议编号,会议日期\nHY-2,昨天\n");
    EXPECT_EQ(write({lacks_a_column, has_a_mistake}).error().code, "spreadsheet.failed.header_wrong");
    EXPECT_FALSE(std::filesystem::exists(failed));

    // Two columns that only their brackets tell apart leave no place for a unit.
    Column number{"编号"};
    number.is_identity = true;
    const Definition costs =
        checked({"费用台账", {number, {"费用（预算）", ColumnType::money}, {"费用（决算）", ColumnType::money}}})
            .value();
    const auto mapped = folder.text("三.csv", "编号,决算（万元）\nF-1,一点五\n");
    EXPECT_EQ(write({mapped}, costs, {{chinese::compact("决算（万元）"), "费用（决算）"}}).error().code,
              "spreadsheet.failed.header_wrong");
    const auto in_yuan = folder.text("四.csv", "编号,费用（决算）\nF-1,一点五\n");
    EXPECT_EQ(write({in_yuan}, costs).value(), 1U);
}

}  // namespace
}  // namespace ledgers
