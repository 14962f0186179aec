// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/steps.h"

#include <gtest/gtest.h>

namespace indicators {
namespace {

std::string points(const char* table, base::Decimal value)
{
    const auto steps = parse_steps(table);
    if (!steps) return "unreadable";
    const auto result = points_for(*steps, base::Ratio::of(value));
    return result ? result->to_string() : "none";
}

TEST(Steps, HoldTheEndsTheyName)
{
    const char* const table = "≥90%计5分;80%(含)-90%计4分;70%(含)-80%计3分;60%(含)-70%计2分;低于60%不得分";
    EXPECT_EQ(points(table, {90, 0}), "5");
    EXPECT_EQ(points(table, {8999, 2}), "4");
    EXPECT_EQ(points(table, {80, 0}), "4");
    EXPECT_EQ(points(table, {7999, 2}), "3");
    EXPECT_EQ(points(table, {60, 0}), "2");
    EXPECT_EQ(points(table, {5999, 2}), "0");
}

TEST(Steps, HoldTheUpperEndWhereItIsIncluded)
{
    const char* const table = "=0计3分;0-10%(含)计2分;10-20%(含)计1分;20-30%(含)计0.5分;大于30%不得分";
    EXPECT_EQ(points(table, {0, 0}), "3");
    EXPECT_EQ(points(table, {1, 2}), "2");
    EXPECT_EQ(points(table, {10, 0}), "2");
    EXPECT_EQ(points(table, {1001, 2}), "1");
    EXPECT_EQ(points(table, {30, 0}), "0.5");
    EXPECT_EQ(points(table, {3001, 2}), "0");
}

TEST(Steps, DeductForEveryWholePointBeyondTheLimit)
{
    const char* const table = "在职人员控制率≦100%,计5分;每超过一个百分点扣0.5分,扣完为止";
    EXPECT_EQ(points(table, {100, 0}), "5");
    EXPECT_EQ(points(table, {10099, 2}), "5.0");
    EXPECT_EQ(points(table, {101, 0}), "4.5");
    EXPECT_EQ(points(table, {103, 0}), "3.5");
    EXPECT_EQ(points(table, {110, 0}), "0.0");
    EXPECT_EQ(points(table, {200, 0}), "0");
    EXPECT_EQ(points("≥95%计10分;每低于1个百分点扣1分", {92, 0}), "7");
    EXPECT_EQ(points("≤0计5分;每超过一个百分点扣0.5分", {-5, 0}), "5");
}

TEST(Steps, LeaveALowerEndOutThatIsNotIncluded)
{
    EXPECT_EQ(points(">90%计5分;≤90%计3分", {90, 0}), "3");
    EXPECT_EQ(points(">90%计5分;≤90%计3分", {9001, 2}), "5");
}

TEST(Steps, LeaveAGapOpen)
{
    EXPECT_EQ(points("≥90%计5分;70%-80%计3分", {85, 0}), "none");
}

TEST(Steps, RefuseWhatIsNoTableOfNumbers)
{
    for (const char* const text :
         {"", "≥90%", "计5分", "无结余3分", "①1分②1分", "5项，每出现一例不符合扣1分", "每超过一个百分点扣0.5分",
          "≥90%计5分;≥3次计2分", "90%-80%计3分", "80%(含)-80%计3分", "≥90%计5分;每超过一个百分点扣0.5分", "≥90%计-5分"})
        EXPECT_EQ(points(text, {1, 0}), "unreadable") << text;
}

}  // namespace
}  // namespace indicators
