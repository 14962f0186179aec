// SPDX-License-Identifier: Apache-2.0
// A bare number from 1900 to 2099 in a cell: an amount below amounts, a year below years.
#include <gtest/gtest.h>

#include "check/tests/check_text.h"

namespace check {
namespace {

std::string figures(std::string_view text)
{
    std::string all;
    const CheckedText checked{text};
    for (const Claim& claim : checked.material.claims) all += (all.empty() ? "" : " ") + printed(claim);
    return all;
}

TEST(AmountColumns, ABareNumberBesideAmountsIsAnAmount)
{
    EXPECT_EQ(figures("| 项目 | 金额 |\n| 物业 | 2024 |\n| 会议 | 350 |\n"), "2024 350");
    EXPECT_EQ(figures("| 项目 | 2023年度 |\n| 物业 | 1950 |\n| 会议 | 12.5 |\n"), "1950 12.5");
    EXPECT_EQ(figures("| 项目 | 支出 |\n| 物业 | 1950 |\n| 会议 | 2010 |\n| 其他 | 350 |\n"), "1950 2010 350");
    EXPECT_EQ(figures("| 项目 | 金额 |\n| 物业 | 1,950 |\n"), "1950");
}

TEST(AmountColumns, AYearStaysAYear)
{
    EXPECT_EQ(figures("| 项目 | 建成年份 |\n| 物业 | 1998 |\n| 会议 | 350 |\n"), "350");
    EXPECT_EQ(figures("| 项目 | 年度 |\n| 物业 | 2023 |\n| 会议 | 2024 |\n"), "");
    EXPECT_EQ(figures("| 序号 | 楼名 | 建成 |\n| 1 | 东楼 | 1998 |\n| 2 | 西楼 | 2004 |\n| 3 | 南楼 | 12 |\n"),
              "1 2 3 12");
    // The column beside it holds amounts.
    EXPECT_EQ(figures("| 年份 | 金额 |\n| 2023 | 350 |\n| 2024 | 360 |\n"), "350 360");
    EXPECT_EQ(figures("| 项目 | 备注 |\n| 物业 | 2024年建成 |\n| 会议 | 350 |\n"), "350");
    EXPECT_EQ(figures("物业费2024，会议费350元。\n"), "350元");
}

TEST(AmountColumns, TheSumOfAColumnCountsThem)
{
    const std::string head = "| 项目 | 金额 |\n| 物业 | 1950 |\n| 会议 | 350 |\n";
    EXPECT_EQ(CheckedText{head + "| 合计 | 2400 |\n"}.findings_by("L62").size(), 1U);
    EXPECT_EQ(CheckedText{head + "| 合计 | 2300 |\n"}.findings_by("L62").size(), 0U);
}

}  // namespace
}  // namespace check
