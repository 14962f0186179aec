// SPDX-License-Identifier: Apache-2.0
#include "check/commented_docx.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>
#include <map>
#include <random>
#include <set>

#include "check/docx_anchors.h"
#include "document/zip.h"
#include "spreadsheet/archive.h"

namespace check {
namespace {

const Words words{"zh-CN", [](const std::string& code, const base::ErrorArgs& args) {
                      std::string text = code;
                      for (const auto& [name, value] : args) text += " " + name + "=" + value;
                      return text;
                  }};

spreadsheet::Archive archive_of(const std::string& bytes)
{
    return std::move(*spreadsheet::Archive::from_bytes(bytes, spreadsheet::Limits{}));
}

std::string part_of(const std::string& docx, const std::string& part)
{
    spreadsheet::Archive archive = archive_of(docx);
    const auto source = archive.open_part(part);
    return source ? spreadsheet::all_of(**source).value() : "";
}

// The words between the marks of each comment, by its id; what comments say, by their id.
struct Commented {
    std::map<std::string, std::string> words;
    std::map<std::string, std::string> texts;
};

class Reader : public spreadsheet::XmlHandler {
public:
    Commented found;

    void start(std::string_view name, const spreadsheet::Attributes& attributes) override
    {
        const std::string id{attributes.prefixed("id").value_or("")};
        if (name == "commentRangeStart") {
            open_.insert(id);
            found.words[id];
        } else if (name == "commentRangeEnd") {
            open_.erase(id);
        } else if (name == "comment") {
            EXPECT_FALSE(found.texts.contains(id)) << id << " twice";
            comment_ = id;
        } else if (name == "t") {
            is_text_ = true;
        }
    }
    void end(std::string_view name) override
    {
        if (name == "t") is_text_ = false;
        if (name == "p" && !comment_.empty()) found.texts[comment_] += "\n";
        if (name == "comment") comment_.clear();
    }
    void text(std::string_view piece) override
    {
        if (!is_text_) return;
        if (!comment_.empty()) found.texts[comment_] += piece;
        for (const std::string& id : open_) found.words[id] += piece;
    }

private:
    std::set<std::string> open_;
    std::string comment_;
    bool is_text_ = false;
};

bool reads(const std::string& xml, spreadsheet::XmlHandler& handler)
{
    spreadsheet::MemorySource source{xml};
    return spreadsheet::read_xml(source, "part", handler).has_value();
}

Commented comments_in(const std::string& docx)
{
    Reader reader;
    EXPECT_TRUE(reads(part_of(docx, "word/document.xml"), reader));
    EXPECT_TRUE(reads(part_of(docx, "word/comments.xml"), reader));
    return reader.found;
}

// Every place of every finding is what a comment of it is anchored at.
void expect_a_comment_at_every_place(const std::string& docx, const Checked& checked)
{
    const Commented commented = comments_in(docx);
    std::multiset<std::pair<std::string, std::string>> expected, seen;
    for (const Finding& finding : checked.findings)
        for (const Place& place : finding.places) expected.emplace(finding.rule, place.quote);
    for (const auto& [id, text] : commented.texts) {
        const std::size_t rule = text.find(" L");
        if (rule != std::string::npos)
            seen.emplace(text.substr(rule + 1, text.find('\n') - rule - 1), commented.words.at(id));
    }
    EXPECT_EQ(seen, expected);
}

std::vector<std::filesystem::path> corpus()
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator{std::filesystem::path{SOURCE_FOLDER} / "tests/check/corpus"})
        if (entry.path().extension() != ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

TEST(CommentedDocx, ATextOfAnyFormatHasACommentAtEveryPlace)
{
    for (const std::filesystem::path& file : corpus()) {
        SCOPED_TRACE(file.filename());
        const Checked checked = check_file(file).value();
        const bool crosses_cells =
            std::any_of(checked.findings.begin(), checked.findings.end(), [](const Finding& finding) {
                return std::any_of(finding.places.begin(), finding.places.end(),
                                   [](const Place& place) { return place.quote.find('|') != std::string::npos; });
            });
        if (!crosses_cells && !checked.findings.empty())
            expect_a_comment_at_every_place(commented_docx(checked, words).value(), checked);
    }
}

constexpr std::string_view head =
    R"(<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/)"
    R"(wordprocessingml/2006/main" xmlns:m="urn:m" xmlns:mc="urn:mc"><w:body>)";
// Runs with looks, a mark in the middle of words, an entity, a tracked deletion, a text box with its second copy, a
// formula, a table with a merged cell, and a comment that somebody else made.
constexpr std::string_view body_text =
    R"(<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>2024年度自评报告</w:t></w:r></w:p>)"
    R"(<w:p><w:commentRangeStart w:id="7"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">A&amp;B &lt;)"
    R"(年初预算3000万元，全年预</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>)"
    R"(<w:r w:rsidR="00A1"><w:rPr><w:i/></w:rPr><w:t>算数3720万元，</w:t><w:tab/><w:t>执行数3400万元，</w:t></w:r>)"
    R"(<w:del w:id="90"><w:r><w:delText>预算执行率90%</w:delText></w:r></w:del>)"
    R"(<w:moveFrom w:id="91"><w:r><w:t>预算执行率80%</w:t></w:r></w:moveFrom>)"
    R"(<w:ins w:id="92"><w:r><w:t>预算执行率98.5%。</w:t></w:r></w:ins></w:p>)"
    R"(<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>满意度度95%。</w:t></w:r></w:p>)"
    R"(</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>满意度度95%。</w:t></w:r></w:p>)"
    R"(</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><m:r><m:t>满意度度</m:t></m:r><w:r><w:t>高。</w:t></w:r></w:p>)"
    R"(<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc><w:tc><w:p>)"
    R"(<w:r><w:t>金额（万元）</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>会议</w:t></w:r></w:p></w:tc><w:tc>)"
    R"(<w:p/></w:tc><w:tc><w:p><w:r><w:t>10</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>培训</w:t></w:r></w:p>)"
    R"(</w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>合计</w:t></w:r></w:p>)"
    R"(</w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>)";

std::string docx_with(std::string_view head_part, std::string_view body)
{
    return document::zip(
        {{"[Content_Types].xml", R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
                                 R"(<Override PartName="/word/comments.xml" ContentType="x"/></Types>)"},
         {"word/document.xml", std::string{head_part} + std::string{body}},
         {"word/_rels/document.xml.rels",
          R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" )"
          R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>)"
          R"(</Relationships>)"},
         {"word/comments.xml",
          R"(<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" )"
          R"(w:author="示例"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment></w:comments>)"},
         {"word/media/image1.png", std::string(5000, 'x')}});
}

class CommentedFile : public ::testing::Test {
protected:
    base::Result<std::string> commented(const std::string& docx)
    {
        std::ofstream{file, std::ios::binary} << docx;
        TRY_ASSIGN(checked, check_file(file));
        return commented_docx(file, checked, words);
    }
    void TearDown() override { std::filesystem::remove(file); }
    const std::filesystem::path file = ::testing::TempDir() + "check-commented-" + std::to_string(getpid()) + ".docx";
    Checked checked;
};

TEST_F(CommentedFile, KeepsAllItHasAndGetsComments)
{
    const std::string docx = docx_with(head, body_text);
    const std::string result = commented(docx).value();
    ASSERT_GE(checked.findings.size(), 3U);

    const Commented found = comments_in(result);
    EXPECT_EQ(found.texts.at("7"), "请核对\n");
    EXPECT_EQ(found.words.at("7"), "A&B <年初预算3000万元，全年预");
    EXPECT_EQ(found.texts.size(), found.words.size());
    std::set<std::string> anchored;
    for (const auto& [id, text] : found.words) anchored.insert(text);
    EXPECT_TRUE(anchored.contains("预算执行率98.5%")) << ::testing::PrintToString(anchored);
    EXPECT_TRUE(anchored.contains("全年预算数3720万元")) << ::testing::PrintToString(anchored);
    EXPECT_TRUE(anchored.contains("12")) << ::testing::PrintToString(anchored);

    // It reads as before, and nothing else of it changed.
    EXPECT_EQ(docx_places(part_of(result, "word/document.xml"))->lines,
              docx_places(part_of(docx, "word/document.xml"))->lines);
    for (const std::string& part : archive_of(docx).parts())
        if (part != "word/document.xml" && part != "word/comments.xml") {
            EXPECT_EQ(part_of(result, part), part_of(docx, part)) << part;
        }
    EXPECT_EQ(archive_of(result).parts().size(), archive_of(docx).parts().size());
}

TEST_F(CommentedFile, GivesAnAnswerForEveryWayToWriteADocument)
{
    const std::string by_default =
        R"(<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
        R"(<body><p><r><t>预算数100万元，执行数50万元，预算执行率80%。</t></r></p></body></document>)";
    const std::string in_cdata =
        R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
        R"(<w:body><w:p><w:r><w:t><![CDATA[预算数100万元，执行数50万元，预算执行率80%。]]>)"
        R"(</w:t></w:r></w:p></w:body></w:document>)";
    const std::string nested = R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
                               R"(<w:body><w:p><w:r><w:t>预算数100万元，<w:tab/>执行数50万元，</w:t></w:r><w:r><w:t>)"
                               R"(预算执行率80%。</w:t></w:r></w:p></w:body></w:document>)";
    for (const std::string& body : {by_default, in_cdata, nested}) {
        const auto result = commented(docx_with("", body));
        ASSERT_TRUE(result) << result.error().code;
        EXPECT_TRUE(has_errors(checked.findings));
        EXPECT_GT(comments_in(*result).words.size(), 1U);
    }
}

// The beginnings or ends of elements of one kind.
std::vector<std::size_t> places_of(const std::string& text, std::string_view mark)
{
    std::vector<std::size_t> places;
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) places.push_back(at);
    return places;
}

// Runs moved and doubled, letters lost, the same ones on every run: it is refused, or the answer reads as it does.
TEST_F(CommentedFile, ADamagedDocumentIsRefusedOrAnswered)
{
    std::mt19937 random{4};
    const auto one_of = [&](const std::vector<std::size_t>& places) { return places[random() % places.size()]; };
    int answered = 0;
    for (int i = 0; i < 400; ++i) {
        std::string damaged = std::string{head} + std::string{body_text};
        for (int change = 0; change < 4; ++change) {
            const std::size_t first = one_of(places_of(damaged, "<w:r>"));
            const std::size_t end = damaged.find("</w:r>", first) + 6;
            const std::string run = damaged.substr(first, end - first);
            if (random() % 2 == 0) damaged.erase(first, end - first);
            damaged.insert(one_of(places_of(damaged, random() % 3 == 0 ? "</w:r>" : "<w:r>")), run);
        }
        if (random() % 4 == 0) damaged.erase(random() % damaged.size(), 1 + random() % 3);
        const auto result = commented(docx_with("", damaged));
        if (!result) continue;
        ++answered;
        const auto places = docx_places(part_of(*result, "word/document.xml"));
        ASSERT_TRUE(places) << damaged;
        if (can_hold_anchors(damaged)) {
            EXPECT_EQ(places->lines, docx_places(damaged)->lines) << damaged;
        }
    }
    EXPECT_GT(answered, 200);
}

}  // namespace
}  // namespace check
