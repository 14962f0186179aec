// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/failed_rows.h"

#include <gtest/gtest.h>

#include "spreadsheet/tests/built_workbook.h"

namespace spreadsheet::testing {
namespace {

Cell text(const std::string& words)
{
    return {CellKind::text, words};
}

// One table of two columns: the row 3 is wrong, the row 2 is not.
std::vector<FailedTable> one_table(const RowMistakes& mistakes)
{
    FailedTable table{"行", {{.title = "编号"}, {.title = "金额"}}};
    table.failed.push_back({{text("乙")}, mistakes.of({0, 3})});
    table.rest.push_back({text("甲"), {CellKind::number, "1.50"}});
    return {table};
}

std::vector<std::string> texts_of(const std::filesystem::path& path, std::size_t sheet)
{
    auto workbook = Workbook::open(path).value();
    std::vector<std::string> lines;
    const std::vector<Row> rows = rows_of(workbook, sheet).value();
    for (const Row& row : rows) {
        std::string line;
        for (const Cell& cell : row.cells) line += (line.empty() ? "" : "|") + described(cell);
        lines.push_back(line);
    }
    return lines;
}

TEST(WriteFailedRows, PutsWhatIsWrongFirstAndEverythingElseBehind)
{
    RowMistakes mistakes;
    mistakes.add({0, 3}, "支付!B3", "金额", "不是金额");
    mistakes.add({0, 3}, "支付!A3", "", "重复");
    const TemporaryFile folder{"已有.xlsx"};
    const auto target = folder.path().parent_path() / "待改正.xlsx";
    EXPECT_EQ(write_failed_rows(target, mistakes, one_table(mistakes)).value(), 1U);
    EXPECT_EQ(Workbook::open(target)->sheets(), (std::vector<std::string>{"有错误的行", "其余的行"}));
    EXPECT_EQ(texts_of(target, 0),
              (std::vector<std::string>{"text:编号|text:金额|text:错误",
                                        "text:乙|empty:|text:支付!B3 金额：不是金额；支付!A3：重复"}));
    EXPECT_EQ(texts_of(target, 1), (std::vector<std::string>{"text:编号|text:金额", "text:甲|number:1.5"}));
}

TEST(WriteFailedRows, NeverLosesARowOrOverwritesAFile)
{
    RowMistakes mistakes;
    mistakes.add({0, 3}, "支付!B3", "金额", "不是金额");
    const TemporaryFile existing{"已有.xlsx", "a day's typing"};
    EXPECT_EQ(write_failed_rows(existing.path(), mistakes, one_table(mistakes)).error().code,
              "spreadsheet.write.file_exists");

    // What is wrong with a header belongs to no row that was read: its rows would be missing from the file.
    mistakes.add({1, 1}, "二月!A1", "金额", "缺少列");
    const auto target = existing.path().parent_path() / "待改正.xlsx";
    EXPECT_EQ(write_failed_rows(target, mistakes, one_table(mistakes)).error().code, "spreadsheet.failed.header_wrong");
    EXPECT_FALSE(std::filesystem::exists(target));
}

TEST(RowMistakes, StayWithinACell)
{
    RowMistakes mistakes;
    for (int i = 0; i < 3; ++i) mistakes.add({0, 2}, "支付!B2", "金额", std::string(100'000, 'x') + "𠮷");
    const std::string_view line = mistakes.of({0, 2});
    EXPECT_LT(line.size(), 6'100U);
    EXPECT_TRUE(line.ends_with("x…"));
    RowMistakes wide;
    std::string letters;
    for (int i = 0; i < 5'000; ++i) letters += "错";
    wide.add({0, 2}, "支付!B2", "", letters);
    EXPECT_TRUE(wide.of({0, 2}).ends_with("错…"));
    EXPECT_TRUE(wide.of({0, 3}).empty());
}

TEST(IsErrorWord, KnowsWhatASpreadsheetShows)
{
    EXPECT_TRUE(is_error_word("#N/A"));
    EXPECT_TRUE(is_error_word("#DIV/0!"));
    EXPECT_TRUE(is_error_word(formula_without_value));
    EXPECT_FALSE(is_error_word("#1"));
    EXPECT_FALSE(is_error_word(""));
}

}  // namespace
}  // namespace spreadsheet::testing
