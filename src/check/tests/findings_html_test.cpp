// SPDX-License-Identifier: Apache-2.0
#include "check/findings_html.h"

#include <gtest/gtest.h>

#include <sstream>

#include <boost/json.hpp>

#include "check/core/read_text.h"
#include "check/findings_json.h"

namespace check {
namespace {

std::string page_of(std::string_view text)
{
    const Words words{"zh-CN", [](const std::string& code, const base::ErrorArgs&) { return code; }};
    std::ostringstream out;
    print_html(out, check_text(read_text(text)), words);
    return out.str();
}

std::size_t count(const std::string& text, std::string_view words)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
    return found;
}

TEST(FindingsHtml, PlacesOfAFindingStandSideBySideMarked)
{
    const std::string page =
        page_of("2024年度自评报告\n\n全年预算数100.00万元，执行数90.00万元，预算执行率95.00%<b>。\n\n其他事项无。\n");
    const std::string findings = page.substr(page.find("<section"));
    EXPECT_EQ(count(findings, "class=\"finding\""), 1U);
    EXPECT_EQ(count(findings, "<mark class=\"error\">"), 3U);
    EXPECT_NE(findings.find("<mark class=\"error\">预算执行率95.00%</mark>&lt;b&gt;。</a>"), std::string::npos)
        << findings;
    // Going to one outlines all of them, and each is in the text.
    EXPECT_EQ(count(page, "main:has([id^=f0p]:target) [id^=f0p]"), 1U);
    for (const char* const id : {"f0p0", "f0p1", "f0p2"})
        EXPECT_EQ(count(page, std::string{"id=\""} + id + "\""), 1U) << id;
    EXPECT_EQ(page.find("<b>。"), std::string::npos) << "a text is no tag";
}

TEST(FindingsHtml, NothingFoundIsSaid)
{
    EXPECT_NE(page_of("2024年度自评报告\n\n其他事项无。\n").find("check.none"), std::string::npos);
}

TEST(FindingsHtml, WhatIsToKnowOfTheCheckItselfIsSaidHereAndInTheJson)
{
    const Words words{"zh-CN", [](const std::string& code, const base::ErrorArgs&) { return code; }};
    Checked checked = check_text(read_text("2024年度自评报告\n\n其他事项无。\n"));
    EXPECT_EQ(to_json(checked, words).at("notes"), boost::json::array());
    checked.notes = {"check.findings.stopped"};
    std::ostringstream out;
    print_html(out, checked, words);
    EXPECT_EQ(count(out.str(), "check.findings.stopped"), 1U);
    EXPECT_EQ(to_json(checked, words).at("notes"), boost::json::array({"check.findings.stopped"}));
}

}  // namespace
}  // namespace check
