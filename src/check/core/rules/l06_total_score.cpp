// SPDX-License-Identifier: Apache-2.0
// L06: the scores named do not give the total score.
#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/scores.h"

namespace check {

namespace {

using Figures = std::vector<const Claim*>;

// Scores are printed as they were given, unless their two decimals show that they were computed and rounded.
base::Ratio allowance(const Figures& parts, const Claim& total)
{
    int scale = total.value.scale();
    for (const Claim* const part : parts) scale = std::max(scale, part->value.scale());
    if (scale < 2) return base::Ratio::whole(0);
    return base::Ratio::reduced(1, 200) * base::Ratio::whole(static_cast<std::int64_t>(parts.size()) + 1);
}

void judge_total(const Material& material, const Claim& total, const Figures& parts, Found& findings)
{
    const base::Ratio sum = sum_of(parts);
    const base::Ratio printed_total = exact(total);
    const base::Ratio off = sum > printed_total ? sum - printed_total : printed_total - sum;
    if (off <= allowance(parts, total)) return;
    std::string written;
    Finding finding{"L06", "check.l06.total", Severity::error, {}, {place_with_label(material.text, total)}};
    finding.numbers.push_back(printed(total));
    for (const Claim* const part : parts) {
        written += (written.empty() ? "" : "+") + part->value.to_string();
        finding.places.push_back(place_with_label(material.text, *part));
        finding.numbers.push_back(printed(*part));
    }
    finding.args = {{"sum", written}, {"computed", shown_in_unit_of(total, sum)}, {"printed", printed(total)}};
    findings.push_back(std::move(finding));
}

bool is_total_score(const Claim& claim)
{
    return claim.measure == Measure::points &&
           contains_any(claim.label, {"总分", "总得分", "综合得分", "自评得分", "评价得分", "合计得分", "最终得分"}) &&
           !contains_any(claim.label, {"满分", "指标得分", "指标自评得分", "执行率"});
}

bool is_score_of_a_part(const Claim& claim)
{
    return claim.measure == Measure::points && contains_any(claim.label, {"得"}) &&
           contains_any(claim.label,
                        {"执行率", "执行", "产出", "效益", "满意度", "成本", "投入", "过程", "效果", "决策", "管理"}) &&
           !contains_any(claim.label, {"满分", "分值", "权重"});
}

// In one paragraph, with the execution's score and the satisfaction's: all four parts of a form.
void judge_total_in_prose(const Material& material, std::size_t block, Found& findings)
{
    const Claim* total = nullptr;
    Figures parts;
    bool has_first = false;
    bool has_last = false;
    for (const Claim& claim : material.of_block(block)) {
        if (is_total_score(claim)) {
            if (total) return;
            total = &claim;
        } else if (is_score_of_a_part(claim)) {
            parts.push_back(&claim);
            has_first = has_first || contains_any(claim.label, {"执行", "决策", "投入"});
            has_last = has_last || contains_any(claim.label, {"满意度", "效果", "效益"});
        }
    }
    if (!total || parts.size() < 3) return;
    // Where a part may be left out, only more than the total is a contradiction.
    if (has_first && has_last && parts.size() >= 4)
        judge_total(material, *total, parts, findings);
    else if (sum_of(parts) > exact(*total) + allowance(parts, *total))
        judge_total(material, *total, parts, findings);
}

void judge_total_in_table(const Material& material, const std::vector<Table>& tables, std::size_t index,
                          Found& findings)
{
    const Table& table = tables[index];
    const std::size_t column = score_column(table);
    Figures parts;
    const Claim* total = nullptr;
    bool has_subtotals = false;
    for (const TableRow& row : table.rows) {
        const Claim* const score = figure_in(row, column);
        has_subtotals = has_subtotals || row.block->text.find("小计") != std::string::npos;
        if (!score) continue;
        if (row.is_total)
            total = score;
        else
            parts.push_back(score);
    }
    if (!total || parts.size() < 2 || has_subtotals) return;
    // The total may hold the points of the execution rate, which stand in the form's table of money.
    const base::Ratio rest = exact(*total) - sum_of(parts);
    if (rest > base::Ratio::whole(0) && is_in_money_before(tables, index, rest)) return;
    judge_total(material, *total, parts, findings);
}

}  // namespace

void find_wrong_total_scores(const Material& material, Found& findings)
{
    const std::vector<Table>& tables = material.tables;
    for (std::size_t i = 0; i < tables.size(); ++i) judge_total_in_table(material, tables, i, findings);
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block)
        if (material.text.blocks[block].kind != Block::Kind::row) judge_total_in_prose(material, block, findings);
}

}  // namespace check
