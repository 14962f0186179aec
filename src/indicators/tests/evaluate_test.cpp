// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/evaluate.h"

#include <gtest/gtest.h>

#include "indicators/core/aggregate.h"
#include "indicators/rule_sets.h"
#include "indicators/tests/form_reading.h"

namespace indicators {
namespace {

RuleSet rules(const char* id)
{
    return load_rule_set(id).value();
}

EvaluatedInput row(const char* name, std::string_view target, std::string_view actual, const char* weight,
                   const char* level1 = "产出指标")
{
    EvaluatedInput input;
    input.name = name;
    input.level1 = level1;
    input.target = parse_target({target}, 2024);
    input.actual = parse_actual(actual, "", input.target, 2024);
    input.weight = base::Decimal::parse(weight).value();
    return input;
}

ExecutionInput execution(std::int64_t budget_fen, std::int64_t executed_fen)
{
    ExecutionInput input;
    input.adjusted = base::Money::from_fen(budget_fen);
    input.executed = base::Money::from_fen(executed_fen);
    return input;
}

std::string total(const Evaluation& evaluation)
{
    return evaluation.total ? evaluation.total->to_string() : "none";
}

TEST(Execution, IsWeightTimesRateCappedAtTheWeight)
{
    const auto score = [](const char* id, std::int64_t budget, std::int64_t executed) {
        const ExecutionScore result = score_execution(rules(id), execution(budget, executed));
        return (result.score ? result.score->to_string() : "none") + " " + rules_in(result.findings);
    };
    EXPECT_EQ(score("hubei-2020", 3'720'270'000, 3'400'680'000), "18.28 ");
    EXPECT_EQ(score("hubei-2020", 100, 100), "20.00 ");
    EXPECT_EQ(score("hubei-2020", 100, 101), "20.00 executed_above_budget");
    EXPECT_EQ(score("hubei-2020", 0, 0), "none budget_zero");
    EXPECT_EQ(score("hubei-2020", 100, -1), "none execution_negative");
    EXPECT_EQ(score("hunan-2019", 100, 50), "none ");
    EXPECT_EQ(score("sichuan-2023", 100, 90), "9.00 ");
    EXPECT_EQ(score("sichuan-2023", 10'000, 8'999), "9.00 execution_reason_missing");
}

TEST(Execution, EntersExactOrRoundedAsTheRuleSetSays)
{
    RuleSet set = rules("national-2020");
    const ExecutionInput input = execution(100'000, 48'945);  // 48.945 %: 4.8945 points
    EXPECT_EQ(score_execution(set, input).score->to_string(), "4.89");
    set.execution->rate_decimals = 2;  // 48.95 %: 4.895 points
    EXPECT_EQ(score_execution(set, input).score->to_string(), "4.90");
    set.execution->rate_decimals = 1;  // 48.9 %
    EXPECT_EQ(score_execution(set, input).score->to_string(), "4.89");
    set.execution->rate_decimals = 0;  // 49 %
    EXPECT_EQ(score_execution(set, input).score->to_string(), "4.90");
}

TEST(Execution, MayFollowSteps)
{
    RuleSet set = rules("national-2020");
    set.execution->formula = ExecutionFormula::steps;
    set.execution->steps = {{{95, 2}, base::Decimal::whole(10)}, {{80, 2}, base::Decimal::whole(5)}};
    EXPECT_EQ(score_execution(set, execution(100, 95)).score->to_string(), "10.00");
    EXPECT_EQ(score_execution(set, execution(100, 94)).score->to_string(), "5.00");
    EXPECT_EQ(score_execution(set, execution(100, 79)).score->to_string(), "0.00");
}

TEST(Evaluate, LeavesTheExecutionUnroundedForTheFinanceSystem)
{
    EvaluationInput input;
    input.execution = execution(3, 1);  // 10 / 3 points
    input.indicators = {row("甲", "≥3", "2", "0.07"), row("乙", "≥1", "1", "89.93")};
    input.indicators[0].reason = "说明";
    // 3.3333… + 0.05 + 89.93 = 93.3133…; the execution is printed as 3.33.
    const Evaluation result = evaluate(rules("finance-system"), input);
    EXPECT_EQ(result.execution.score->to_string(), "3.33");
    EXPECT_EQ(total(result), "93.31");
    input.execution = execution(100'000, 48'945);  // 4.8945 + 89.98 = 94.8745
    EXPECT_EQ(total(evaluate(rules("finance-system"), input)), "94.87");
    EXPECT_EQ(total(evaluate(rules("national-2020"), input)), "94.87");
    input.execution = execution(100'000, 48'950);  // 4.895 → 4.90 rounded first
    EXPECT_EQ(total(evaluate(rules("finance-system"), input)), "94.88");
    EXPECT_EQ(total(evaluate(rules("national-2020"), input)), "94.88");
}

TEST(Evaluate, MayRoundOnlyTheTotal)
{
    RuleSet set = rules("hunan-2019");
    EvaluationInput input;
    for (const char* const name : {"甲", "乙", "丙"}) input.indicators.push_back(row(name, "≥3", "1", "1"));
    EXPECT_EQ(total(evaluate(set, input)), "0.99");
    set.rounding.row = std::nullopt;
    const Evaluation exact = evaluate(set, input);
    EXPECT_EQ(total(exact), "1.00");
    EXPECT_EQ(exact.rows[0].score->to_string(), "0.33");
    set.rounding.row = 0;
    EXPECT_EQ(evaluate(set, input).rows[0].score->to_string(), "0.00");
}

TEST(Evaluate, RescalesWhatIsLeft)
{
    EvaluationInput input;
    input.execution = execution(100, 50);
    input.indicators = {row("甲", "≥1", "1", "60"), row("乙", "--", "", "30")};
    const Evaluation result = evaluate(rules("rescaled"), input);
    EXPECT_EQ(total(result), "92.86");  // (5 + 60) × 100 / 70
    EXPECT_EQ(result.indicators_total.to_string(), "60.00");
    EXPECT_EQ(total(evaluate(rules("national-2020"), input)), "95.00");
}

TEST(Evaluate, HasNoTotalWithoutAllItsParts)
{
    EvaluationInput input;
    input.indicators = {row("甲", "≥1", "1", "60"), row("乙", "≥1", "1", "20")};
    EXPECT_EQ(total(evaluate(rules("hubei-2020"), input)), "none");
    input.execution = execution(100, 100);
    EXPECT_EQ(total(evaluate(rules("hubei-2020"), input)), "100.00");
    input.indicators[1].weight = std::nullopt;
    const Evaluation result = evaluate(rules("hubei-2020"), input);
    EXPECT_EQ(total(result), "none");
    EXPECT_EQ(result.indicators_total.to_string(), "60.00");
    EXPECT_EQ(total(evaluate(rules("hubei-2020"), {})), "none");
}

TEST(Evaluate, MultipliesGoalsByTheirShares)
{
    EvaluationInput input;
    input.execution = execution(100, 100);
    input.goals = {{"一", base::Decimal::whole(75)}, {"二", base::Decimal::whole(25)}};
    input.indicators = {row("甲", "≥1", "1", "80"), row("乙", "≥2", "1", "80")};
    input.indicators[1].goal = 1;
    EXPECT_EQ(total(evaluate(rules("hubei-2020"), input)), "90.00");  // 20 + 80 × 0.75 + 40 × 0.25
    // Weights that make up the whole together have the shares in them already.
    input.indicators[0].weight = base::Decimal::whole(60);
    input.indicators[1].weight = base::Decimal::whole(20);
    EXPECT_EQ(total(evaluate(rules("hubei-2020"), input)), "90.00");
    input.goals[0].percent = base::Decimal::whole(70);
    EXPECT_TRUE(has_rule(evaluate(rules("hubei-2020"), input).findings, "goal_shares"));
}

TEST(Evaluate, GradesByTheRuleSet)
{
    const auto grade = [](const char* id, const char* weight) {
        EvaluationInput input;
        input.execution = execution(100, 100);
        input.indicators = {row("甲", "≥1", "1", weight)};
        return evaluate(rules(id), input).grade.value_or("none");
    };
    EXPECT_EQ(grade("national-2020", "80"), "优");
    EXPECT_EQ(grade("national-2020", "79.99"), "良");
    EXPECT_EQ(grade("national-2020", "70"), "良");
    EXPECT_EQ(grade("national-2020", "49.99"), "差");
    EXPECT_EQ(grade("finance-system", "70"), "优");
    EXPECT_EQ(grade("hubei-2020", "80"), "none");
}

TEST(BureauChecks, AreRedAboveFivePerCentAndYellowAboveTwenty)
{
    const auto findings = [](std::int64_t executed) {
        EvaluationInput input;
        input.execution = execution(10'000, executed);
        input.indicators = {row("甲", "≥1", "1", "50"), row("乙", "≥1", "1", "30", "效益指标"),
                            row("丙", "≥1", "1", "10", "满意度指标")};
        return rules_in(evaluate(rules("national-2020"), input).findings);
    };
    EXPECT_EQ(findings(9'500), "");
    EXPECT_EQ(findings(9'490), "finance_red");
    EXPECT_EQ(findings(8'000), "finance_red");
    EXPECT_EQ(findings(7'999), "finance_red finance_yellow");
}

TEST(TableChecks, NameWhatDoesNotAddUp)
{
    EvaluationInput input;
    input.execution = execution(150'000'000, 125'250'000);
    input.indicators = {row("甲", "≥1个", "1", "40"), row("甲", "≤30万元", "30万元", "30", "效益指标"),
                        row("乙", "≤300000元", "300000", "11", "满意度指标"), row("维护费", "150万", "150万", "9")};
    input.indicators[3].level2 = "成本指标";
    input.published_total = base::Decimal::whole(98);
    const std::string found = rules_in(evaluate(rules("national-2020"), input).findings);
    EXPECT_EQ(
        found,
        "level1_weight level1_weight duplicate_indicator mixed_money_units cost_differs total_differs finance_red");
    input.indicators[0].weight = base::Decimal::whole(41);
    EXPECT_TRUE(has_rule(evaluate(rules("national-2020"), input).findings, "weights_total"));
}

TEST(TableChecks, FollowTheLayoutWithACostIndicator)
{
    EvaluationInput input;
    input.indicators = {row("甲", "≥1", "1", "20", "成本指标"), row("乙", "≥1", "1", "40"),
                        row("丙", "≥1", "1", "20", "效益指标"), row("丁", "≥1", "1", "10", "满意度指标")};
    EXPECT_EQ(rules_in(evaluate(rules("national-2021"), input).findings), "execution_missing");
    EXPECT_TRUE(has_rule(evaluate(rules("national-2020"), input).findings, "level1_weight"));
}

TEST(Aggregate, SumsWhatIsAbsoluteAndWeighsWhatIsRelative)
{
    using base::Ratio;
    const auto yuan = [](std::int64_t amount) { return base::Money::from_fen(amount * 100); };
    EXPECT_EQ(*aggregate({{Ratio::whole(6), "个", yuan(1)}, {Ratio::whole(4), "个", yuan(9)}}), Ratio::whole(10));
    EXPECT_EQ(*aggregate({{Ratio::whole(90), "%", yuan(1)}, {Ratio::whole(100), "%", yuan(2)}}),
              Ratio::reduced(290, 3));
    EXPECT_FALSE(aggregate({{Ratio::whole(90), "%", yuan(0)}, {Ratio::whole(100), "%", yuan(0)}}));
    EXPECT_FALSE(aggregate({{Ratio::whole(90), "%", yuan(1)}, {Ratio::whole(1), "个", yuan(1)}}));
    EXPECT_FALSE(aggregate({}));
}

}  // namespace
}  // namespace indicators
