// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/workbook.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "spreadsheet/tests/built_workbook.h"

namespace spreadsheet::testing {
namespace {

const std::string two_rows = "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>";

TEST(Workbook, ListsHiddenSheetsAndPassesOverCharts)
{
    BuiltWorkbook built{two_rows};
    built.workbook("", R"(<sheet name="一" sheetId="1" r:id="rId1"/><sheet name="图" sheetId="2" r:id="rId2"/>)"
                       R"(<sheet name="藏" sheetId="3" state="veryHidden" r:id="rId1"/>)");
    auto workbook = Workbook::from_bytes(built.bytes(), "a.xlsx");
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->sheets(), (std::vector<std::string>{"一", "藏"}));
    EXPECT_FALSE(workbook->is_hidden(0));
    EXPECT_TRUE(workbook->is_hidden(1));
}

TEST(Workbook, TellsMergedRangesBeforeAndAfterTheRows)
{
    const BuiltWorkbook built{
        two_rows, R"(<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="AA10:AB12"/></mergeCells>)"};
    const std::vector<Merge> expected{{1, 0, 2, 2}, {10, 26, 12, 27}};
    auto workbook = Workbook::from_bytes(built.bytes(), "a.xlsx");
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->merges(0).value(), expected);
    ASSERT_TRUE(rows_of(*workbook));
    EXPECT_EQ(workbook->merges(0).value(), expected);
    auto without = Workbook::from_bytes(BuiltWorkbook{two_rows}.bytes(), "a.xlsx");
    EXPECT_TRUE(without->merges(0).value().empty());
}

TEST(Workbook, StopsWhenTheVisitorHasEnough)
{
    auto workbook = Workbook::from_bytes(BuiltWorkbook{two_rows}.bytes(), "a.xlsx");
    int visited = 0;
    ASSERT_TRUE(workbook->each_row(0, [&](const Row&) {
        ++visited;
        return Visit::stop;
    }));
    EXPECT_EQ(visited, 1);
    EXPECT_EQ(rows_of(*workbook).value().size(), 2u);
}

TEST(Workbook, AnExceptionOfTheVisitorComesOutUnchanged)
{
    auto workbook = Workbook::from_bytes(BuiltWorkbook{two_rows}.bytes(), "a.xlsx");
    const auto read = [&] {
        return workbook->each_row(0, [](const Row&) -> Visit { throw std::out_of_range("visitor"); });
    };
    EXPECT_THROW(static_cast<void>(read()), std::out_of_range);
}

TEST(Workbook, OpensFilesAndNamesThemInRefusals)
{
    const TemporaryFile good{"台账.XLSX", BuiltWorkbook{two_rows}.bytes()};
    EXPECT_TRUE(Workbook::open(good.path()));
    const TemporaryFile bad{"坏.xlsx", "PK\x03\x04 and then nothing"};
    const auto refused = Workbook::open(bad.path());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "spreadsheet.file.damaged");
    EXPECT_EQ(argument(refused.error(), "file"), "坏.xlsx");
}

}  // namespace
}  // namespace spreadsheet::testing
