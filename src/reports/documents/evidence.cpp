// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "reports/documents/figures.h"
#include "reports/documents/parts.h"

namespace reports {

namespace {

document::Table evidence_table(const YearReport& report)
{
    document::Table table{"佐证材料清单", "佐证材料", {3, 4, 7, 2}, 1, {}};
    table.rows.push_back({header_cell("指标"), header_cell("文件"), header_cell("SM3 摘要"), header_cell("字节数")});
    for (const EvidenceRow& row : report.evidence)
        table.rows.push_back({text_cell(row.indicator), text_cell(row.file), text_cell(row.digest),
                              number_cell(std::to_string(row.bytes), std::to_string(row.bytes), "0")});
    return table;
}

document::Table revision_table(const YearReport& report)
{
    document::Table table{"绩效指标年中调整对照表", "指标调整", {4, 4, 4, 4, 3, 3, 4}, 1, {}};
    table.rows.push_back({header_cell("文号"), header_cell("日期"), header_cell("指标"), header_cell("调整项"),
                          header_cell("调整前"), header_cell("调整后"), header_cell("事由")});
    for (const RevisionRow& row : report.revisions)
        table.rows.push_back({text_cell(row.document), text_cell(row.date), text_cell(row.indicator),
                              text_cell(row.item), text_cell(row.before), text_cell(row.after), text_cell(row.reason)});
    return table;
}

void append_goal_list(Blocks& blocks, const YearReport& report)
{
    append_section_heading(blocks, 2, "goals");
    append_sentence(blocks, report,
                    std::to_string(report.year) + "年度设置绩效目标" + std::to_string(report.goals.size()) +
                        "个，对应绩效指标" + std::to_string(report.indicators.size()) + "个：");
    for (const Goal& goal : report.goals) {
        document::Paragraph paragraph{{}, document::ParagraphStyle::list};
        paragraph.runs.push_back({.text = "目标" + std::to_string(goal.number) + "：" + goal.text + "（指标" +
                                          std::to_string(goal.indicators) + "个，" + (goal.met ? "已完成" : "未完成") +
                                          "）"});
        blocks.emplace_back(std::move(paragraph));
    }
    append_narrative(blocks, report, "goals", Need::optional);
    if (!report.revisions.empty()) blocks.emplace_back(revision_table(report));
}

}  // namespace

void append_evidence(Blocks& blocks, const YearReport& report)
{
    append_heading(blocks, 2, "部门支出基本情况");
    append_sentence(blocks, report,
                    "年初预算{budget.whole.initial}，年中增减{budget.whole.changes}，调整后预算{budget.whole.adjusted}"
                    "，全年执行{budget.whole.executed}，"
                    "预算执行率{budget.whole.rate}。各项目见附表。");
    append_goal_list(blocks, report);
    append_section_heading(blocks, 2, "process");
    append_sentence(blocks, report,
                    "本报告的数字由业务记录和支付记录逐条计算：先冻结事实（数值、单位、公式、期间、记录清单和SM3摘要）"
                    "，再按规则评分，"
                    "评价编号" +
                        report.run + "。评分依据：" + report.rule_source + "。");
    if (!report.signed_by.empty())
        append_sentence(blocks, report, "本次评价已由" + report.signed_by + "于" + report.signed_at + "签署。");
    append_narrative(blocks, report, "process", Need::optional);
    if (!report.evidence.empty()) blocks.emplace_back(evidence_table(report));
}

}  // namespace reports
