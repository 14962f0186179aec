// SPDX-License-Identifier: Apache-2.0
#include "indicators/cli/form_table.h"

#include <gtest/gtest.h>

#include "indicators/rule_sets.h"
#include "indicators/tests/form_reading.h"

namespace indicators {
namespace {

Form form_of(const std::string& csv)
{
    return read_form(sheet_of_csv(csv)).value();
}

std::string refusal_of(const std::string& csv)
{
    const auto form = read_form(sheet_of_csv(csv));
    return form ? "read" : form.error().code;
}

TEST(ReadForm, FindsTheHeaderUnderTitlesAndFillsLevelsDown)
{
    const Form form = form_of(
        "××单位整体绩效自评表,,,,\n填报日期：2025年1月,,,,\n一级指标,二级指标,三级指标,年初目标值（A）,"
        "实际完成值（B）\n"
        "产出指标,数量指标,面积,5,5\n,,次数,6,6\n,质量指标,达标率,90%,95%\n效益指标,社会效益指标,事故,0起,0起\n");
    ASSERT_EQ(form.rows.size(), 4U);
    EXPECT_EQ(form.rows[1].level1, "产出指标");
    EXPECT_EQ(form.rows[1].level2, "数量指标");
    EXPECT_EQ(form.rows[2].level2, "质量指标");
    EXPECT_EQ(form.rows[3].level1, "效益指标");
    EXPECT_EQ(form.rows[2].target.place, "form.csv!D6");
    EXPECT_EQ(form.rows[2].actual.text, "95%");
}

TEST(ReadForm, DoesNotCarryALevelIntoTheNextBranch)
{
    const Form form = form_of("一级指标,二级指标,三级指标,目标值\n产出指标,数量指标,甲,1\n效益指标,,乙,1\n");
    EXPECT_EQ(form.rows[1].level2, "");
}

TEST(ReadForm, ReadsAHeaderOfTwoRows)
{
    const Form form = form_of(
        "绩效指标,,,指标值,,得分,偏差原因分析及改进措施\n一级指标,二级指标,三级指标,年度指标值,全年完成值,,\n产出指标,"
        "数量指标,甲,1,2,10,无\n");
    ASSERT_EQ(form.rows.size(), 1U);
    EXPECT_EQ(form.rows[0].target.text, "1");
    EXPECT_EQ(form.rows[0].actual.text, "2");
    EXPECT_EQ(form.rows[0].published.text, "10");
    EXPECT_EQ(form.rows[0].reason.text, "无");
}

TEST(ReadForm, LeavesOutSumsAndNotes)
{
    const Form form = form_of(
        "一级指标,二级指标,三级指标,目标值,实际完成值,分值,得分\n产出指标,数量指标,甲,1,1,40,40\n小计,,,,,40,"
        "40\n效益指标,,乙,1,1,40,39\n"
        "总分,,,,,100,97.5\n\n偏差大或目标未完成原因分析,说明文字,,,,,\n备注：,,丙,,,,\n");
    ASSERT_EQ(form.rows.size(), 2U);
    EXPECT_EQ(form.total.text, "97.5");
    EXPECT_EQ(form.total.place, "form.csv!G5");
}

TEST(ReadForm, TakesTheExecutionRowApart)
{
    const Form form = form_of(
        "一级指标,二级指标,三级指标,目标值,实际完成值,分值,得分\n预算执行率(10分),,,100%,86.19%,10,8.62\n产出指标,"
        "数量指标,甲,1,1,90,90\n");
    ASSERT_EQ(form.rows.size(), 1U);
    ASSERT_TRUE(form.execution);
    const ScoredForm scored = score_form(load_rule_set("national-2020").value(), form, {});
    EXPECT_EQ(scored.input.execution.published_score, base::Decimal(862, 2));
    EXPECT_EQ(scored.input.execution.published_rate, base::Decimal(8619, 2));
    EXPECT_FALSE(scored.evaluation.total);
}

TEST(ReadForm, KeepsAnIndicatorThatIsOnlyNamedSo)
{
    const Form form =
        form_of("一级指标,二级指标,三级指标,目标值,实际完成值\n产出指标,数量指标,预算执行率,100%,83.5%\n,,甲,1,1\n");
    EXPECT_EQ(form.rows.size(), 2U);
    EXPECT_FALSE(form.execution);
}

TEST(ReadForm, TakesAmountsFromTheBlockOverTheTable)
{
    const Form form = form_of(
        "预算执行情况（万元）,,年初预算数,全年预算数（A）,全年执行数（B）,执行率（B/"
        "A）,得分\n年度资金总额,,2364.55,3720.27,3400.68,91.41%,18.28\n"
        "一级指标,二级指标,三级指标,目标值,实际完成值,权重,得分\n产出指标,数量指标,甲,1,1,80,80\n");
    const ScoredForm scored = score_form(load_rule_set("hubei-2020").value(), form, {});
    EXPECT_EQ(scored.evaluation.total, base::Decimal(9828, 2));
    EXPECT_FALSE(has_rule(scored.evaluation.findings, "execution_rate_differs"));
}

TEST(ReadForm, PrefersTheAdjustedTarget)
{
    const Form form = form_of(
        "一级指标,二级指标,三级指标,年初值,调整后指标值,全年完成值,得分系数（%）\n产出,数量,甲,1,2,2,95%\n产出,数量,乙,"
        "3,,3,100%\n");
    EXPECT_EQ(form.rows[0].target.text, "2");
    EXPECT_EQ(form.rows[1].target.text, "3");
    EXPECT_EQ(form.rows[0].coefficient.text, "95%");
}

TEST(ReadForm, RefusesWhatIsNoForm)
{
    EXPECT_EQ(refusal_of("会议编号,会议日期\n1,2024-01-01\n"), "indicators.form.header_missing");
    EXPECT_EQ(refusal_of("三级指标,权重\n甲,1\n"), "indicators.form.header_missing");
    EXPECT_EQ(refusal_of("一级指标,二级指标,三级指标,目标值\n"), "indicators.form.empty");
}

TEST(ReadForm, PrintsPercentagesAsPeopleSeeThem)
{
    using spreadsheet::CellKind;
    EXPECT_EQ(printed({CellKind::number, "0.98", true}), "98%");
    EXPECT_EQ(printed({CellKind::number, "0.9141", true}), "91.41%");
    EXPECT_EQ(printed({CellKind::number, "1", true}), "100%");
    EXPECT_EQ(printed({CellKind::number, "0.5", true}), "50%");
    EXPECT_EQ(printed({CellKind::number, "0.98", false}), "0.98");
}

TEST(FillWeights, TakesThemByName)
{
    Form form = form_of("三级指标,目标值,实际完成值\n“三公”经费,1,1\n乙,1,1\n");
    const auto weights = read_weights(sheet_of_csv("三级指标,权重\n三公经费,30\n丁,5\n合计,35\n")).value();
    const Findings findings = fill_weights(form, weights);
    EXPECT_EQ(form.rows[0].weight.text, "30");
    EXPECT_EQ(form.rows[1].weight.text, "");
    EXPECT_EQ(rules_in(findings), "weight_without_row");
}

TEST(FillWeights, LeavesTheFormsOwnWeightAlone)
{
    Form form = form_of("三级指标,目标值,实际完成值,权重\n甲,1,1,20\n乙,1,1,30.0\n");
    const Findings findings = fill_weights(form, {{"甲", "30"}, {"乙", "30"}});
    EXPECT_EQ(form.rows[0].weight.text, "20");
    EXPECT_EQ(rules_in(findings), "weight_file_differs");
}

TEST(ScoreForm, UsesTheBureausOwnTables)
{
    const Form form = form_of(
        "一级指标,二级指标,三级指标,目标值,实际完成值,分值\n过程,预算执行,预算调整率,,12%,3\n投入,预算配置,"
        "三公经费变动率,≤0,-2%,5\n");
    const ScoredForm scored = score_form(load_rule_set("hunan-2019").value(), form, {});
    EXPECT_EQ(scored.evaluation.rows[0].score, base::Decimal(100, 2));
    EXPECT_EQ(scored.evaluation.rows[1].score, base::Decimal(500, 2));
}

TEST(ScoreForm, SaysWhatItCouldNotRead)
{
    const Form form = form_of("三级指标,目标值,实际完成值,权重,得分\n甲,1,1,很多,10\n乙,1,1,10,十分\n");
    const ScoredForm scored = score_form(load_rule_set("hubei-2020").value(), form, {});
    EXPECT_EQ(rules_in(scored.evaluation.rows[0].findings), "weight_unreadable weight_missing");
    EXPECT_EQ(rules_in(scored.evaluation.rows[1].findings), "published_unreadable");
    EXPECT_EQ(scored.evaluation.rows[1].findings[0].places, std::vector<std::string>{"form.csv!E3"});
}

}  // namespace
}  // namespace indicators
