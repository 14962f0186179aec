// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "document/check.h"
#include "document/grid.h"
#include "document/numbering.h"
#include "document/printed_date.h"
#include "document/tests/sample.h"
#include "document/text.h"
#include "document/title.h"

namespace document {

namespace {

TEST(HeadingNumbers, FollowTheOfficialOrderAndStartAnewBelow)
{
    HeadingNumbers numbers;
    EXPECT_EQ(numbers.next(1), "一、");
    EXPECT_EQ(numbers.next(2), "（一）");
    EXPECT_EQ(numbers.next(3), "1.");
    EXPECT_EQ(numbers.next(4), "（1）");
    EXPECT_EQ(numbers.next(4), "（2）");
    EXPECT_EQ(numbers.next(2), "（二）");
    EXPECT_EQ(numbers.next(3), "1.");
    EXPECT_EQ(numbers.next(1), "二、");
    EXPECT_EQ(numbers.next(2), "（一）");
}

TEST(HeadingNumbers, CountInChinesePastTen)
{
    HeadingNumbers numbers;
    std::vector<std::string> all;
    for (int i = 0; i < 30; ++i) all.push_back(numbers.next(1));
    EXPECT_EQ(all[8], "九、");
    EXPECT_EQ(all[9], "十、");
    EXPECT_EQ(all[10], "十一、");
    EXPECT_EQ(all[19], "二十、");
    EXPECT_EQ(all[20], "二十一、");
    EXPECT_EQ(all[29], "三十、");
}

using Lines = std::vector<std::string>;

TEST(TitleLines, KeepAShortTitleInOneLine)
{
    EXPECT_EQ(title_lines("一二三四五", 5), Lines{"一二三四五"});
    EXPECT_EQ(title_lines("", 5), Lines{});
}

TEST(TitleLines, BreakBeforeTheYear)
{
    EXPECT_EQ(title_lines("示例单位2024年度部门整体支出绩效自评报告", 19),
              (Lines{"示例单位", "2024年度部门整体支出绩效自评报告"}));
}

TEST(TitleLines, BreakNearTheMiddleAndNeverInsideANumber)
{
    EXPECT_EQ(title_lines("一二三四五六", 5), (Lines{"一二三", "四五六"}));
    EXPECT_EQ(title_lines("一二三的五六", 5), (Lines{"一二", "三的五六"}));
    EXPECT_EQ(title_lines("一二12345678三四", 6), (Lines{"一二", "12345678三四"}));
}

TEST(TitleLines, RespectTheAuthorsBreak)
{
    EXPECT_EQ(title_lines("一\n二三", 5), (Lines{"一", "二三"}));
}

TEST(PrintedDate, IsReadFromWhatIsPrinted)
{
    EXPECT_EQ(instant_of("2025年1月20日"), "2025-01-20T00:00:00Z");
    EXPECT_EQ(instant_of("2025-12-03"), "2025-12-03T00:00:00Z");
    EXPECT_EQ(instant_of("2025年2月30日"), "1980-01-01T00:00:00Z");
    EXPECT_EQ(instant_of(""), "1980-01-01T00:00:00Z");
}

TEST(Grid, PlacesCellsAroundSpans)
{
    const Table table = sample_table();
    const Grid grid = *place_cells(table);
    EXPECT_EQ(grid.columns, 5);
    EXPECT_EQ(grid.at(1, 2).row, 0);     // 年度指标值 hangs down into the second header row
    EXPECT_EQ(grid.at(3, 0).row, 2);     // 产出指标 covers two rows
    EXPECT_EQ(grid.at(3, 1).column, 1);  // and pushes the next cell to the second column
    EXPECT_EQ(grid.at(4, 2).column, 0);
}

struct Misshape {
    const char* name;
    Table table;
    const char* row;
};

class GridRefusal : public testing::TestWithParam<Misshape> {};

TEST_P(GridRefusal, NamesTheRow)
{
    const auto grid = place_cells(GetParam().table);
    ASSERT_FALSE(grid);
    EXPECT_EQ(grid.error().code, "document.table.misshaped");
    EXPECT_EQ(grid.error().args.at(1).second, GetParam().row);
}

Table two_columns(std::vector<std::vector<TableCell>> rows, int header_rows = 1)
{
    return {.caption = "表", .sheet = "表", .widths = {1, 1}, .header_rows = header_rows, .rows = std::move(rows)};
}

TableCell spanning(int columns, int rows)
{
    return {.runs = {{"x"}}, .column_span = columns, .row_span = rows};
}

INSTANTIATE_TEST_SUITE_P(
    Rows, GridRefusal,
    testing::Values(Misshape{"TooFew", two_columns({{cell("a"), cell("b")}, {cell("a")}}), "2"},
                    Misshape{"TooMany", two_columns({{cell("a"), cell("b"), cell("c")}}), "1"},
                    Misshape{"SpanTooWide", two_columns({{cell("a"), spanning(2, 1)}}), "1"},
                    Misshape{"SpanTooDeep", two_columns({{cell("a"), cell("b")}, {cell("a"), spanning(1, 2)}}), "2"},
                    Misshape{"SpanOutOfTheHeader", two_columns({{cell("a"), spanning(1, 2)}, {cell("a")}}), "1"},
                    Misshape{"SpanOfNothing", two_columns({{cell("a"), spanning(0, 1)}}), "1"},
                    Misshape{"HeaderLongerThanTable", two_columns({{cell("a"), cell("b")}}, 2), "1"}),
    [](const auto& test) { return std::string{test.param.name}; });

TEST(Shares, AddUpToTheWhole)
{
    EXPECT_EQ(shares({.widths = {1, 1, 1}}, 3, 100), (std::vector<int>{33, 33, 34}));
    EXPECT_EQ(shares({.widths = {}}, 2, 11), (std::vector<int>{5, 6}));
}

bool is_accepted(const std::string& text)
{
    return check({.blocks = {Paragraph{{{text}}}}}).has_value();
}

TEST(Check, AcceptsWhatCanBePrinted)
{
    EXPECT_TRUE(is_accepted("一行\n两行\t<A&B>\"'"));
    EXPECT_TRUE(is_accepted("㛃䶮𠮷"));
}

TEST(Check, RefusesWhatCannot)
{
    EXPECT_FALSE(is_accepted(std::string{"a\0b", 3}));
    EXPECT_FALSE(is_accepted("a\x1B[31m"));
    EXPECT_FALSE(is_accepted("a\r"));
    EXPECT_FALSE(is_accepted("\xE4\xB8"));      // cut in the middle of 中
    EXPECT_FALSE(is_accepted("\xC0\xBC"));      // overlong <
    EXPECT_FALSE(is_accepted("\xED\xA0\x80"));  // a surrogate
    EXPECT_FALSE(
        is_accepted("\xE2\x80\xAE"
                    "123"));  // turned from right to left
    const auto refusal = check({.blocks = {sample_table(), Paragraph{{{"\x01"}}}}});
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().code, "document.text.not_printable");
}

TEST(Check, LooksIntoTablesAndTitles)
{
    EXPECT_FALSE(check({.title = "\x01"}));
    Table table = two_columns({{cell("a"), cell("\x01")}});
    EXPECT_FALSE(check({.blocks = {table}}));
    table.rows[0][1] = cell("b");
    table.caption = "\x01";
    EXPECT_FALSE(check({.blocks = {table}}));
}

TEST(Escaped, LeavesNoMarkup)
{
    EXPECT_EQ(escaped("<A&B>\"'\x01"), "&lt;A&amp;B&gt;&quot;&#39;\xEF\xBF\xBD");
}

}  // namespace

}  // namespace document
