// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "reports/documents/figures.h"
#include "reports/documents/parts.h"

namespace reports {

namespace {

// A text that people wrote, as a sentence.
std::string closed(std::string text)
{
    for (const char* const end : {"。", "！", "？", "；"})
        if (text.ends_with(end)) return text;
    return text + "。";
}

std::string names_of(const std::vector<const Goal*>& goals)
{
    std::string text;
    for (const Goal* const goal : goals) text += (text.empty() ? "" : "；") + goal->text;
    return text;
}

void append_score(Blocks& blocks, const YearReport& report)
{
    append_heading(blocks, 2, "自评得分");
    const std::string grade = report.grade.empty() ? "" : "，等级为“" + report.grade + "”";
    append_sentence(
        blocks, report,
        "按“" + report.rule_set + "”计算，" + std::to_string(report.year) +
            "年度整体绩效自评得分为{score.total}，其中预算执行得{score.execution}，绩效指标得{score.indicators}" +
            grade + "。");
    append_narrative(blocks, report, "conclusion", Need::optional);
}

void append_execution(Blocks& blocks, const YearReport& report)
{
    append_heading(blocks, 2, "预算执行情况");
    append_sentence(blocks, report,
                    "年初预算{budget.whole.initial}，年中增减{budget.whole.changes}，调整后预算{budget.whole.adjusted}"
                    "；全年执行{budget.whole.executed}，"
                    "预算执行率{budget.whole.rate}。");
    append_sentence(
        blocks, report,
        "其中：基本支出预算{budget.basic.adjusted}，执行{budget.basic.executed}，预算执行率{budget.basic.rate}；"
        "项目支出预算{budget.project.adjusted}，执行{budget.project.executed}，预算执行率{budget.project.rate}。");
}

void append_goals(Blocks& blocks, const YearReport& report)
{
    std::vector<const Goal*> met;
    std::vector<const Goal*> unmet;
    for (const Goal& goal : report.goals) (goal.met ? met : unmet).push_back(&goal);
    const std::string count = std::to_string(report.goals.size());
    append_heading(blocks, 2, "已完成的绩效目标");
    std::string sentence = "全年设置绩效目标" + count + "个、绩效指标" + std::to_string(report.indicators.size()) +
                           "个，完成绩效目标" + std::to_string(met.size()) + "个";
    append_sentence(blocks, report, met.empty() ? sentence + "。" : sentence + "：" + names_of(met) + "。");
    append_heading(blocks, 2, "未完成的绩效目标");
    if (unmet.empty()) {
        append_sentence(blocks, report, "没有未完成的绩效目标。");
        return;
    }
    append_sentence(blocks, report,
                    "未完成的绩效目标" + std::to_string(unmet.size()) + "个：" + names_of(unmet) + "。");
}

// Budget lines are no goals: a slow line stands under its own heading (a real report mixed the two).
void append_slow_lines(Blocks& blocks, const YearReport& report)
{
    append_heading(blocks, 2, "执行进度偏低的预算项目");
    bool any = false;
    for (const BudgetRow& row : report.budget) {
        const Fact* const rate = find_fact(row.fact_prefix + ".rate", report);
        const bool slow = !row.summary && rate && rate->value && row.executed.fen() * 10 < row.adjusted.fen() * 9;
        if (!slow) continue;
        any = true;
        append_sentence(blocks, report,
                        "“" + row.name + "”预算{" + row.fact_prefix + ".adjusted}，执行{" + row.fact_prefix +
                            ".executed}，预算执行率{" + row.fact_prefix + ".rate}。");
    }
    if (!any) append_sentence(blocks, report, "没有执行率低于90%的预算项目。");
}

void append_problem_list(Blocks& blocks, const YearReport& report)
{
    append_section_heading(blocks, 2, "problems");
    bool any = report.narrative.contains("problems");
    for (const UnpaidService& service : report.unpaid) {
        any = true;
        append_sentence(blocks, report,
                        "“" + service.line + "”按全年" + std::to_string(service.months_due) +
                            "个月安排服务费，实际支付{" + service.fact + "}，" + service.unpaid_months +
                            "的服务费尚未支付，预算执行率因此偏低。");
    }
    for (const IndicatorRow& row : report.indicators) {
        if (row.score && *row.score >= row.weight) continue;
        any = true;
        const std::string reason = row.reason.empty() ? "{偏差原因：" + row.name + "}" : row.reason;
        append_sentence(blocks, report, "“" + row.name + "”未得满分：" + row.explanation + "。原因：" + closed(reason));
    }
    append_narrative(blocks, report, "problems", Need::optional);
    if (!any) append_sentence(blocks, report, "记录中没有发现未完成的指标和未支付的服务费。");
}

}  // namespace

void append_conclusion(Blocks& blocks, const YearReport& report)
{
    append_score(blocks, report);
    append_execution(blocks, report);
    append_goals(blocks, report);
    append_slow_lines(blocks, report);
}

void append_problems(Blocks& blocks, const YearReport& report)
{
    append_problem_list(blocks, report);
    append_section_heading(blocks, 2, "measures");
    const auto with_measure = [](const IndicatorRow& row) { return !row.measure.empty(); };
    const bool any = std::any_of(report.indicators.begin(), report.indicators.end(), with_measure);
    for (const UnpaidService& service : report.unpaid)
        append_sentence(blocks, report,
                        "针对“" + service.line + "”：按合同约定的服务期办理" + service.unpaid_months +
                            "服务费的结算，并按月核对服务期与支付记录。");
    for (const IndicatorRow& row : report.indicators)
        if (with_measure(row)) append_sentence(blocks, report, "针对“" + row.name + "”：" + closed(row.measure));
    append_narrative(blocks, report, "measures", any || !report.unpaid.empty() ? Need::optional : Need::required);
}

}  // namespace reports
