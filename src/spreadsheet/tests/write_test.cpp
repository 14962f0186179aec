// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/write.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "spreadsheet/archive.h"
#include "spreadsheet/tests/built_workbook.h"

// Read by the leak sanitizer: libxlsxwriter 1.1.4 copies the formula of a drop-down list twice and frees it once.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:lxw_strdup";
}

namespace spreadsheet::testing {
namespace {

std::string file_text(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<Row> written_and_read(const TableSheet& sheet)
{
    const TemporaryFile file{"a.xlsx"};
    EXPECT_TRUE(write_workbook(file.path(), {sheet}));
    auto workbook = Workbook::open(file.path());
    return rows_of(*workbook).value();
}

std::string part_of(const std::filesystem::path& file, const std::string& part)
{
    auto archive = Archive::from_bytes(file_text(file), {}).value();
    const auto source = archive.open_part(part).value();
    std::string text;
    for (std::string piece(4096, '\0'); const std::size_t size = source->read(piece.data(), piece.size()).value();)
        text.append(piece, 0, size);
    return text;
}

TEST(WriteWorkbook, PrintsOnA4AcrossAsWideAsThePaper)
{
    const TemporaryFile file{"a.xlsx"};
    ASSERT_TRUE(write_workbook(file.path(), {{.name = "一", .title = "题目", .columns = {{.title = "列"}}},
                                             {.name = "二", .columns = {{.title = "列"}}}}));
    for (const char* const name : {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}) {
        const std::string sheet = part_of(file.path(), name);
        EXPECT_NE(sheet.find("<pageSetUpPr fitToPage=\"1\"/>"), std::string::npos) << sheet;
        EXPECT_NE(sheet.find("paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\""), std::string::npos)
            << sheet;
    }
    const std::string workbook = part_of(file.path(), "xl/workbook.xml");
    EXPECT_NE(workbook.find(">'一'!$1:$2<"), std::string::npos) << workbook;  // the title and the header
    EXPECT_NE(workbook.find(">'二'!$1:$1<"), std::string::npos) << workbook;
    EXPECT_EQ(part_of(file.path(), "xl/styles.xml").find("Calibri"), std::string::npos);
}

TEST(WriteWorkbook, GivesBackEveryKindOfCell)
{
    const std::vector<Cell> cells{{CellKind::text, "武汉 𠮷"},
                                  {CellKind::number, "-1234.56"},
                                  {CellKind::number, "3400.68"},
                                  {CellKind::date, "2024-02-29"},
                                  {CellKind::time, "2024-07-01 09:30:05"},
                                  {CellKind::time, "23:59:59"},
                                  {CellKind::boolean, "1"},
                                  {CellKind::number, "0.9141", true},
                                  {CellKind::text, "a\r\nb_x0041_"},
                                  {CellKind::number, "123456789012345"}};
    const auto rows = written_and_read({.name = "一", .rows = {cells}});
    ASSERT_EQ(rows.size(), 1u);
    ASSERT_EQ(rows[0].cells.size(), cells.size());
    for (std::size_t at = 0; at < cells.size(); ++at) EXPECT_EQ(described(rows[0].cells[at]), described(cells[at]));
}

TEST(WriteWorkbook, KeepsWhatASpreadsheetWouldChangeAsText)
{
    const auto rows = written_and_read({.name = "一",
                                        .rows = {{{CellKind::number, "1234567890123456"},
                                                  {CellKind::error, "#N/A"},
                                                  {CellKind::date, "9999-12-31"},
                                                  {CellKind::time, "36:00:00"}}}});
    ASSERT_EQ(rows.size(), 1u);
    for (const Cell& cell : rows[0].cells) EXPECT_EQ(cell.kind, CellKind::text) << cell.text;
    EXPECT_EQ(rows[0].cells[0].text, "1234567890123456");
    EXPECT_EQ(rows[0].cells[3].text, "36:00:00");
}

TEST(WriteWorkbook, AUsersTextIsNeverAFormula)
{
    TableSheet sheet{.name = "一", .columns = {{.title = "=1+1", .choices = {"=2"}, .note = "=3"}}};
    sheet.title = "=HYPERLINK(\"x\")";
    sheet.rows = {{{CellKind::text, "=cmd|' /C calc'!A0"}}, {{CellKind::text, "+1"}}, {{CellKind::error, "=1"}}};
    const auto rows = written_and_read(sheet);
    ASSERT_EQ(rows.size(), 5u);
    for (const Row& row : rows) EXPECT_EQ(row.cells.at(0).kind, CellKind::text) << row.cells.at(0).text;
    EXPECT_EQ(rows[2].cells[0].text, "=cmd|' /C calc'!A0");
}

TEST(WriteWorkbook, MarksExampleRowsAndNothingElse)
{
    const TableSheet sheet{.name = "一",
                           .columns = {{.title = "名称"}, {.title = "金额", .kind = ColumnKind::money}},
                           .example_rows = {{{CellKind::text, "某项目"}, {CellKind::number, "1.50"}}},
                           .rows = {{{CellKind::text, "示例"}, {CellKind::number, "2"}}}};
    const auto rows = written_and_read(sheet);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_FALSE(is_example(rows[0]));
    EXPECT_TRUE(is_example(rows[1]));
    EXPECT_FALSE(is_example(rows[2]));
}

TEST(WriteWorkbook, PutsLongListsOnAHiddenSheet)
{
    Column short_list{.title = "甲", .choices = {"是", "否"}, .note = "选一个"};
    Column long_list{.title = "乙", .choices = {}, .note = ""};
    for (int choice = 0; choice < 100; ++choice) long_list.choices.push_back("选项" + std::to_string(choice));
    const TemporaryFile file{"a.xlsx"};
    ASSERT_TRUE(write_workbook(file.path(), {{.name = "一", .columns = {short_list, long_list}}}));
    auto workbook = Workbook::open(file.path());
    ASSERT_TRUE(workbook);
    ASSERT_EQ(workbook->sheets(), (std::vector<std::string>{"一", std::string{choices_sheet}}));
    EXPECT_TRUE(workbook->is_hidden(1));
    EXPECT_EQ(rows_of(*workbook, 1).value().size(), 100u);
}

TEST(WriteWorkbook, RefusesNamesAndTextsThatDoNotFit)
{
    const TemporaryFile file{"a.xlsx", "before"};
    const auto code = [&](const std::vector<TableSheet>& sheets) {
        const auto outcome = write_workbook(file.path(), sheets);
        return outcome ? "" : outcome.error().code;
    };
    for (const char* const name :
         {"", "a/b", "a:b", "'a", "可选值", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二"})
        EXPECT_EQ(code({{.name = name}}), "spreadsheet.write.bad_sheet_name") << name;
    EXPECT_EQ(code({{.name = "a"}, {.name = "a"}}), "spreadsheet.write.bad_sheet_name");
    std::string text;
    for (int letter = 0; letter < 32'767; ++letter) text += "字";
    EXPECT_EQ(code({{.name = "a", .rows = {{{CellKind::text, text + "字"}}}}}), "spreadsheet.cell.too_long");
    EXPECT_EQ(file_text(file.path()), "before");
    EXPECT_EQ(code({{.name = "a", .rows = {{{CellKind::text, text}}}}}), "");
    EXPECT_EQ(code({{.name = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"}}), "");
}

TEST(WriteWorkbook, TheSameInputGivesTheSameBytes)
{
    const TableSheet sheet{
        .name = "一", .columns = {{.title = "名称", .note = "说明"}}, .rows = {{{CellKind::text, "a"}}}};
    const TemporaryFile first{"a.xlsx"};
    const TemporaryFile second{"a.xlsx"};
    ASSERT_TRUE(write_workbook(first.path(), {sheet}));
    ASSERT_TRUE(write_workbook(second.path(), {sheet}));
    EXPECT_EQ(file_text(first.path()), file_text(second.path()));
}

TEST(WriteWorkbook, LeavesNothingBehindWhereItCannotWrite)
{
    const TemporaryFile file{"a.xlsx"};
    const auto inside_nothing = file.path().parent_path() / "none" / "a.xlsx";
    EXPECT_THROW(static_cast<void>(write_workbook(inside_nothing, {{.name = "a"}})), std::runtime_error);
    EXPECT_THROW(write_csv(inside_nothing, [](const TakeRow&) {}), std::runtime_error);
}

TEST(WriteCsv, GuardsFormulasAndLeavesNumbersAlone)
{
    EXPECT_EQ(csv_text({{{CellKind::text, "=1+1"},
                         {CellKind::text, "＝1"},
                         {CellKind::text, "-5.20"},
                         {CellKind::number, "-5.20"},
                         {CellKind::text, "-5+cmd"},
                         {CellKind::text, "@a"},
                         {CellKind::text, "a,\"b\"\n"},
                         {CellKind::text, "\tx"}},
                        {{}, {CellKind::text, "武汉"}}}),
              "\xEF\xBB\xBF'=1+1,'＝1,-5.20,-5.20,'-5+cmd,'@a,\"a,\"\"b\"\"\n\",\"'\tx\"\r\n,武汉\r\n");
}

}  // namespace
}  // namespace spreadsheet::testing
