// SPDX-License-Identifier: Apache-2.0
#include "check/core/known.h"

#include <gtest/gtest.h>

#include "check/tests/check_text.h"

namespace check {
namespace {

KnownFigure figure(KnownAs as, std::string fact, std::string name, std::int64_t value, const std::string& unit)
{
    KnownFigure one;
    one.as = as;
    one.fact = std::move(fact);
    one.title = name;
    one.name = std::move(name);
    one.printed = std::to_string(value) + unit;
    one.records = 10;
    say(one, base::Ratio::whole(value), unit);
    return one;
}

// Figures of a unit that does not exist.
Known known()
{
    Known all{"r1", 2024};
    all.figures = {figure(KnownAs::named, "Z1", "承办各类会议次数", 2928, "次"),
                   figure(KnownAs::named, "Z2", "用餐人员满意度", 98, "%"),
                   figure(KnownAs::named, "Z3", "权属登记测量面积", 73'200, "m²"),
                   figure(KnownAs::initial, "b1", "", 30'000'000, "元"),
                   figure(KnownAs::adjusted, "b2", "", 37'202'744, "元"),
                   figure(KnownAs::executed, "b3", "", 34'006'765, "元"),
                   figure(KnownAs::adjusted, "b4", "供餐经费", 6'970'000, "元"),
                   figure(KnownAs::executed, "b5", "供餐经费", 5'810'000, "元"),
                   figure(KnownAs::total_score, "", "", 98, "分")};
    KnownFigure rate = figure(KnownAs::rate, "b6", "", 91, "%");
    say(rate, base::Ratio::reduced(9141, 100), "%");
    all.figures.push_back(rate);
    all.figures.front().otherwise = {{"状态=待确认", base::Ratio::whole(2930), {"m1", "m2"}, {"台账!A5", "台账!A9"}}};
    return all;
}

Findings found(std::string_view text)
{
    const CheckedText checked{text};
    return known_otherwise(checked.material, known());
}

std::string facts(std::string_view text)
{
    std::string all;
    for (const Finding& one : found(text))
        all += (all.empty() ? "" : " ") + (one.fact ? one.fact->code : "score") + ":" + one.numbers.front() +
               (one.severity == Severity::warning ? "~" : "");
    return all;
}

TEST(KnownFigures, WhatAgreesIsSilent)
{
    EXPECT_EQ(
        facts("2024年度自评报告\n\n2024年度部门预算总额3720.27万元，执行数3400.68万元，预算执行率91.41%。"
              "“供餐经费”预算697万元，执行581万元。自评得分为98分。\n\n"
              "全年承办各类会议2928次，承办各类2928次会议，用餐人员满意度达98%，权属登记测量面积7.32万平方米。\n\n"
              "| 三级指标 | 年度指标值 | 实际完成值 |\n| 承办各类会议次数 | 2700 | 2928 |\n| 权属登记测量面积 | 60000 "
              "| 73200 |\n"),
        "");
}

TEST(KnownFigures, ADifferenceNamesTheFact)
{
    EXPECT_EQ(facts("全年承办各类会议2920次。"), "Z1:2920次");
    EXPECT_EQ(facts("全年承办各类2920次会议。"), "Z1:2920次");
    EXPECT_EQ(facts("用餐人员满意度达到97%。"), "Z2:97%");
    EXPECT_EQ(facts("权属登记测量面积7.23万平方米。"), "Z3:7.23万m²");
    EXPECT_EQ(facts("| 三级指标 | 年度指标值 | 实际完成值 |\n| 权属登记测量面积 | 60000 | 73300 |\n"), "Z3:73300");
    EXPECT_EQ(facts("2024年度部门预算总额3720.37万元，执行数3400.68万元，预算执行率91.42%。"),
              "b2:3720.37万元 b6:91.42%~");
    EXPECT_EQ(facts("“供餐经费”预算697万元，执行585万元。"), "b5:585万元");
    EXPECT_EQ(facts("经评价，自评得分为97分。"), "score:97分");
    EXPECT_EQ(found("全年承办各类会议2920次。").front().rule, "L60");
}

TEST(KnownFigures, WhatMayBeSomethingElseIsPassedOver)
{
    for (const std::string_view text :
         {"上年承办各类会议2014次。", "承办各类会议2000余次。", "承办各类会议目标2700次。",
          "承办各类会议次数比上年增加84次。", "承办各类会议中区级1479次。", "承办各类会议2700次以上。",
          "用餐人员满意度不低于90%。", "2023年承办各类会议2014次。", "“会议经费”预算120万元，执行110万元。",
          "政府采购预算500万元，执行480万元，预算执行率96%。", "三、“三公”经费\n\n全年预算10万元，执行8万元。",
          "年中追加预算720.27万元。", "满分20分，得18分。"})
        EXPECT_EQ(facts(text), "") << text;
    // A bare 预算 may be the initial one.
    EXPECT_EQ(facts("部门预算3000万元，执行数3400.68万元。"), "");
}

TEST(KnownFigures, RecordsThatExplainTheNumberAreNamed)
{
    const Findings findings = found("全年承办各类会议2930次。");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "check.l60.explained");
    EXPECT_EQ(findings[0].fact->records, (std::vector<std::string>{"m1", "m2"}));
    EXPECT_TRUE(found("全年承办各类会议2931次。").front().fact->records.empty());
}

TEST(KnownFigures, FiguresBeyondAllMeasureAreNone)
{
    EXPECT_NO_THROW(found("部门预算总额99999999999999999999999999999.99999999万元。"));
}

}  // namespace
}  // namespace check
