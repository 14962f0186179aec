// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "indicators/cli/evaluation_json.h"
#include "indicators/rule_sets.h"
#include "indicators/tests/form_reading.h"

namespace indicators {
namespace {

// A form as a clerk fills it, with our own weights.
constexpr const char* centre_form = R"(2024年度整体绩效自评表,,,,,,
一级指标,二级指标,三级指标,目标值,实际完成值,权重,得分
产出指标,数量指标,物业管理服务面积,81420m²,"81,420 平方米",5,5
,,食堂数量,6个,6个,5,5
,,承办会议次数,1930次,1930次,5,5
,质量指标,物业服务达标率,≥90%,95%,5,5
,,食堂服务质量达标率,≥90%,96%,5,5
,时效指标,维修时限,≤24小时,24小时内,5,5
,成本指标,控制测绘成本,有效控制,有效控制,10,10
效益指标,社会效益指标,食堂安全事故,0起,0起,10,10
,,会议正常开展,有效保障,有效保障,10,10
满意度指标,服务对象满意度指标,用餐人员满意度,≥90%,98%,20,20
合计,,,,,80,80
)";

ExecutionInput centre_execution()
{
    ExecutionInput execution;
    execution.adjusted = base::Money::from_fen(3'720'270'000);
    execution.executed = base::Money::from_fen(3'400'680'000);
    return execution;
}

std::string score_of(const ScoredForm& scored, std::size_t row)
{
    const auto& score = scored.evaluation.rows.at(row).score;
    return score ? score->to_string() : "none";
}

TEST(ScoreForm, GivesTheCentreItsPublishedTotal)
{
    const RuleSet rules = load_rule_set("hubei-2020").value();
    const Form form = read_form(sheet_of_csv(centre_form)).value();
    const ScoredForm scored = score_form(rules, form, centre_execution());
    ASSERT_EQ(scored.evaluation.rows.size(), 10U);
    for (std::size_t i = 0; i < 10; ++i)
        EXPECT_EQ(score_of(scored, i), scored.input.indicators[i].published->rounded(2).to_string());
    EXPECT_EQ(scored.evaluation.execution.score->to_string(), "18.28");
    EXPECT_EQ(scored.evaluation.indicators_total.to_string(), "80.00");
    EXPECT_EQ(scored.evaluation.total->to_string(), "98.28");
    EXPECT_FALSE(scored.evaluation.grade);
    EXPECT_TRUE(has_rule(scored.evaluation.findings, "finance_red"));
    EXPECT_FALSE(has_rule(scored.evaluation.findings, "finance_yellow"));
}

TEST(ScoreForm, WritesTheAgreedShape)
{
    const RuleSet rules = load_rule_set("hubei-2020").value();
    const Form form = read_form(sheet_of_csv(centre_form)).value();
    const ScoredForm scored = score_form(rules, form, centre_execution());
    const auto json = to_json(rules, form, scored, ::cli::Language::chinese);
    const auto keys = [](const boost::json::object& object) {
        std::string all;
        for (const auto& member : object) all += std::string{member.key()} + ' ';
        return all;
    };
    EXPECT_EQ(keys(json), "rule_set execution rows total grade findings ");
    EXPECT_EQ(boost::json::serialize(json.at("execution")), R"({"rate":"91.41%","score":"18.28","weight":"20"})");
    EXPECT_EQ(keys(json.at("rows").as_array()[0].as_object()),
              "name target actual weight score published difference findings ");
    EXPECT_EQ(json.at("rows").as_array()[0].at("actual").as_string(), "81,420 平方米");
    EXPECT_EQ(json.at("rows").as_array()[0].at("difference").as_string(), "0.00");
    EXPECT_EQ(keys(json.at("findings").as_array()[0].as_object()), "rule severity message places numbers ");
}

TEST(ScoreForm, LeavesOutTheExecutionPartWithoutABudget)
{
    const RuleSet rules = load_rule_set("hubei-2020").value();
    const Form form = read_form(sheet_of_csv(centre_form)).value();
    const ScoredForm scored = score_form(rules, form, {});
    const auto json = to_json(rules, form, scored, ::cli::Language::chinese);
    EXPECT_TRUE(json.at("execution").is_null());
    EXPECT_TRUE(json.at("total").is_null());
    EXPECT_EQ(json.at("indicators_total").as_string(), "80.00");
    EXPECT_TRUE(has_rule(scored.evaluation.findings, "execution_missing"));
}

}  // namespace
}  // namespace indicators
