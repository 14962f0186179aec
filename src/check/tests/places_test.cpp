// SPDX-License-Identifier: Apache-2.0
// Where things stand: lines and columns in code points, quotes that are in their line, hard line ends.
#include <gtest/gtest.h>

#include "check/check.h"
#include "check/core/read_text.h"
#include "check/tests/check_text.h"
#include "chinese/letters.h"

namespace check {
namespace {

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines(1);
    for (const char letter : text) {
        if (letter == '\n')
            lines.emplace_back();
        else
            lines.back() += letter;
    }
    return lines;
}

// The quote as the place names it: from that column of that line on.
std::string words_at(std::string_view text, const Place& place)
{
    const std::string line = lines_of(text).at(place.spot.line - 1);
    const std::vector<chinese::Letter> letters = chinese::letters(line);
    const std::size_t at = letters.at(place.spot.column - 1).at;
    return line.substr(at, place.quote.size());
}

constexpr std::string_view wrong_rate =
    "一、预算执行情况\n"
    "　　本单位全年预算数800万元,按照合同约定的进度实际支出\n"
    "720万元,主要用于物业管理和会议服务保障,预算执行率\n"
    "95%。其余部分按合同约定将在下一年支付。\n";

TEST(Places, QuotesStandInTheirLines)
{
    const CheckedText checked{wrong_rate};
    const Findings findings = checked.findings_by("L02");
    ASSERT_EQ(findings.size(), 1U) << listed(checked.findings());
    ASSERT_EQ(findings.front().places.size(), 3U);
    for (const Place& place : findings.front().places) EXPECT_EQ(words_at(wrong_rate, place), place.quote);
}

TEST(Places, AVeryLongParagraphLosesNothing)
{
    std::string line;
    while (line.size() < 50'000) line += "本单位全年认真落实各项工作要求，";
    line += "较好地完成了目标任务。全年预算数800万元,支出720万元,执行率95%。";
    while (line.size() < 90'000) line += "其余工作按计划推进，";
    const Checked checked = check_text(read_text(line));
    std::string all;
    for (const Block& block : checked.text.blocks) all += block.text;
    EXPECT_EQ(all, line);
    EXPECT_GT(checked.text.blocks.size(), 5U);
    const auto found = std::find_if(checked.findings.begin(), checked.findings.end(),
                                    [](const Finding& finding) { return finding.rule == "L02"; });
    ASSERT_NE(found, checked.findings.end());
    ASSERT_EQ(found->places.size(), 3U);
    for (const Place& place : found->places) {
        EXPECT_EQ(place.spot.line, 1U);
        EXPECT_EQ(words_at(line, place), place.quote);
    }
}

TEST(Places, CountCodePoints)
{
    const CheckedText checked{"　　😀全年预算数800万元,支出720万元,执行率95%。"};
    const Findings findings = checked.findings_by("L02");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().places.back().quote, "😀全年预算数800万元");
    EXPECT_EQ(findings.front().places.back().spot.line, 1U);
    EXPECT_EQ(findings.front().places.back().spot.column, 3U);
}

TEST(Places, AFormFeedBeginsAPage)
{
    const CheckedText checked{"第一页的话。\n\f全年预算数800万元,支出720万元,执行率95%。"};
    const Findings findings = checked.findings_by("L02");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().places.front().spot.page, 2U);
}

TEST(Places, NoQuoteIsLong)
{
    const std::string praise =
        "为了进一步做好进一步做好全区机关后勤服务保障工作并且不断提高全区机关后勤服务保障能力和水平以及质量";
    const CheckedText checked{praise + "(" + praise};
    for (const Finding& finding : checked.findings())
        for (const Place& place : finding.places) EXPECT_LE(chinese::letter_count(place.quote), 40U);
    EXPECT_FALSE(checked.findings().empty());
}

TEST(HardLineEnds, JoinASentence)
{
    const ReportText report =
        read_text("本单位全年认真落实各项工作要求,较好地完成了年初确定的各项目标任务,全年支\n出120万元。\n");
    ASSERT_EQ(report.blocks.size(), 1U);
    EXPECT_NE(report.blocks.front().text.find("全年支出120万元"), std::string::npos);
}

TEST(HardLineEnds, DoNotJoinWhatASentenceEnded)
{
    EXPECT_EQ(read_text("本单位全年认真落实各项工作要求,较好地完成了目标任务。\n全年支出120万元。\n").blocks.size(),
              2U);
}

TEST(HardLineEnds, JoinAcrossAGapWhereTheCommaSaysSo)
{
    EXPECT_EQ(read_text("生活服务经费和物业服务经费项目,\n\n年初是按全年费用预算。\n").blocks.size(), 1U);
}

TEST(HardLineEnds, LeaveListsAndTitlesAlone)
{
    EXPECT_EQ(read_text("示例中心2024年度整体绩效自评报告\n本单位为公益一类事业单位。\n").blocks.size(), 2U);
    EXPECT_EQ(
        read_text("本年度主要开展了以下几个方面的工作并且取得了较好的成绩\n1、会务保障\n2、物业管理\n").blocks.size(),
        3U);
}

TEST(Tables, KeepEmptyCellsAndRuleLinesApart)
{
    const ReportText report = read_text("| 项目 | 预算 | 备注 |\n|---|---|---|\n| 物业 | 12 | |\n\n| 甲 | 乙 |\n");
    ASSERT_EQ(report.blocks.size(), 3U);
    ASSERT_EQ(report.blocks[1].cells.size(), 3U);
    EXPECT_EQ(report.blocks[1].cell(report.blocks[1].cells[1]), "12");
    EXPECT_EQ(report.blocks[1].cell(report.blocks[1].cells[2]), "");
    EXPECT_NE(report.blocks[1].table, report.blocks[2].table);
}

}  // namespace
}  // namespace check
