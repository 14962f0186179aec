// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <set>
#include <string>

#include "reports/documents/figures.h"
#include "reports/documents/parts.h"

namespace reports {

namespace {

std::string score_text(const IndicatorRow& row)
{
    return row.score ? "得" + row.score->to_string() + "分（权重" + row.weight.to_string() + "分）" : "未计算得分";
}

// What a document changed in the year.
std::string at_first(const IndicatorRow& row)
{
    if (!row.initial_target) return {};
    return row.initial_target->empty() ? "（年中新增）" : "（年初为" + *row.initial_target + "，年中调整）";
}

// How many answered, and of how many, where there is a fact of it (core/response.h).
std::string response_text(const YearReport& report, const IndicatorRow& row)
{
    if (!report.facts.contains(row.fact + ".answers")) return {};
    if (!report.facts.contains(row.fact + ".asked")) return "（有效回收问卷{" + row.fact + ".answers}）";
    return "（发放问卷{" + row.fact + ".asked}，有效回收{" + row.fact + ".answers}，回收率{" + row.fact +
           ".response}）";
}

// "承办各类会议次数目标值1930次，实际完成1930次，得8.00分（权重8.00）。"
void append_indicator(Blocks& blocks, const YearReport& report, const IndicatorRow& row)
{
    const Fact* const fact = find_fact(row.fact, report);
    const std::string actual = fact ? "{" + row.fact + "}" : row.actual;
    std::string sentence = row.name + "：目标值" + (row.target.empty() ? "未填写" : row.target) + at_first(row) +
                           "，实际完成" + (actual.empty() ? "{" + row.name + "实际完成值}" : actual) +
                           response_text(report, row) + "，" + score_text(row);
    if (!row.explanation.empty()) sentence += "，" + row.explanation;
    append_sentence(blocks, report, sentence + "。");
    if (!row.remark.empty()) append_sentence(blocks, report, row.name + "的说明：" + row.remark);
}

using Filter = std::function<bool(const IndicatorRow&)>;

void append_group(Blocks& blocks, const YearReport& report, const std::string& section, const Filter& belongs)
{
    append_section_heading(blocks, 3, section);
    std::set<std::string> named;
    bool any = false;
    for (const IndicatorRow& row : report.indicators) {
        if (!belongs(row)) continue;
        any = true;
        if (named.insert(row.level2).second && !row.level2.empty()) {
            document::Paragraph paragraph;
            paragraph.runs.push_back({.text = row.level2 + "方面", .bold = true});
            blocks.emplace_back(std::move(paragraph));
        }
        append_indicator(blocks, report, row);
    }
    if (!any) append_sentence(blocks, report, "本年度没有设置这类指标。");
    append_narrative(blocks, report, section, Need::optional);
}

bool is_cost(const IndicatorRow& row)
{
    return row.level1.find("成本") != std::string::npos || row.level2.find("成本") != std::string::npos;
}

document::Table supporting_table(const YearReport& report)
{
    document::Table table{"支撑数据", "支撑数据", {5, 3, 8}, 1, {}};
    table.rows.push_back({header_cell("名称"), header_cell("数值"), header_cell("定义")});
    for (const std::string& code : report.supporting) {
        const Fact* const fact = find_fact(code, report);
        table.rows.push_back(
            {text_cell(fact ? fact->title : code), figure_cell(code, report), text_cell(fact ? fact->definition : "")});
    }
    return table;
}

}  // namespace

void append_analysis(Blocks& blocks, const YearReport& report)
{
    const auto level1_has = [](const char* word) {
        return [word](const IndicatorRow& row) { return !is_cost(row) && row.level1.find(word) != std::string::npos; };
    };
    append_heading(blocks, 2, "绩效目标完成情况分析");
    append_group(blocks, report, "output", level1_has("产出"));
    append_group(blocks, report, "benefit", level1_has("效益"));
    append_group(blocks, report, "satisfaction", level1_has("满意度"));
    append_group(blocks, report, "cost", is_cost);
    if (!report.supporting.empty()) blocks.emplace_back(supporting_table(report));
    append_section_heading(blocks, 2, "next_year");
    append_narrative(blocks, report, "next_year", Need::required);
}

}  // namespace reports
