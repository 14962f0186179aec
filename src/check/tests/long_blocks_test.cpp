// SPDX-License-Identifier: Apache-2.0
// Hostile texts: what a rule looks through has a size that no text can change, and so has what it may say.
#include "check/core/long_blocks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "check/check.h"
#include "check/tests/check_text.h"

namespace check {
namespace {

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

TEST(LongBlocks, NoSentenceIsLongerThanAPiece)
{
    for (const std::string_view piece :
         {"支出12.5万元", "全县各项工作情况良好", "（《", "1、完成项目3个；", "1234567890"}) {
        const std::string text = repeated(piece, 20'000);
        const ReportText report = cut_long_blocks(read_text(text));
        std::string all;
        for (const Block& block : report.blocks) {
            EXPECT_LE(block.text.size(), 3'000U) << piece;
            all += block.text;
        }
        EXPECT_EQ(all, text);
    }
}

TEST(LongBlocks, AParagraphThatAReportMayHaveStaysWhole)
{
    const std::string text = repeated("全县各项工作情况良好，", 360);
    ASSERT_LE(text.size(), 12'000U);
    EXPECT_EQ(cut_long_blocks(read_text(text)).blocks.size(), 1U);
}

TEST(LongBlocks, TheFirstCellsOfALongRowStayInItsTable)
{
    const std::string text = "| 项目 | 金额 |\n" + repeated("| 12.5 ", 300) + "|\n| 会议 | 7 |\n其他事项无。\n";
    const ReportText report = cut_long_blocks(read_text(text));
    ASSERT_EQ(report.blocks.size(), 6U);
    EXPECT_EQ(report.blocks[1].cells.size(), 128U);
    EXPECT_EQ(report.blocks[1].table, report.blocks[2].table);
    EXPECT_EQ(report.blocks[2].cell(report.blocks[2].cells[0]), "会议");
    // The rest stands behind the table, below no title of it.
    EXPECT_EQ(report.blocks[3].cells.size(), 128U);
    EXPECT_EQ(report.blocks[4].cells.size(), 44U);
    EXPECT_NE(report.blocks[3].table, report.blocks[2].table);
    EXPECT_EQ(report.blocks[4].cell(report.blocks[4].cells[43]), "12.5");
    EXPECT_EQ(report.blocks[4].stretches.front().spot.line, 2U);
    EXPECT_EQ(claims_of(report).size(), 301U);
}

TEST(LongBlocks, ACellThatIsLongerThanARowIsReadInPieces)
{
    const std::string cell = repeated("完成12.5万元，", 10'000);
    const ReportText report = cut_long_blocks(read_text("| 情况 | " + cell + " | 8 |\n"));
    for (const Block& block : report.blocks) EXPECT_LE(block.text.size(), 3'000U);
    EXPECT_GE(claims_of(report).size(), 10'000U);
}

TEST(LongBlocks, ARowThatAFormMayHaveStaysWhole)
{
    const ReportText report = cut_long_blocks(read_text(repeated("| 12.5 ", 128) + "|\n"));
    ASSERT_EQ(report.blocks.size(), 1U);
    EXPECT_EQ(report.blocks.front().cells.size(), 128U);
}

TEST(LongBlocks, ARuleThatHasFoundAThousandIsStoppedAndTheOthersAreNot)
{
    const auto count = [](const Checked& checked, std::string_view rule) {
        return std::count_if(checked.findings.begin(), checked.findings.end(),
                             [&](const Finding& finding) { return finding.rule == rule; });
    };
    const std::string wrong_rate = "预算数800万元,执行数720万元,预算执行率95%。\n";
    const Checked many = check_text(read_text(repeated("满意度度高。\n", 1'001) + wrong_rate));
    EXPECT_EQ(count(many, "L56"), 1'000);
    EXPECT_EQ(count(many, "L02"), 1);
    EXPECT_EQ(many.notes, std::vector<std::string>{"check.findings.stopped"});
    const Checked fewer = check_text(read_text(repeated("满意度度高。\n", 999) + wrong_rate));
    EXPECT_EQ(count(fewer, "L56"), 999);
    EXPECT_TRUE(fewer.notes.empty());
}

// L20 looks a name up by its end, whichever of the two is longer and however many others there are.
TEST(LongBlocks, ANameIsFoundAmongManyByItsEnd)
{
    std::string others;
    for (std::size_t i = 0; i < 200; ++i)
        others += "第" + repeated(i % 2 == 1 ? "甲" : "乙", i / 2 + 1) + "类养护专项资金合计5万元。\n";
    const std::string longer = "示例县绿化养护专项资金总额100万元。\n";
    const std::string shorter = "绿化养护专项资金总额90万元。\n";
    EXPECT_EQ(CheckedText{longer + others + shorter}.findings_by("L20").size(), 1U);
    EXPECT_EQ(CheckedText{shorter + others + longer}.findings_by("L20").size(), 1U);
    EXPECT_EQ(CheckedText{longer + others + "绿化养护专项资金总额100万元。\n"}.findings_by("L20").size(), 0U);
}

}  // namespace
}  // namespace check
