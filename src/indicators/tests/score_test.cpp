// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/score.h"

#include <gtest/gtest.h>

#include "indicators/rule_sets.h"
#include "indicators/tests/form_reading.h"

namespace indicators {
namespace {

const RuleSet& rules(const std::string& id)
{
    static std::map<std::string, RuleSet> loaded;
    const auto found = loaded.find(id);
    return found != loaded.end() ? found->second : loaded.emplace(id, load_rule_set(id).value()).first->second;
}

EvaluatedInput row(std::string_view target, std::string_view actual, const char* weight = "10")
{
    EvaluatedInput input;
    input.name = "指标";
    input.target = parse_target({target}, 2024);
    input.actual = parse_actual(actual, "", input.target, 2024);
    input.weight = base::Decimal::parse(weight).value();
    return input;
}

// "8.33 below_target: reason_missing", or "none …" where there is no score.
std::string scored(const EvaluatedInput& input, const std::string& rule_set = "hubei-2020")
{
    const RowScore result = score_row(rules(rule_set), input);
    std::string text = result.score ? result.score->to_string() : "none";
    text += std::string{" "} + to_string(result.reason);
    return result.findings.empty() ? text : text + ": " + rules_in(result.findings);
}

struct Case {
    const char* name;
    const char* target;
    const char* actual;
    const char* expected;
    const char* rule_set = "hubei-2020";
};

class ScoreRow : public testing::TestWithParam<Case> {};

TEST_P(ScoreRow, FollowsTheRule)
{
    EXPECT_EQ(scored(row(GetParam().target, GetParam().actual), GetParam().rule_set), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Positive, ScoreRow,
                         testing::Values(Case{"AtTarget", "≥90%", "90%", "10.00 met"},
                                         Case{"JustBelow", "≥90%", "89.95%", "9.99 below_target: reason_missing"},
                                         Case{"BelowByLessThanItShows", "≥90%", "89.99%", "10.00 below_target"},
                                         Case{"RoundsUp", "≥800", "675.6", "8.45 below_target: reason_missing"},
                                         Case{"RoundsDown", "≥800", "675.5", "8.44 below_target: reason_missing"},
                                         Case{"FarBelow", "≥90%", "45%", "5.00 below_target: reason_missing"},
                                         Case{"Nothing", "≥90%", "0%", "0.00 below_target: reason_missing"},
                                         Case{"NeverAboveTheWeight", "≥90%", "100%", "10.00 met"},
                                         Case{"JustUnderTheRemark", "≥100次", "129.99次", "10.00 met"},
                                         Case{"AtTheRemark", "≥100次", "130次", "10.00 met: remark_missing"},
                                         Case{"GreaterOnlyReached", ">92%", "92%", "10.00 met: limit_only_reached"},
                                         Case{"GreaterPassed", ">92%", "92.01%", "10.00 met"},
                                         Case{"OtherUnit", "≥1km", "900m", "9.00 below_target: reason_missing"}),
                         [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Negative, ScoreRow,
    testing::Values(Case{"AtLimit", "≤24小时", "24", "10.00 met"},
                    Case{"JustAbove", "≤24小时", "24.1", "9.96 above_limit: reason_missing"},
                    Case{"Twice", "≤24小时", "2天", "5.00 above_limit: reason_missing"},
                    Case{"FarUnder", "≤24小时", "1", "10.00 met"},
                    Case{"LessOnlyReached", "<3次", "3次", "10.00 met: limit_only_reached"},
                    Case{"ExcessShare", "≤100", "125", "7.50 above_limit: reason_missing", "finance-system"},
                    Case{"ExcessJustUnderTwice", "≤100", "199", "0.10 above_limit: reason_missing", "finance-system"},
                    Case{"ExcessTwice", "≤100", "200", "0.00 above_limit: reason_missing", "finance-system"},
                    Case{"ExcessMore", "≤100", "999", "0.00 above_limit: reason_missing", "finance-system"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Edges, ScoreRow,
    testing::Values(Case{"EqualMet", "=100%", "100%", "10.00 met"},
                    Case{"EqualShort", "=100%", "83.5%", "8.35 below_target: reason_missing"},
                    Case{"EqualAbove", "=8个", "9个", "10.00 met: above_equal_target"},
                    Case{"ZeroMet", "0起", "0起", "10.00 met"},
                    Case{"ZeroMissed", "0起", "1起", "0.00 above_limit: reason_missing"},
                    Case{"ZeroLimitMissed", "≤0起", "0.01起", "0.00 above_limit: reason_missing"},
                    Case{"ZeroUpward", "≥0次", "0次", "10.00 met: zero_target"},
                    Case{"Missing", "≥90%", "", "0.00 no_data: no_data reason_missing"},
                    Case{"Negative", "≥90%", "-1%", "none not_computed: actual_negative"},
                    Case{"WordForNumber", "≤30万元", "完成", "none not_computed: actual_not_a_number"},
                    Case{"NothingForZero", "0起", "无", "none not_computed: actual_not_a_number"},
                    Case{"OtherKind", "6个", "6次", "none not_computed: units_differ"},
                    Case{"NoTarget", "", "6", "none target_missing: target_missing"},
                    Case{"NotApplicable", "--", "", "10.00 not_applicable: not_applicable"},
                    Case{"LeftOut", "--", "", "none not_applicable: not_applicable", "rescaled"},
                    Case{"ActualSaysSo", "≥90%", "不适用", "none not_applicable: not_applicable", "rescaled"},
                    Case{"Repeats", "≥90%", "≥90%", "10.00 met: actual_repeats_sign"},
                    Case{"Huge", "≥0.000000001亿元", "999999999999999999亿元", "10.00 met: remark_missing"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(Dates, ScoreRow,
                         testing::Values(Case{"OnTheDay", "2024年12月31日前", "2024年12月31日", "10.00 met"},
                                         Case{"DayAfter", "2024年12月30日前", "2024年12月31日",
                                              "none not_computed: deadline_missed band_missing"},
                                         Case{"Words", "2024年12月完成", "按时完成",
                                              "none not_computed: actual_not_a_date band_missing"}),
                         [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Steps, ScoreRow,
    testing::Values(Case{"Highest", "≥90%计10分;80%(含)-90%计8分", "90%", "10.00 step", "hunan-2019"},
                    Case{"Second", "≥90%计10分;80%(含)-90%计8分", "89.9%", "8.00 step: reason_missing", "hunan-2019"},
                    Case{"NoneHolds", "≥90%计10分;80%(含)-90%计8分", "70%", "none not_computed: no_step", "hunan-2019"},
                    Case{"Deducted", "≤100%计10分;每超过一个百分点扣0.5分，扣完为止", "103.5%",
                         "8.50 step: reason_missing", "hunan-2019"},
                    Case{"PointsAndWeight", "≥90%计5分;<90%计0分", "95%",
                         "5.00 step: step_points_differ reason_missing", "hunan-2019"}),
    [](const auto& test) { return test.param.name; });

TEST(ScoreQualitative, TakesTheUnitsScoreWithinItsBand)
{
    const auto with = [](const char* band, const char* published) {
        EvaluatedInput input = row("有效保障", "基本保障");
        input.band = band;
        if (*published) input.published = base::Decimal::parse(published).value();
        return scored(input);
    };
    EXPECT_EQ(with("达成预期指标", "8"), "8.00 in_band: reason_missing");
    EXPECT_EQ(with("达成预期指标", "7.99"), "10.00 in_band: published_outside_band score_differs");
    EXPECT_EQ(with("部分达成并具有一定效果", "7.99"), "7.99 in_band: reason_missing");
    EXPECT_EQ(with("部分达成并具有一定效果", "8"), "8.00 in_band: published_outside_band reason_missing");
    EXPECT_EQ(with("部分达成并具有一定效果", "5"), "5.00 in_band: reason_missing");
    EXPECT_EQ(with("未达成且效果较差", "4.99"), "4.99 in_band: reason_missing");
    EXPECT_EQ(with("达成预期指标", ""), "10.00 in_band: band_top_taken");
    EXPECT_EQ(with("第一档", ""), "none not_computed: band_unknown");
    EXPECT_EQ(with("", "7"), "7.00 in_band: published_score_taken reason_missing");
    EXPECT_EQ(with("", "10.01"), "none not_computed: band_missing published_above_weight");
    EXPECT_EQ(with("", ""), "none not_computed: band_missing");
    EXPECT_EQ(scored(row("有效保障", "有效保障")), "10.00 in_band: actual_repeats_target");
}

TEST(ScoreWeight, MissingIsNotZero)
{
    EvaluatedInput input = row("≥90%", "95%");
    input.weight = std::nullopt;
    EXPECT_EQ(scored(input), "none weight_missing: weight_missing");
    EXPECT_EQ(scored(row("≥90%", "45%", "0")), "0.00 below_target");
    EXPECT_EQ(scored(row("≥90%", "45%", "12.5")), "6.25 below_target: reason_missing");
}

TEST(ScoreCoefficient, IsChongqingsOwn)
{
    EvaluatedInput input = row("≥90%", "81%");
    input.coefficient = base::Decimal{90, 2};
    EXPECT_EQ(scored(input, "chongqing-2021"), "9.00 coefficient: reason_missing");
    input.coefficient = base::Decimal{95, 2};
    EXPECT_EQ(scored(input, "chongqing-2021"), "9.50 coefficient: coefficient_differs reason_missing");
    input.coefficient = base::Decimal{101, 2};
    EXPECT_EQ(scored(input, "chongqing-2021"), "none not_computed: coefficient_out_of_range");
    EXPECT_EQ(scored(row("≥90%", "81%"), "chongqing-2021"), "9.00 below_target: reason_missing");
}

TEST(ScoreOverTarget, IsCutOnlyWhereTheUnitSaysTheTargetWasLow)
{
    EvaluatedInput input = row("≥100次", "140次");
    input.reason = "年初指标值设定偏低";
    EXPECT_EQ(scored(input, "national-2020"), "6.00 over_target_cut: over_target_cut");
    EXPECT_EQ(scored(input, "national-2021"), "10.00 met");
    input.actual = parse_actual("129次", "", input.target);
    EXPECT_EQ(scored(input, "national-2020"), "10.00 met");
    input.actual = parse_actual("300次", "", input.target);
    EXPECT_EQ(scored(input, "national-2020"), "0.00 over_target_cut: over_target_cut");
    input.reason = "工作量增加";
    EXPECT_EQ(scored(input, "national-2020"), "10.00 met");
}

TEST(ScoreReason, HasItsLength)
{
    EvaluatedInput input = row("≥90%", "45%");
    for (int i = 0; i < 200; ++i) input.reason += "因";
    EXPECT_EQ(scored(input, "sichuan-2023"), "5.00 below_target");
    input.reason += "因";
    EXPECT_EQ(scored(input, "sichuan-2023"), "5.00 below_target: reason_too_long");
    EXPECT_EQ(scored(input, "hubei-2020"), "5.00 below_target");
}

TEST(ScorePublished, IsComparedAndKept)
{
    EvaluatedInput input = row("≥100%", "83.5%", "20");
    input.published = base::Decimal::whole(18);
    EXPECT_EQ(scored(input), "16.70 below_target: score_differs reason_missing");
    input.published = base::Decimal::whole(17);
    EXPECT_EQ(scored(input), "16.70 below_target: published_rounded reason_missing");
    input.published = base::Decimal{167, 1};
    EXPECT_EQ(scored(input), "16.70 below_target: reason_missing");
}

}  // namespace
}  // namespace indicators
