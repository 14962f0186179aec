// SPDX-License-Identifier: Apache-2.0
// .pdf files through pdftotext, in its limited process.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "check/check.h"
#include "check/pdf_page.h"
#include "check/read_pdf.h"
#include "document/document.h"

namespace check {
namespace {

class ReadPdf : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(std::filesystem::exists("/usr/bin/pdftotext")) << "poppler-utils is not installed";
    }
    void TearDown() override { std::filesystem::remove(file); }
    base::Result<Read> read(const std::string& bytes)
    {
        std::ofstream{file, std::ios::binary} << bytes;
        return read_report(file);
    }
    const std::filesystem::path file = ::testing::TempDir() + "check-pdf-" + std::to_string(getpid()) + ".pdf";
};

// One page that draws what `content` says; /Im0 is a picture of four grey points.
std::string pdf_with(const std::string& content)
{
    const std::string objects[] = {
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</Im0 5 0 R>>/Font<</F1 6 "
        "0 R>>>>>>",
        "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream",
        "<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4>>stream\n"
        "@`\x80\xA0\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    std::string pdf = "%PDF-1.4\n";
    std::string table;
    for (std::size_t i = 0; i < std::size(objects); ++i) {
        const std::string at = std::to_string(pdf.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(pdf.size());
    return pdf + "xref\n0 7\n0000000000 65535 f \n" + table + "trailer<</Size 7/Root 1 0 R>>\nstartxref\n" + start +
           "\n%%EOF\n";
}

TEST_F(ReadPdf, AScanIsRefused)
{
    const std::string picture = "q 500 0 0 700 40 70 cm /Im0 Do Q";
    const auto scan = read(pdf_with(picture));
    ASSERT_FALSE(scan);
    EXPECT_EQ(scan.error().code, "check.file.no_text");
    EXPECT_EQ(scan.error().kind, base::ErrorKind::invalid);
    // A page number that was stamped on it is no text either; a sentence is.
    EXPECT_FALSE(read(pdf_with(picture + " BT /F1 12 Tf 290 30 Td (- 1 -) Tj ET")));
    const auto text = read(pdf_with(picture + " BT /F1 12 Tf 100 400 Td (Total 100, spent 90) Tj ET"));
    ASSERT_TRUE(text) << text.error().code;
    EXPECT_EQ(text->text.blocks.front().text, "Total 100, spent 90");
}

// A report as we print it: a budget table that goes over the page, its titles centred and its names left.
document::Document report_of(const std::string& total)
{
    document::Document document;
    document.title = "示例中心2024年度自评报告";
    for (int i = 0; i < 16; ++i)
        document.blocks.emplace_back(document::Paragraph{{{"各项目执行情况见下表，所列金额均已与支付记录核对一致。"}}});
    document::Table table;
    table.widths = {4, 2, 2};
    const auto add = [&](const std::string& name, const std::string& plan, const std::string& done, bool header) {
        auto& row = table.rows.emplace_back();
        for (const std::string& text : {name, plan, done}) {
            document::TableCell cell;
            cell.runs = {{text}};
            cell.header = header;
            cell.align = header         ? document::Align::center
                         : text == name ? document::Align::left
                                        : document::Align::right;
            row.push_back(std::move(cell));
        }
    };
    add("项目", "预算数（万元）", "执行数（万元）", true);
    for (int i = 1; i <= 20; ++i)
        add(i % 5 == 0 ? "名称很长以致在表中要写成两行甚至更多行的示例综合保障经费" + std::to_string(i)
                       : "示例经费" + std::to_string(i),
            "10.00", "9.50", false);
    add("合计", "200.00", total, false);
    document.blocks.emplace_back(std::move(table));
    document.blocks.emplace_back(document::Paragraph{{{"其他事项无。"}}});
    return document;
}

TEST_F(ReadPdf, TheTablesOfOurOwnReportsAreTables)
{
    const auto right = document::pdf(report_of("190.00"), document::Fonts{});
    ASSERT_TRUE(right) << right.error().code;
    const auto text = read(*right);
    ASSERT_TRUE(text) << text.error().code;
    std::vector<std::string> rows;
    std::set<std::size_t> pages, tables;
    for (const Block& block : text->text.blocks) {
        if (block.kind != Block::Kind::row) continue;
        rows.push_back(block.text);
        tables.insert(block.table);
        pages.insert(block.stretches.front().spot.page);
    }
    ASSERT_EQ(rows.size(), 22U) << ::testing::PrintToString(rows);
    EXPECT_EQ(rows[1], "| 示例经费1 | 10.00 | 9.50 |");
    EXPECT_EQ(rows[5], "| 名称很长以致在表中要写成两行甚至更多行的示例综合保障经费5 | 10.00 | 9.50 |");
    EXPECT_EQ(rows.back(), "| 合计 | 200.00 | 190.00 |");
    EXPECT_EQ(tables.size(), 1U);
    EXPECT_EQ(pages.size(), 2U);
    EXPECT_FALSE(has_errors(check_text(text->text).findings));

    const Checked wrong = check_text(read(document::pdf(report_of("191.00"), document::Fonts{}).value())->text);
    ASSERT_FALSE(wrong.findings.empty());
    EXPECT_EQ(wrong.findings.front().rule, "L62");
}

PdfPiece piece(int left, int top, int width, std::string text)
{
    return {left * 100, (left + width) * 100, top * 100, (top + 15) * 100, std::move(text), 0};
}

TEST(PdfPages, AMergedCellStandsInTheFirstRowItIsCentredOn)
{
    PdfPage page;
    page.pieces = {piece(60, 100, 30, "分类"), piece(150, 100, 30, "名称"), piece(250, 100, 30, "金额"),
                   piece(60, 140, 30, "甲"),   piece(150, 120, 30, "一"),   piece(250, 120, 30, "1"),
                   piece(150, 140, 30, "二"),  piece(250, 140, 30, "2"),    piece(150, 160, 30, "三"),
                   piece(250, 160, 30, "3"),   piece(60, 180, 30, "乙"),    piece(150, 180, 30, "四"),
                   piece(250, 180, 30, "4")};
    page.lines = {"x"};
    page.begins_flow = {true};
    const std::vector<PdfTable> tables = tables_on(page);
    ASSERT_EQ(tables.size(), 1U);
    const std::vector<std::vector<std::string>> rows{
        {"分类", "名称", "金额"}, {"甲", "一", "1"}, {"", "二", "2"}, {"", "三", "3"}, {"乙", "四", "4"}};
    EXPECT_EQ(tables[0].rows, rows);
}

TEST(PdfPages, ATableDividedWronglyIsNone)
{
    const std::vector<std::string> full{"会议（场）", "120"};
    const std::vector<std::string> poor{"", "", "5"};
    EXPECT_TRUE(is_sound({{full, full}, {}, {}}));
    EXPECT_FALSE(is_sound({{full, {"规则（2020年", "起）"}}, {}, {}}));
    std::vector<std::vector<std::string>> rows(10, {"会议", "", "5"});
    rows[9] = poor;
    EXPECT_TRUE(is_sound({rows, {}, {}}));
    rows[8] = poor;
    EXPECT_FALSE(is_sound({rows, {}, {}}));
}

TEST(PdfPages, ASentenceWithBlanksIsNoTable)
{
    PdfPage page;
    for (int i = 0; i < 5; ++i)
        page.pieces.insert(page.pieces.end(), {piece(60, 100 + 17 * i, 60 + 9 * i, "年度预算总额"),
                                               piece(126 + 9 * i, 100 + 17 * i, 90, "3720.27"),
                                               piece(222 + 9 * i, 100 + 17 * i, 200, "万元")});
    EXPECT_TRUE(tables_on(page).empty());
}

TEST(PdfPages, PlacesThatAreNoneAreBorne)
{
    std::string page = "<!DOCTYPE html><html><page><flow>";
    for (int i = 0; i < 4; ++i)
        page +=
            "<block><line><word xMin=\"10\" yMin=\"50\" xMax=\"1\" yMax=\"x\">a</word></line><line>"
            "<word xMin=\"99999999999\" yMin=\"-5\">b</word></line></block>";
    const auto text = text_of_pdf_words(page + "</flow></page></html>");
    ASSERT_TRUE(text) << text.error().code;
    EXPECT_NE(text->find('a'), std::string::npos);
    EXPECT_FALSE(text_of_pdf_words("<!DOCTYPE html><html><page>"));
}

}  // namespace
}  // namespace check
