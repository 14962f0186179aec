// SPDX-License-Identifier: Apache-2.0
#include "check/core/claims.h"

#include <gtest/gtest.h>

#include "check/tests/check_text.h"

namespace check {
namespace {

struct Read {
    const char* name;
    const char* text;
    const char* printed;  // of the only claim; empty: there is none
    Measure measure = Measure::count;
    const char* label = "";
};

class OneClaim : public testing::TestWithParam<Read> {};

TEST_P(OneClaim, IsUnderstood)
{
    const CheckedText checked{GetParam().text};
    const std::vector<Claim>& claims = checked.material.claims;
    if (*GetParam().printed == '\0') {
        EXPECT_TRUE(claims.empty()) << printed(claims.front());
        return;
    }
    ASSERT_EQ(claims.size(), 1U);
    EXPECT_EQ(printed(claims.front()), GetParam().printed);
    EXPECT_EQ(claims.front().measure, GetParam().measure);
    EXPECT_EQ(claims.front().label, GetParam().label);
}

std::string name_of(const testing::TestParamInfo<Read>& info)
{
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Units, OneClaim,
                         testing::Values(Read{"Money", "支出决算88.2万元。", "88.2万元", Measure::money, "支出决算"},
                                         Read{"Blank", "支出 88.2 万元。", "88.2万元", Measure::money, "支出"},
                                         Read{"Grouped", "共计1,234.50元。", "1234.50元", Measure::money, "共计"},
                                         Read{"Area", "面积81420㎡。", "81420m²", Measure::area, "面积"},
                                         Read{"AreaInWords", "面积1.2万平方米。", "1.2万m²", Measure::area, "面积"},
                                         Read{"PerCent", "执行率91.41％。", "91.41%", Measure::per_cent, "执行率"},
                                         Read{"Points", "自评得分为98.5分。", "98.5分", Measure::points, "自评得分为"},
                                         Read{"Count", "组织培训7次。", "7次", Measure::count, "组织培训"},
                                         Read{"Duration", "在24小时内处理。", "24小时", Measure::time, "在"}),
                         name_of);

INSTANTIATE_TEST_SUITE_P(FullWidth, OneClaim,
                         testing::Values(Read{"Digits", "支出３７.５万元。", "37.5万元", Measure::money, "支出"},
                                         Read{"Point", "支出３７．５万元。", "37.5万元", Measure::money, "支出"},
                                         Read{"PerCent", "满意度９０％。", "90%", Measure::per_cent, "满意度"}),
                         name_of);

INSTANTIATE_TEST_SUITE_P(Dates, OneClaim,
                         testing::Values(Read{"Year", "截至2024年底。", ""}, Read{"Day", "2024年12月31日前办结。", ""},
                                         Read{"Document", "按国发〔2014〕8号文件办理。", ""},
                                         Read{"Ordinal", "第3季度召开。", ""}, Read{"Word", "使用GB2312编码。", ""},
                                         Read{"Mark", "1.总体情况。", ""}),
                         name_of);

// 1,234 is one number; a comma with other than three digits behind it is a mark.
TEST(Claims, TellGroupsFromCommas)
{
    const CheckedText checked{"预算12,345万元,执行50,6人。"};
    ASSERT_EQ(checked.material.claims.size(), 2U);
    EXPECT_EQ(printed(checked.material.claims[0]), "12345万元");
    EXPECT_EQ(printed(checked.material.claims[1]), "6人");
}

TEST(Claims, KeepSignsAndAboutApart)
{
    const CheckedText checked{"目标≥90%,约40人,培训50余次。"};
    const std::vector<Claim>& claims = checked.material.claims;
    ASSERT_EQ(claims.size(), 3U);
    EXPECT_EQ(claims[0].sign, "≥");
    EXPECT_EQ(claims[0].label, "目标");
    EXPECT_TRUE(claims[1].is_about);
    EXPECT_TRUE(claims[2].is_about);
    EXPECT_FALSE(claims[0].is_about);
}

TEST(Claims, CountSentencesPartsAndClauses)
{
    const CheckedText checked{"甲1人,乙2人;丙3人。丁4人。"};
    const std::vector<Claim>& claims = checked.material.claims;
    ASSERT_EQ(claims.size(), 4U);
    EXPECT_EQ(claims[1].sentence, claims[2].sentence);
    EXPECT_NE(claims[1].part, claims[2].part);
    EXPECT_EQ(claims[0].part, claims[1].part);
    EXPECT_NE(claims[0].clause, claims[1].clause);
    EXPECT_NE(claims[2].sentence, claims[3].sentence);
}

TEST(Claims, AreExactInOneUnit)
{
    const CheckedText checked{"预算0.5亿元,执行5000万元,支付50000000元,结余120千元。"};
    const std::vector<Claim>& claims = checked.material.claims;
    ASSERT_EQ(claims.size(), 4U);
    EXPECT_EQ(exact(claims[0]), exact(claims[1]));
    EXPECT_EQ(exact(claims[1]), exact(claims[2]));
    EXPECT_EQ(exact(claims[3]), base::Ratio::whole(120'000));
    EXPECT_EQ(half_digit(claims[0]), base::Ratio::whole(5'000'000));
}

TEST(Claims, TakeBareNumbersFromTablesAlone)
{
    const CheckedText table{"| 项目 | 预算数 |\n|---|---|\n| 物业 | 12.5 |\n"};
    ASSERT_EQ(table.material.claims.size(), 1U);
    EXPECT_EQ(table.material.claims.front().unit, "");
    EXPECT_TRUE(CheckedText{"编号为12.5的房间。"}.material.claims.empty());
}

}  // namespace
}  // namespace check
