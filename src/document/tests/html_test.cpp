// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "base/sm3.h"
#include "document/html_page.h"
#include "document/tests/programs.h"
#include "document/tests/sample.h"

namespace document {

namespace {

std::string page(const std::vector<File>& files, const std::string& path)
{
    const auto found = std::find_if(files.begin(), files.end(), [&](const File& file) { return file.path == path; });
    return found == files.end() ? "" : found->bytes;
}

Document with_records(std::size_t rows)
{
    Document document;
    document.facts = {{.id = "f", .title = "事实", .value = "1", .record_count = rows, .records = "r", .rows = {}}};
    RecordSheet& sheet = document.records["r"];
    sheet.columns = {"名称"};
    for (std::size_t i = 0; i < rows; ++i) {
        sheet.rows.push_back({"记录" + std::to_string(i) + "号"});
        document.facts[0].rows.push_back(i);
    }
    return document;
}

TEST(Html, IsAsExpected)
{
    const std::vector<File> files = html(sample_document());
    EXPECT_TRUE(matches_golden("document", "index.html", page(files, "index.html")));
    EXPECT_TRUE(matches_golden("document", "budget.html", page(files, "facts/budget.html")));
    EXPECT_TRUE(matches_golden("document", "style.css", page(files, "style.css")));
    EXPECT_EQ(files.size(), 4U);
}

TEST(Html, IsWellFormed)
{
    const TestFolder folder;
    for (const File& file : html(sample_document())) {
        if (file.path.ends_with(".css")) continue;
        const std::string path = folder.write("page.html", file.bytes).string();
        // Balanced tags, unique ids, no attribute twice; python3 is part of the build.
        EXPECT_NO_THROW(output_of("python3 " SOURCE_FOLDER "/src/document/tests/check_html.py " + path)) << file.path;
    }
}

TEST(Html, AsksNothingFromOutsideAndRunsNothing)
{
    for (const File& file : html(sample_document())) {
        EXPECT_EQ(
            occurrences(file.bytes, "http://") + occurrences(file.bytes, "https://") + occurrences(file.bytes, "//cdn"),
            0U)
            << file.path;
        EXPECT_EQ(
            occurrences(file.bytes, "<script") + occurrences(file.bytes, " style=") + occurrences(file.bytes, "url("),
            0U)
            << file.path;
        if (file.path.ends_with(".html")) {
            EXPECT_EQ(occurrences(file.bytes, "default-src 'none'; style-src 'self'"), 1U);
        }
    }
}

TEST(Html, EveryLinkLeadsToAFile)
{
    const std::vector<File> files = html(with_records(4001));
    const std::vector<File> sample = html(sample_document());
    for (const auto* set : {&files, &sample}) {
        for (const File& file : *set) {
            static const std::regex link{"href=\"([^\"#]+)"};
            for (std::sregex_iterator found{file.bytes.begin(), file.bytes.end(), link}, end; found != end; ++found) {
                const auto target =
                    (std::filesystem::path{file.path}.parent_path() / (*found)[1].str()).lexically_normal();
                EXPECT_NE(page(*set, target.string()), "") << file.path << " -> " << target;
            }
        }
    }
}

TEST(Html, LinksAFigureToItsFactOnlyWhereThereIsOne)
{
    const std::string index = page(html(sample_document()), "index.html");
    EXPECT_EQ(occurrences(index, "href=\"facts/budget.html\">3720.27万元</a>"), 1U);
    EXPECT_EQ(occurrences(index, "executed"), 0U);
}

TEST(Html, ShowsOnlyTheRecordsThatCount)
{
    const std::string fact = page(html(sample_document()), "facts/budget.html");
    EXPECT_EQ(occurrences(fact, "示财〔2024〕1号"), 1U);
    EXPECT_EQ(occurrences(fact, "不计入的文件"), 0U);
    EXPECT_EQ(occurrences(fact, "示财〔2024〕2号&lt;A&amp;B&gt;&quot;"), 1U);
    EXPECT_EQ(occurrences(fact, "共 2 条记录"), 1U);
}

TEST(Html, GroupsAmountsAndNothingElse)
{
    Document document = with_records(1);
    RecordSheet& sheet = document.records.begin()->second;
    sheet.columns = {"编号", "金额", "科目"};
    sheet.rows = {{"20240001", "-1234567.80", "2010303"}};
    document.facts.front().formula = "执行数 418000.00元 ÷ 调整后预算 1426000.00元";
    const std::string fact = page(html(document), "facts/f.html");
    for (const char* const shown :
         {"-1,234,567.80", "418,000.00元 ÷ 调整后预算 1,426,000.00元", ">20240001<", ">2010303<"})
        EXPECT_EQ(occurrences(fact, shown), 1U) << shown;
}

TEST(Html, DividesALongListIntoPages)
{
    EXPECT_EQ(html(with_records(records_on_page)).size(), 3U);
    const std::vector<File> files = html(with_records(records_on_page + 1));
    ASSERT_EQ(files.size(), 4U);
    EXPECT_EQ(occurrences(page(files, "facts/f.html"), "<tr>"), records_on_page + 1);
    EXPECT_EQ(occurrences(page(files, "facts/f~p2.html"), "<tr>"), 2U);
    EXPECT_EQ(occurrences(page(files, "facts/f~p2.html"), "记录2000号"), 1U);
}

TEST(Html, SaysSoWhereTheListDiffersFromTheCount)
{
    Document document = with_records(3);
    EXPECT_EQ(occurrences(page(html(document), "facts/f.html"), "class=\"notice\""), 0U);
    document.facts[0].record_count = 4;
    EXPECT_EQ(occurrences(page(html(document), "facts/f.html"), "class=\"notice\""), 1U);
    document.facts[0].rows.push_back(99);  // a row that is not there
    EXPECT_EQ(occurrences(page(html(document), "facts/f.html"), "<tr>"), 4U);
    document.records.clear();
    EXPECT_EQ(occurrences(page(html(document), "facts/f.html"), "class=\"notice\""), 1U);
}

TEST(Html, MarksAndCountsWhatIsMissing)
{
    const std::string index = page(html(sample_document()), "index.html");
    EXPECT_EQ(occurrences(index, "<mark class=\"missing\">"), 1U);
    EXPECT_EQ(occurrences(index, "class=\"notice\""), 1U);
}

TEST(FactName, IsAsciiAndNeverTheSameForTwo)
{
    EXPECT_EQ(fact_name("meetings.held-2024_1"), "meetings.held-2024_1");
    EXPECT_EQ(fact_name("../x"), "~2e.~2fx");
    EXPECT_EQ(fact_name("会"), "~e4~bc~9a");
    EXPECT_EQ(fact_name("a~b"), "a~7eb");
    std::set<std::string> names;
    for (const char* id : {"", "a", "a~p2", "a/p2", "~", "~7e", ".", ".."}) names.insert(fact_name(id));
    EXPECT_EQ(names.size(), 8U);
    EXPECT_LE(fact_name(std::string(500, 'x')).size(), 100U);
    EXPECT_NE(fact_name(std::string(500, 'x')), fact_name(std::string(501, 'x')));
}

TEST(Html, OfNothingIsAPage)
{
    EXPECT_NE(page(html({}), "index.html"), "");
}

TEST(ReviewPackage, CarriesAManifestOfDigests)
{
    const TestFolder folder;
    const std::string zip = *review_package({{"b/x.html", "two"}, {"a.txt", "one"}});
    const std::string path = folder.write("package.zip", zip).string();
    EXPECT_EQ(output_of("unzip -p " + path + " manifest.sm3"),
              base::sm3("one") + "  3  a.txt\n" + base::sm3("two") + "  3  b/x.html\n");
    EXPECT_EQ(output_of("unzip -p " + path + " b/x.html"), "two");
    EXPECT_EQ(zip, *review_package({{"a.txt", "one"}, {"b/x.html", "two"}}));
}

TEST(ReviewPackage, RefusesPathsThatLeaveTheFolder)
{
    for (const char* bad : {"", "/a", "a/", "../a", "a/../b", "a//b", "./a", "a\\b", "C:a", "会", "manifest.sm3"}) {
        const auto refusal = review_package({{bad, ""}});
        ASSERT_FALSE(refusal) << bad;
        EXPECT_EQ(refusal.error().code, "document.package.bad_path");
    }
    const auto twice = review_package({{"a", "1"}, {"a", "2"}});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, "document.package.duplicate_path");
}

}  // namespace

}  // namespace document
