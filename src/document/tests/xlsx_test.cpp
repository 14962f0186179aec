// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "base/decimal.h"
#include "document/tests/programs.h"
#include "document/tests/sample.h"
#include "document/xlsx_formula.h"

namespace document {

namespace {

pugi::xml_document sheet_of(const std::string& xlsx, const std::string& name = "xl/worksheets/sheet1.xml")
{
    const TestFolder folder;
    pugi::xml_document xml;
    xml.load_string(output_of("unzip -p " + folder.write("a.xlsx", xlsx).string() + " " + name).c_str());
    return xml;
}

std::string refusal_of(const Document& document)
{
    const auto result = xlsx(document);
    return result ? "" : result.error().code;
}

Document with(Table table)
{
    return {.blocks = {std::move(table)}};
}

Table one_cell(TableCell content, std::string sheet = "表")
{
    return {.sheet = std::move(sheet), .widths = {1}, .header_rows = 0, .rows = {{std::move(content)}}};
}

TEST(SheetFormula, TurnsPlacesIntoCells)
{
    const Table table = sample_table();
    const Grid grid = *place_cells(table);
    EXPECT_EQ(*sheet_formula("=ROUND({2,4}*{2,2}/{2,3},2)", grid, 1), "=ROUND(E4*C4/D4,2)");
    EXPECT_EQ(*sheet_formula("={3,0}", grid, 1), "=A4");  // a covered place is the cell that covers it
    EXPECT_EQ(*sheet_formula("=\"{0,0}\"&{0,0}", grid, 1), "=\"{0,0}\"&A2");
    for (const char* wrong : {"={5,0}", "={0,5}", "={-1,0}", "={0}", "={0,0", "={a,b}", "={}"}) {
        const auto refusal = sheet_formula(wrong, grid, 1);
        ASSERT_FALSE(refusal) << wrong;
        EXPECT_EQ(refusal.error().code, "document.formula.bad_reference");
    }
}

// No field of the sample has a comma; quotes say nothing here.
std::vector<std::string> fields_of(std::string csv)
{
    std::erase(csv, '"');
    std::vector<std::string> fields;
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = csv.find_first_of(",\n", begin)) != std::string::npos; begin = end + 1)
        fields.push_back(csv.substr(begin, end - begin));
    return fields;
}

// The numbers of a sheet after LibreOffice has computed its formulas anew.
std::vector<std::string> recomputed(const Document& document)
{
    const TestFolder folder;
    const std::string all_sheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
    return fields_of(converted(folder, folder.write("form.xlsx", *xlsx(document)), all_sheets, "-绩效自评表.csv"));
}

std::string number_in(const std::string& field)
{
    const auto number = base::Decimal::parse(field);
    return number ? number->without_trailing_zeros().to_string() : "no number: " + field;
}

// The cached values are falsified first: only what is computed from the formulas can come out right.
TEST(Xlsx, HasFormulasThatComputeTheNumbersWePrint)
{
    Document document = sample_document();
    Table table = sample_table();
    std::vector<std::string> printed;
    for (auto& row : table.rows) {
        for (TableCell& content : row) {
            if (content.formula.empty()) continue;
            printed.push_back(content.number);
            content.number = "1";
        }
    }
    document.blocks = {table};
    const std::vector<std::string> fields = recomputed(document);
    ASSERT_EQ(fields.size(), 30U);  // 6 rows of 5
    EXPECT_EQ(number_in(fields[19]), number_in(printed.at(0)));
    EXPECT_EQ(number_in(fields[24]), number_in(printed.at(1)));
    EXPECT_EQ(number_in(fields[29]), number_in(printed.at(2)));
}

TEST(Xlsx, WritesFormulasWithTheirCachedValues)
{
    const pugi::xml_document sheet = sheet_of(*xlsx(sample_document()));
    const pugi::xml_node score = sheet.select_node("//c[@r='E5']").node();
    EXPECT_STREQ(score.child("f").text().get(), "ROUND(C5/D5*10,2)");
    EXPECT_EQ(number_in(score.child("v").text().get()), "7.5");
}

TEST(Xlsx, WritesNumbersAsNumbersAndUserTextAsText)
{
    const pugi::xml_document number = sheet_of(*xlsx(with(one_cell(figure("3720.27")))));
    EXPECT_STREQ(number.select_node("//c[@r='A2']/v").node().text().get(), "3720.27");
    EXPECT_FALSE(number.select_node("//c[@r='A2']/@t"));
    const pugi::xml_document text = sheet_of(*xlsx(with(one_cell(cell("=1+1")))));
    EXPECT_FALSE(text.select_node("//c[@r='A2']/f"));
    EXPECT_STREQ(text.select_node("//c[@r='A2']/@t").attribute().value(), "s");
}

TEST(Xlsx, FreezesAndRepeatsTheHeaderAndFitsAPage)
{
    const std::string bytes = *xlsx(sample_document());
    const pugi::xml_document sheet = sheet_of(bytes);
    EXPECT_STREQ(sheet.select_node("//pane/@topLeftCell").attribute().value(), "A4");
    EXPECT_STREQ(sheet.select_node("//pageSetup/@orientation").attribute().value(), "landscape");
    EXPECT_STREQ(sheet.select_node("//pageSetup/@paperSize").attribute().value(), "9");
    EXPECT_STREQ(sheet.select_node("//pageSetup/@fitToHeight").attribute().value(), "0");
    EXPECT_TRUE(sheet.select_node("//mergeCell[@ref='A1:E1']"));
    EXPECT_TRUE(sheet.select_node("//mergeCell[@ref='A4:A5']"));
    const pugi::xml_document book = sheet_of(bytes, "xl/workbook.xml");
    EXPECT_STREQ(book.select_node("//definedName").node().text().get(), "'绩效自评表'!$1:$3");
}

TEST(Xlsx, APageEndsBeforeRowsThatStayTogether)
{
    for (int rows = 0; rows < 60; ++rows) {
        Table table = sample_table();
        const std::vector<TableCell> row = table.rows[3];
        for (int i = 0; i < rows; ++i)
            table.rows.insert(table.rows.begin() + 4, {cell(""), row[0], row[1], row[2], row[3]});
        const int end = static_cast<int>(table.rows.size());
        table.together = {end - 3, end};
        const pugi::xml_document sheet = sheet_of(*xlsx(with(table)));
        const auto breaks = sheet.select_nodes("//rowBreaks/brk/@id");
        EXPECT_EQ(static_cast<int>(breaks.size()), (rows + 3 - 1) / 17)
            << rows;  // 17 rows of 21 points below the header
        // The title stands above row 0 of the table; a break stands behind the row with its number.
        for (const auto& found : breaks) EXPECT_LE(found.attribute().as_int() - 1, end - 3) << rows;
    }
}

TEST(Xlsx, IsTheSameTwice)
{
    EXPECT_EQ(*xlsx(sample_document()), *xlsx(sample_document()));
}

TEST(Xlsx, MarksAMissingFact)
{
    TableCell missing = cell("缺少数据");
    missing.runs[0].missing = true;
    const pugi::xml_document styles = sheet_of(*xlsx(with(one_cell(missing))), "xl/styles.xml");
    EXPECT_TRUE(styles.select_node("//fill//fgColor[@rgb='FFFFF2A8']"));
}

TEST(Xlsx, RefusesSheetNamesThatSpreadsheetsRefuse)
{
    const std::string longest(31, 'a');
    EXPECT_EQ(refusal_of(with(one_cell(cell("x"), longest))), "");
    EXPECT_EQ(refusal_of(with(one_cell(cell("x"), longest + "a"))), "document.sheet.bad_name");
    for (const char* bad : {"a/b", "a[b", "a:b", "'a", "a'", "a*", "a?", "a\\b"})
        EXPECT_EQ(refusal_of(with(one_cell(cell("x"), bad))), "document.sheet.bad_name") << bad;
    EXPECT_EQ(refusal_of({.blocks = {one_cell(cell("x"), "Sheet"), one_cell(cell("x"), "SHEET")}}),
              "document.sheet.duplicate");
}

TEST(Xlsx, RefusesWhatIsNoNumberAndTextTooLong)
{
    for (const char* wrong : {"1,000", "1e3", "abc", "1.", "0x10", "nan"})
        EXPECT_EQ(refusal_of(with(one_cell(figure(wrong)))), "document.number.malformed") << wrong;
    EXPECT_EQ(refusal_of(with(one_cell(figure("", "0.00", "=1")))), "document.number.malformed");
    EXPECT_EQ(refusal_of(with(one_cell(cell(std::string(32767, 'a'))))), "");
    EXPECT_EQ(refusal_of(with(one_cell(cell(std::string(32768, 'a'))))), "document.cell.too_long");
    EXPECT_EQ(refusal_of(with(one_cell(figure("1", "0.00", "={9,9}")))), "document.formula.bad_reference");
}

TEST(Xlsx, RefusesADocumentWithoutSheets)
{
    EXPECT_EQ(refusal_of({}), "document.sheet.none");
    EXPECT_EQ(refusal_of(with(one_cell(cell("x"), ""))), "document.sheet.none");
}

}  // namespace

}  // namespace document
