// SPDX-License-Identifier: Apache-2.0
// Headings as Word knows them, and the page of a .docx file, from small files made here.
#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>

#include "check/check.h"
#include "check/commented_docx.h"
#include "document/zip.h"
#include "spreadsheet/archive.h"

namespace check {
namespace {

const std::string root = R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";

std::string style(const std::string& id, const std::string& name, const std::string& properties)
{
    return R"(<w:style w:type="paragraph" w:styleId=")" + id + R"("><w:name w:val=")" + name + R"("/>)" + properties +
           "</w:style>";
}

std::string paragraph(const std::string& properties, const std::string& text)
{
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string in_style(const std::string& id, const std::string& text)
{
    return paragraph(R"(<w:pStyle w:val=")" + id + R"("/>)", text);
}

class ReadDocx : public ::testing::Test {
protected:
    void write(const std::string& styles, const std::string& body)
    {
        std::vector<document::File> files{
            {"[Content_Types].xml", R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)"},
            {"word/document.xml", "<w:document" + root + "><w:body>" + body + "</w:body></w:document>"}};
        if (!styles.empty()) files.push_back({"word/styles.xml", "<w:styles" + root + ">" + styles + "</w:styles>"});
        std::ofstream{file, std::ios::binary} << document::zip(files);
    }
    std::string headings(const std::string& styles, const std::string& body)
    {
        write(styles, body);
        std::string all;
        const auto read = read_report(file);
        for (const Block& block : read->text.blocks)
            if (block.kind == Block::Kind::heading) all += (all.empty() ? "" : "/") + block.text;
        return all;
    }
    Findings findings(const std::string& styles, const std::string& body)
    {
        write(styles, body);
        return check_file(file)->findings;
    }
    void TearDown() override { std::filesystem::remove(file); }
    const std::filesystem::path file = ::testing::TempDir() + "check-read-" + std::to_string(getpid()) + ".docx";
};

const std::string level_1 = R"(<w:pPr><w:outlineLvl w:val="0"/></w:pPr>)";
const std::string body_text = R"(<w:pPr><w:outlineLvl w:val="9"/></w:pPr>)";

TEST_F(ReadDocx, AHeadingIsKnownByTheOutlineLevelOfItsStyle)
{
    EXPECT_EQ(headings(style("1", "heading 1", level_1) + style("a", "Normal", ""),
                       in_style("1", "基本情况") + in_style("a", "本单位是事业单位")),
              "# 基本情况");
}

TEST_F(ReadDocx, ALevelIsTakenFromTheStyleThatAStyleIsBasedOn)
{
    const std::string base = style("1", "章", level_1) + style("2", "本局的章", R"(<w:basedOn w:val="1"/>)");
    EXPECT_EQ(headings(base, in_style("2", "基本情况")), "# 基本情况");
    EXPECT_EQ(
        headings(base + style("3", "正文的章", R"(<w:basedOn w:val="2"/>)" + body_text), in_style("3", "基本情况")),
        "");
}

TEST_F(ReadDocx, AChineseNameOfAHeadingIsEnough)
{
    EXPECT_EQ(headings(style("12", "标题 1", ""), in_style("12", "基本情况")), "# 基本情况");
    EXPECT_EQ(headings(style("12", "标题党 1", ""), in_style("12", "基本情况")), "");
}

TEST_F(ReadDocx, TheLevelOfAParagraphDecidesBeforeItsStyle)
{
    EXPECT_EQ(headings("", paragraph(R"(<w:outlineLvl w:val="1"/>)", "基本情况")), "# 基本情况");
    EXPECT_EQ(headings("", paragraph(R"(<w:outlineLvl w:val="9"/>)", "基本情况")), "");
    EXPECT_EQ(headings(style("1", "heading 1", level_1),
                       paragraph(R"(<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>)", "基本情况")),
              "");
}

TEST_F(ReadDocx, WhatAParagraphWasBeforeATrackedChangeIsNotRead)
{
    EXPECT_EQ(
        headings("", paragraph(R"(<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>)", "基本情况")),
        "");
}

TEST_F(ReadDocx, AStyleThatIsBasedOnItselfEnds)
{
    EXPECT_EQ(headings(style("1", "甲", R"(<w:basedOn w:val="2"/>)") + style("2", "乙", R"(<w:basedOn w:val="1"/>)"),
                       in_style("1", "基本情况")),
              "");
}

TEST_F(ReadDocx, AHeadingInATableDoesNotMakeTheNextParagraphOne)
{
    EXPECT_EQ(headings(style("1", "heading 1", level_1), "<w:tbl><w:tr><w:tc>" + in_style("1", "项目") +
                                                             "</w:tc><w:tc>" + in_style("1", "金额") +
                                                             "</w:tc></w:tr></w:tbl>" + paragraph("", "基本情况")),
              "");
}

// Comments are counted by the same lines: a finding in a heading keeps its place.
TEST_F(ReadDocx, ACommentStandsInAHeadingThatItsStyleMakes)
{
    write(style("1", "heading 1", level_1), in_style("1", "群众满意度度情况"));
    const Checked checked = *check_file(file);
    ASSERT_EQ(checked.findings.size(), 1U);
    const Words words{"zh-CN", [](const std::string& code, const base::ErrorArgs&) { return code; }};
    const auto docx = commented_docx(file, checked, words);
    ASSERT_TRUE(docx.has_value());
    spreadsheet::Archive archive = std::move(*spreadsheet::Archive::from_bytes(*docx, spreadsheet::Limits{}));
    const auto body = archive.open_part("word/document.xml");
    ASSERT_TRUE(body.has_value());
    EXPECT_NE(spreadsheet::all_of(**body)->find(">众满意度度<"), std::string::npos);
}

// A4, 37 and 28 mm; the text is 156 mm wide.
std::string section(const std::string& grid)
{
    return paragraph("", "某局2024年度自评报告") +
           R"(<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588"/>)" +
           grid + "</w:sectPr>";
}

std::string size_of_letters(int half_points)
{
    return R"(<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val=")" +
           std::to_string(half_points) + R"("/></w:rPr></w:style>)";
}

TEST_F(ReadDocx, L47CountsTheLettersOfALine)
{
    const std::string official = R"(<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>)";
    write(size_of_letters(32), section(official));
    EXPECT_EQ(read_report(file)->text.page->lines, 22);
    EXPECT_EQ(read_report(file)->text.page->letters, 28);
    EXPECT_TRUE(findings(size_of_letters(32), section(official)).empty());
    const Findings small = findings(size_of_letters(21), section(official));
    ASSERT_EQ(small.size(), 1U);
    EXPECT_EQ(small.front().rule, "L47");
    EXPECT_EQ(small.front().code, "check.l47.letters");
}

TEST_F(ReadDocx, L47CountsNoLettersWhereTheGridHasLinesAlone)
{
    const std::string lines = R"(<w:docGrid w:type="lines" w:linePitch="579" w:charSpace="-849"/>)";
    EXPECT_TRUE(findings(size_of_letters(21), section(lines)).empty());
    write(size_of_letters(21), section(lines));
    EXPECT_EQ(read_report(file)->text.page->letters, 0);
}

}  // namespace
}  // namespace check
