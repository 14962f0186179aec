// SPDX-License-Identifier: Apache-2.0
// L11: what the finance bureau's own system marks: indicators that score more than 5 per cent better than the money was
// spent, and more than a fifth of the budget unspent. The thresholds are practice, seen in a production system, not a
// regulation: notes, so that nobody is surprised.
#include <algorithm>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/scores.h"

namespace check {

namespace {

const base::Ratio gap_allowed = base::Ratio::reduced(5, 100);
const base::Decimal least_rate = base::Decimal::whole(80);
const base::Ratio full_marks = base::Ratio::whole(100);

// The scores of the report, in two heaps: the execution's and all others.
struct Sums {
    const Claim* execution_weight = nullptr;
    const Claim* execution_score = nullptr;
    base::Ratio weights = base::Ratio::whole(0);
    base::Ratio scores = base::Ratio::whole(0);

    void take(const Scored& scored, bool is_execution)
    {
        if (is_execution && !execution_weight) {
            execution_weight = scored.weight;
            execution_score = scored.score;
        } else if (!is_execution) {
            weights = weights + base::Ratio::of(scored.weight->value);
            scores = scores + base::Ratio::of(scored.score->value);
        }
    }
};

Sums sums_of_tables(const Material& material)
{
    Sums sums;
    for (const Table& table : material.tables) {
        const bool is_money = column_of(table, {"执行数", "执行额", "决算数"}) < table.titles.size();
        const std::size_t weights = weight_column(table);
        const std::size_t scores = score_column(table);
        for (const TableRow& row : table.rows) {
            const Claim* const weight = figure_in(row, weights);
            const Claim* const score = figure_in(row, scores);
            const bool is_sum = row.is_total || row.name.ends_with("小计") || row.is_among;
            if (!weight || !score || is_sum || weight->measure == Measure::per_cent) continue;
            sums.take({weight, score}, is_money || row.block->text.find("执行率") != std::string::npos);
        }
    }
    return sums;
}

Sums sums_of_prose(const Material& material)
{
    Sums sums;
    for (const Scored& scored : scores_in_prose(material)) {
        // 总分 is no part of itself.
        if (contains_any(scored.weight->label, {"总分", "综合"}) || contains_any(scored.score->label, {"总分", "综合"}))
            continue;
        sums.take(scored, scored.weight->label.find("执行率") != std::string::npos);
    }
    return sums;
}

// True where the scores are complete: the weights are 100 together.
bool judge_gap(const Material& material, const Sums& sums, Found& findings)
{
    if (!sums.execution_weight || sums.execution_weight->value.is_zero() ||
        base::Ratio::of(sums.execution_weight->value) + sums.weights != full_marks ||
        sums.scores <= base::Ratio::whole(0))
        return false;
    const base::Ratio indicators = sums.scores / sums.weights;
    const base::Ratio execution =
        base::Ratio::of(sums.execution_score->value) / base::Ratio::of(sums.execution_weight->value);
    if ((indicators - execution) / indicators <= gap_allowed) return true;
    const auto per_cent = [](base::Ratio share) { return (share * full_marks).rounded(2).to_string() + "%"; };
    findings.push_back({"L11",
                        "check.l11.gap",
                        Severity::note,
                        {{"indicators", per_cent(indicators)}, {"execution", per_cent(execution)}},
                        {place_with_label(material.text, *sums.execution_score)},
                        {printed(*sums.execution_score), printed(*sums.execution_weight)}});
    return true;
}

bool says_why(std::string_view text)
{
    return contains_any(text, {"原因", "由于", "因为", "主要是", "因", "未完工", "未结算", "结转"});
}

// 预算执行率68%, and nowhere near it a word about why.
void judge_unspent(const Material& material, Found& findings)
{
    for (const Claim& claim : material.claims) {
        const bool is_rate = claim.measure == Measure::per_cent && contains_any(claim.label, {"预算执行率"}) &&
                             !contains_any(claim.label, {"目标", "上年", "去年", "不低于", "低于", "月", "分值"}) &&
                             claim.sign.empty() && !claim.value.is_zero();
        const Block& block = material.text.blocks[claim.block];
        if (!is_rate || claim.value >= least_rate || block.kind == Block::Kind::row ||
            block.text.find("权重") != std::string::npos || says_why(block.text))
            continue;
        if (claim.block + 1 < material.text.blocks.size() && says_why(material.text.blocks[claim.block + 1].text))
            continue;
        findings.push_back({"L11",
                            "check.l11.unspent",
                            Severity::note,
                            {{"rate", printed(claim)}},
                            {place_with_label(material.text, claim)},
                            {printed(claim)}});
        return;
    }
}

}  // namespace

void find_finance_alarms(const Material& material, Found& findings)
{
    if (!judge_gap(material, sums_of_tables(material), findings))
        judge_gap(material, sums_of_prose(material), findings);
    judge_unspent(material, findings);
}

}  // namespace check
