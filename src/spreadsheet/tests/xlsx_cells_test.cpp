// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "spreadsheet/tests/built_workbook.h"

namespace spreadsheet::testing {
namespace {

using Texts = std::vector<std::string>;

// One row whose cells are numbers with style 0, 1, 2 ...
std::string numbers(const Texts& values)
{
    std::string xml = "<row r=\"1\">";
    for (std::size_t at = 0; at < values.size(); ++at)
        xml += "<c s=\"" + std::to_string(at) + "\"><v>" + values[at] + "</v></c>";
    return xml + "</row>";
}

TEST(XlsxCells, NumbersAreExactAndRoundedOnceToFifteenDigits)
{
    EXPECT_EQ(cells_of(numbers({"3400.6799999999998", "1234.50", "1.5E-3", "-0", "1E+20", "0.30000000000000004",
                                "999999999999999.95", "110101199001011234", "-2.5e1"})),
              (Texts{"number:3400.68", "number:1234.50", "number:0.0015", "number:0", "number:100000000000000000000",
                     "number:0.3", "number:1000000000000000", "number:110101199001011234", "number:-25"}));
}

TEST(XlsxCells, TheFifteenthDigitIsRoundedHalfUpAtItsBoundary)
{
    EXPECT_EQ(cells_of(numbers({"1.000000000000005", "1.0000000000000049", "-1.000000000000005"})),
              (Texts{"number:1.00000000000001", "number:1", "number:-1.00000000000001"}));
}

TEST(XlsxCells, ANumberThatIsNoneIsRefusedWithItsPlace)
{
    for (const char* const text : {"12abc", "1e400", "--1", "1.2.3", "NaN", ".", "1e"})
        EXPECT_EQ(cells_of(numbers({text})), (Texts{"spreadsheet.sheet.damaged 会议!A1"})) << text;
}

TEST(XlsxCells, BuiltInAndChineseFormatsSayWhatIsADay)
{
    EXPECT_EQ(cells_of(numbers({"45474", "45474", "45474", "45474", "45474.395833333336", "0.395833333333333", "0.98"}),
                       {14, 31, 57, 27, 22, 32, 9}),
              (Texts{"date:2024-07-01", "date:2024-07-01", "date:2024-07-01", "date:2024-07-01",
                     "time:2024-07-01 09:30:00", "time:09:30:00", "number:0.98%"}));
}

TEST(XlsxCells, CustomFormatsAreUnderstood)
{
    const Texts codes{R"(yyyy"年"m"月"d"日")",
                      "yyyy年m月d日;@",
                      "[$-804]yyyy/m/d\\ h:mm",
                      "[h]:mm",
                      "#,##0.00_ ",
                      R"(0.00&quot;day&quot;)",
                      "[Red]0.00",
                      "General",
                      "[DBNum1]yyyy\\-mm",
                      "0.0%",
                      "mm:ss",
                      "0.00E+00"};
    const Texts escaped{R"(yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;)",
                        codes[1],
                        codes[2],
                        codes[3],
                        codes[4],
                        codes[5],
                        codes[6],
                        codes[7],
                        codes[8],
                        codes[9],
                        codes[10],
                        codes[11]};
    EXPECT_EQ(cells_of(numbers({"45474", "45474", "45474.5", "1.5", "45474", "45474", "45474", "45474", "45474", "0.9",
                                "0.01", "45474"}),
                       {164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175}, escaped),
              (Texts{"date:2024-07-01", "date:2024-07-01", "time:2024-07-01 12:00:00", "time:36:00:00", "number:45474",
                     "number:45474", "number:45474", "number:45474", "date:2024-07-01", "number:0.9%", "time:00:14:24",
                     "number:45474"}));
}

TEST(XlsxCells, TheCalendarOf1900HasADayThatNeverWas)
{
    EXPECT_EQ(
        cells_of(numbers({"0", "1", "59", "60", "61", "-1", "2958465", "2958466"}), {14, 14, 14, 14, 14, 14, 14, 14}),
        (Texts{"error:1900-01-00", "date:1900-01-01", "date:1900-02-28", "error:1900-02-29", "date:1900-03-01",
               "error:-1", "date:9999-12-31", "error:2958466"}));
}

TEST(XlsxCells, TheCalendarOf1904StartsFourYearsLater)
{
    auto built = BuiltWorkbook{numbers({"44012", "0"})}.styles({14, 14});
    built.workbook(R"(<workbookPr date1904="1"/>)", R"(<sheet name="a" sheetId="1" r:id="rId1"/>)");
    const auto rows = rows_of(built.bytes());
    ASSERT_TRUE(rows);
    EXPECT_EQ(described(rows->at(0).cells.at(0)), "date:2024-07-01");
    EXPECT_EQ(described(rows->at(0).cells.at(1)), "date:1904-01-01");
    const auto first_day = [&](const std::string& flag) {
        built.workbook("<workbookPr date1904=\"" + flag + "\"/>", R"(<sheet name="a" sheetId="1" r:id="rId1"/>)");
        return described(rows_of(built.bytes())->at(0).cells.at(0));
    };
    EXPECT_EQ(first_day("true"), "date:2024-07-01");
    EXPECT_EQ(first_day("false"), "date:2020-06-30");
    EXPECT_EQ(first_day("0"), "date:2020-06-30");
}

TEST(XlsxCells, FractionsOfADayAreRoundedToTheSecond)
{
    EXPECT_EQ(
        cells_of(numbers({"45474.999994", "45474.999995", "45474.0000000001", "45474.25"}), {22, 22, 14, 14}),
        (Texts{"time:2024-07-01 23:59:59", "time:2024-07-02 00:00:00", "date:2024-07-01", "time:2024-07-01 06:00:00"}));
}

TEST(XlsxCells, FormulasGiveTheirSavedResult)
{
    EXPECT_EQ(cells_of(R"(<row r="1"><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>武汉</v></c><c><f>A1</f></c>)"
                       R"(<c><f>A1</f><v></v></c><c t="str"><f>""</f><v></v></c><c t="b"><f>TRUE</f><v>1</v></c>)"
                       R"(<c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>)"),
              (Texts{"number:2", "text:武汉", "error:=?", "error:=?", "empty:", "boolean:1", "error:#DIV/0!"}));
}

TEST(XlsxCells, TextsKeepEveryLetter)
{
    auto built = BuiltWorkbook{
        R"(<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="inlineStr"><is><t>㛃䶮𠮷</t><rPh><t>x</t></rPh></is></c>)"
        R"(<c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>)"};
    built.shared(
        "<si><r><t>东西</t></r><rPh sb=\"0\" eb=\"1\"><t>dong</t></rPh><r><rPr/><t xml:space=\"preserve\"> 湖 "
        "</t></r></si>"
        "<si><t>a_x000D_\nb_x005F_x000D_</t></si><si><t>=1+1</t></si>");
    const auto rows = rows_of(built.bytes());
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 1u);
    EXPECT_EQ(rows->at(0).number, 2u);
    Texts cells;
    for (const Cell& cell : rows->at(0).cells) cells.push_back(described(cell));
    EXPECT_EQ(cells, (Texts{"empty:", "text:东西 湖 ", "empty:", "text:㛃䶮𠮷", "text:a\r\nb_x000D_", "text:=1+1"}));
}

TEST(XlsxCells, ReferencesMayBeMissingButMustRise)
{
    EXPECT_EQ(cells_of("<row><c><v>1</v></c></row><row><c><v>2</v></c><c r=\"D2\"><v>3</v></c></row>"),
              (Texts{"number:1", "number:2", "empty:", "empty:", "number:3"}));
    EXPECT_EQ(cells_of("<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>").size(), 1u);
    EXPECT_EQ(cells_of("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"),
              (Texts{"spreadsheet.sheet.damaged 会议!B1"}));
    EXPECT_EQ(cells_of("<row r=\"1\"><c t=\"s\"><v>7</v></c></row>"), (Texts{"spreadsheet.sheet.damaged 会议!A1"}));
}

TEST(XlsxCells, RowsWithoutAnyValueAreLeftOut)
{
    const auto rows =
        rows_of(BuiltWorkbook{"<row r=\"1\"/><row r=\"5\"><c r=\"A5\" s=\"1\"/></row><row r=\"9\"><c "
                              "r=\"A9\"><v>1</v></c><c r=\"XFD9\" s=\"3\"/></row>"}
                    .bytes());
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 1u);
    EXPECT_EQ(rows->at(0).number, 9u);
    EXPECT_EQ(rows->at(0).cells.size(), 1u);
}

TEST(XlsxCells, OtherProgramsWritePrefixesAndAbsoluteTargets)
{
    BuiltWorkbook built{""};
    built.parts["xl/worksheets/sheet1.xml"] =
        R"(<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>)";
    built.parts["xl/SharedStrings.xml"] = R"(<x:sst xmlns:x="m"><x:si><x:t>名</x:t></x:si></x:sst>)";
    std::string& relationships = built.parts["xl/_rels/workbook.xml.rels"];
    relationships.replace(relationships.find("worksheets/"), 0, "/xl/");
    const auto rows = rows_of(built.bytes());
    ASSERT_TRUE(rows) << rows.error().code;
    EXPECT_EQ(described(rows->at(0).cells.at(0)), "text:名");
}

TEST(XlsxCells, ElementsNamedRowBehindTheDataAreNoRows)
{
    EXPECT_EQ(cells_of("<row r=\"1\"><c><v>1</v></c></row>").size(), 1u);
    const auto rows =
        rows_of(BuiltWorkbook{"<row r=\"1048576\"><c><v>1</v></c></row>",
                              "<controls><anchor><from><xdr:row xmlns:xdr=\"d\">4</xdr:row></from></anchor></controls>"}
                    .bytes());
    ASSERT_TRUE(rows) << rows.error().code;
    EXPECT_EQ(rows->size(), 1u);
}

TEST(Places, AreWrittenAsPeopleReadThem)
{
    EXPECT_EQ(place("会议", 12, 1), "会议!B12");
}

}  // namespace
}  // namespace spreadsheet::testing
