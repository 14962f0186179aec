// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <regex>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "document/page.h"
#include "document/tests/programs.h"
#include "document/tests/sample.h"

namespace document {

namespace {

const Fonts& fonts()
{
    static const Fonts found{.folder = std::filesystem::path{SOURCE_FOLDER} / "build/share/fonts"};
    return found;
}

std::vector<std::string> pages_of(const std::string& text)
{
    std::vector<std::string> pages;
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = text.find('\f', begin)) != std::string::npos; begin = end + 1)
        pages.push_back(text.substr(begin, end - begin));
    return pages;
}

TEST(Pdf, HasTheTextOfTheReport)
{
    EXPECT_TRUE(matches_golden("document", "report.pdf.txt", text_of(*pdf(sample_document(), fonts()), "-raw")));
}

TEST(Pdf, IsTheSameTwiceAndOnEveryThread)
{
    const std::string once = *pdf(sample_document(), fonts());
    EXPECT_EQ(once, *pdf(sample_document(), fonts()));
    std::string elsewhere;
    std::thread{[&] { elsewhere = *pdf(sample_document(), fonts()); }}.join();
    EXPECT_EQ(once, elsewhere);
}

TEST(Pdf, EmbedsASubsetOfEveryFont)
{
    const TestFolder folder;
    const std::string list = output_of("pdffonts " + folder.write("a.pdf", *pdf(sample_document(), fonts())).string());
    const std::regex line{R"(([A-Z]{6})\+(\S+)\s+.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+)"};
    std::set<std::string> names;
    for (std::sregex_iterator found{list.begin(), list.end(), line}, end; found != end; ++found) {
        names.insert((*found)[2]);
        EXPECT_EQ((*found)[3], "yes") << "embedded: " << (*found)[2];
        EXPECT_EQ((*found)[4], "yes") << "subset: " << (*found)[2];
        EXPECT_EQ((*found)[5], "yes") << "unicode: " << (*found)[2];
    }
    for (const char* name : {"FandolFang-Regular", "FandolHei-Regular", "FandolKai-Regular", "FandolSong-Regular"})
        EXPECT_TRUE(names.contains(name)) << name;
}

struct Word {
    double left, top, right, bottom;  // points, from the upper left corner of the page
    std::string text;
};

std::vector<Word> words_of(const std::string& pdf)
{
    const std::string text = text_of(pdf, "-bbox");
    const std::regex word{R"x(<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>)x"};
    std::vector<Word> words;
    for (std::sregex_iterator found{text.begin(), text.end(), word}, end; found != end; ++found)
        words.push_back({std::stod((*found)[1]), std::stod((*found)[2]), std::stod((*found)[3]), std::stod((*found)[4]),
                         (*found)[5]});
    return words;
}

std::string repeated(const std::string& character, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i) text += character;
    return text;
}

// A paragraph of 22 × 28 places less the two of the indent fills the page to the last place; one character more does
// not fit.
TEST(Pdf, SetsTwentyTwoLinesOfTwentyEightCharacters)
{
    const int full = page::lines * page::characters - 2;
    const std::string fitting = *pdf({.blocks = {Paragraph{{{repeated("国", full)}}}}}, fonts());
    const std::string one_more = *pdf({.blocks = {Paragraph{{{repeated("国", full + 1)}}}}}, fonts());
    EXPECT_EQ(pages_of(text_of(fitting)).size(), 1U);
    EXPECT_EQ(pages_of(text_of(one_more)).size(), 2U);

    constexpr double mm = 72 / 25.4;
    const std::vector<Word> lines = words_of(fitting);
    ASSERT_GE(lines.size(), 22U);
    EXPECT_EQ(lines[1].text, repeated("国", page::characters));
    EXPECT_NEAR(lines[1].left, page::left_mm * mm, 0.5);
    EXPECT_NEAR(lines[1].right, (page::left_mm + page::text_width_mm) * mm, 0.5);
    EXPECT_NEAR(lines[0].left, lines[1].left + 2 * page::text_width_mm * mm / page::characters, 0.5);
    for (std::size_t i = 2; i < 22; ++i)
        EXPECT_NEAR(lines[i].top - lines[i - 1].top, page::text_height_mm * mm / page::lines, 0.01);
    const double middle_of_first = (lines[0].top + lines[0].bottom) / 2;
    EXPECT_NEAR(middle_of_first, page::top_mm * mm + page::text_height_mm * mm / page::lines / 2, 2.0);
}

TEST(Pdf, CarriesItsMarkAtTheHeadOfEveryPage)
{
    Document document{.blocks = {Paragraph{{{"一"}}}, PageBreak{}, Paragraph{{{"二"}}}}};
    document.mark = "示例标记";
    const auto pages = pages_of(text_of(*pdf(document, fonts())));
    ASSERT_EQ(pages.size(), 2U);
    for (const auto& page : pages) EXPECT_NE(page.find(document.mark), std::string::npos);
    constexpr double mm = 72 / 25.4;
    EXPECT_LT(words_of(*pdf(document, fonts())).front().top, page::top_mm * mm);
}

TEST(Pdf, PutsThePageNumberRightOnOddAndLeftOnEvenPages)
{
    const std::vector<Word> words =
        words_of(*pdf({.blocks = {Paragraph{{{"一"}}}, PageBreak{}, Paragraph{{{"二"}}}}}, fonts()));
    ASSERT_GE(words.size(), 4U);
    constexpr double middle = 105 * 72 / 25.4;
    double odd = 0;
    double even = 0;
    for (const Word& word : words) {
        if (word.text == "1") odd = word.left;
        if (word.text == "2") even = word.left;
    }
    EXPECT_GT(odd, middle);
    EXPECT_GT(even, 0);
    EXPECT_LT(even, middle);
}

Table long_table(int rows)
{
    Table table{.caption = "长表",
                .sheet = "长表",
                .widths = {1, 4},
                .header_rows = 1,
                .rows = {{header("序号栏"), header("内容")}}};
    for (int i = 1; i <= rows; ++i)
        table.rows.push_back({figure(std::to_string(i), "0"), cell("第" + std::to_string(i) + "行")});
    return table;
}

TEST(Pdf, BreaksATableOverPagesAndRepeatsItsHeader)
{
    const std::string text = text_of(*pdf({.blocks = {long_table(200)}}, fonts()));
    const std::vector<std::string> pages = pages_of(text);
    EXPECT_GT(pages.size(), 5U);
    for (const std::string& page : pages) EXPECT_EQ(occurrences(page, "序号栏"), 1U);
    EXPECT_EQ(occurrences(text, "长表"), 1U);
    for (int i = 1; i <= 200; ++i) EXPECT_EQ(occurrences(text, "第" + std::to_string(i) + "行"), 1U) << i;
}

TEST(Pdf, DividesARowHigherThanAPageAndLosesNoLine)
{
    Table table = long_table(1);
    std::string high;
    for (int i = 0; i < 150; ++i) high += "段" + std::to_string(i) + "尾\n";
    table.rows.push_back({figure("2", "0"), cell(high)});
    TableCell group = cell("合并");
    group.row_span = 60;
    table.rows.push_back({group, cell("首")});
    for (int i = 0; i < 59; ++i) table.rows.push_back({cell("续")});
    const std::string text = text_of(*pdf({.blocks = {table}}, fonts()));
    for (int i = 0; i < 150; ++i) EXPECT_EQ(occurrences(text, "段" + std::to_string(i) + "尾"), 1U) << i;
    EXPECT_EQ(occurrences(text, "合并"), 1U);
    EXPECT_EQ(occurrences(text, "续"), 59U);
}

TEST(Pdf, DoesNotLeaveAHeadingAloneAtTheFootOfAPage)
{
    Document document;
    document.blocks.emplace_back(Paragraph{{{repeated("国", 21 * 28 - 2)}}});
    document.blocks.emplace_back(Heading{1, "标题"});
    document.blocks.emplace_back(Paragraph{{{"正文"}}});
    const std::vector<std::string> pages = pages_of(text_of(*pdf(document, fonts())));
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(occurrences(pages[0], "标题"), 0U);
    EXPECT_EQ(occurrences(pages[1], "标题"), 1U);
}

TEST(Pdf, TakesRareCharactersFromTheFallback)
{
    const std::string text = text_of(*pdf({.blocks = {Paragraph{{{"镕喆堃祎㛃䶮𠮷"}}}}}, fonts()));
    EXPECT_EQ(occurrences(text, "镕喆堃祎㛃䶮𠮷"), 1U);
}

TEST(Pdf, RefusesACharacterThatNoFontHas)
{
    const auto refusal = pdf({.blocks = {Paragraph{{{"有"}, {"\xF3\xB0\x80\x80"}}}}}, fonts());  // U+F0000, private use
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().code, "document.glyph.unknown");
    EXPECT_EQ(refusal.error().args.at(1).second, "U+F0000");
    EXPECT_FALSE(pdf({.title = "\xF3\xB0\x80\x80"}, fonts()));
    EXPECT_FALSE(pdf({.blocks = {Table{.header_rows = 0, .rows = {{cell("\xF3\xB0\x80\x80")}}}}}, fonts()));
}

TEST(Pdf, RefusesWithoutTheFallbackFont)
{
    Fonts none = fonts();
    none.fallback = "No Such Family";
    const auto refusal = pdf(sample_document(), none);
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().code, "document.font.missing");
}

// Both are set in 黑体, so what differs is the colour.
TEST(Pdf, ShowsAMissingFactInColour)
{
    const Document bold{.blocks = {Paragraph{{{.text = "缺少数据", .bold = true}}}}};
    const Document missing{.blocks = {Paragraph{{{.text = "缺少数据", .missing = true}}}}};
    EXPECT_NE(pdf(bold, fonts())->size(), pdf(missing, fonts())->size());
    EXPECT_EQ(occurrences(text_of(*pdf(missing, fonts())), "缺少数据"), 1U);
}

TEST(Pdf, ItsCodeIsReadFromThePage)
{
    const TestFolder folder;
    EXPECT_EQ(read_code(last_page(folder, *pdf(sample_document(), fonts()))), "MJ;示例;2024-0001");
}

TEST(Pdf, ACodeStandsOnOnePageWithItsWords)
{
    // The last that leaves room for it, the first that does not, a full page.
    for (const int lines : {page::lines - 5, page::lines - 4, page::lines}) {
        const TestFolder folder;
        const std::string bytes = *pdf(
            {.blocks = {Paragraph{{{repeated("国", lines * page::characters - 2)}}}, QrCode{"示例", "扫码"}}}, fonts());
        EXPECT_NE(pages_of(text_of(bytes)).back().find("扫码"), std::string::npos) << lines;
        EXPECT_EQ(read_code(last_page(folder, bytes)), "示例") << lines;
    }
}

TEST(Pdf, RefusesACodeThatHoldsNoMore)
{
    const auto with = [](std::size_t bytes) {
        return pdf({.blocks = {QrCode{std::string(bytes, 'a'), "扫码"}}}, fonts());
    };
    EXPECT_TRUE(with(2331));
    const auto refusal = with(2332);
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().code, "document.code.too_long");
}

TEST(Pdf, OfNothingIsOneEmptyPage)
{
    EXPECT_EQ(pages_of(text_of(*pdf({}, fonts()))).size(), 1U);
}

// However long the text is, the signature has a part of it above on its page.
TEST(Pdf, TheSignatureNeverStandsAloneOnAPage)
{
    for (int lines = page::lines - 4; lines <= page::lines + 1; ++lines) {
        const int characters = lines * page::characters - 2;
        const std::vector<std::string> pages = pages_of(text_of(*pdf(
            {.organisation = "示例单位",
             .date = "2025年1月20日",
             .blocks = {Paragraph{{{repeated("国", characters)}}}, Signature{}, PageBreak{}, Paragraph{{{"附表"}}}}},
            fonts())));
        ASSERT_GE(pages.size(), 2U);
        const std::string& last = pages[pages.size() - 2];
        EXPECT_NE(last.find("示例单位"), std::string::npos) << lines;
        EXPECT_NE(last.find("2025年1月20日"), std::string::npos) << lines;
        EXPECT_NE(last.find("国国"), std::string::npos) << lines;
        EXPECT_NE(pages.back().find("附表"), std::string::npos) << lines;
        EXPECT_EQ(occurrences(text_of(*pdf({.blocks = {Paragraph{{{repeated("国", characters)}}}}}, fonts())), "国"),
                  static_cast<std::size_t>(characters));
    }
}

TEST(Pdf, ATotalStaysWithTheRowsAboveIt)
{
    for (int rows = 25; rows < 45; ++rows) {
        Table table = long_table(rows);
        table.rows.push_back({cell("总计"), cell("")});
        table.together = {rows, rows + 2};  // with the last row
        const std::string last = "第" + std::to_string(rows) + "行";
        for (const std::string& page : pages_of(text_of(*pdf({.blocks = {table}}, fonts()))))
            EXPECT_EQ(page.find("总计") != std::string::npos, page.find(last) != std::string::npos) << rows;
    }
}

}  // namespace

}  // namespace document
