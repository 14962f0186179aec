// SPDX-License-Identifier: Apache-2.0
// L10: the score for execution is the rate times the weight (财预〔2020〕10号 and the forms after it), never above the
// weight. Full marks from 95 per cent on are a step that some rule sets have: a warning.
#include <algorithm>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/scores.h"

namespace check {

namespace {

const base::Ratio hundred = base::Ratio::whole(100);

void judge(const Material& material, const Claim& weight, const Claim& rate, const Claim& score, Found& findings)
{
    if (rate.value > base::Decimal::whole(100) || weight.value > base::Decimal::whole(30) || weight.value.is_zero())
        return;
    const base::Ratio full = base::Ratio::of(weight.value);
    const base::Ratio computed = full * base::Ratio::of(rate.value) / hundred;
    const base::Ratio given = base::Ratio::of(score.value);
    const base::Ratio off = computed > given ? computed - given : given - computed;
    if (off <= half_digit(score) + full * half_digit(rate) / hundred) return;
    const bool is_step = score.value == weight.value && rate.value >= base::Decimal::whole(95);
    findings.push_back({"L10",
                        "check.l10.execution",
                        is_step ? Severity::warning : Severity::error,
                        {{"rate", printed(rate)},
                         {"weight", weight.value.to_string()},
                         {"computed", computed.rounded(std::max(2, score.value.scale())).to_string()},
                         {"printed", score.value.to_string()}},
                        {place_with_label(material.text, score), place_with_label(material.text, rate),
                         place_with_label(material.text, weight)},
                        {printed(score), printed(rate), printed(weight)}});
}

bool is_rate(const Claim& claim)
{
    return claim.measure == Measure::per_cent && contains_any(claim.label, {"执行率"});
}

bool is_weight(const Claim& claim)
{
    return claim.measure == Measure::points &&
           contains_any(claim.label, {"执行率权重", "执行率满分", "执行率分值", "权重为", "满分",
                                      "分值设置为预算执行率", "执行率指标权重", "执行率指标分值", "执行率权重为"});
}

// All three in one paragraph, once each: which belongs to which is not guessed.
void judge_execution_prose(const Material& material, std::size_t block, Found& findings)
{
    const Claim* weight = nullptr;
    const Claim* rate = nullptr;
    const Claim* score = nullptr;
    for (const Claim& claim : material.of_block(block)) {
        if (!weight && is_weight(claim) && claim.label.find("执行率") != std::string::npos) {
            weight = &claim;
        } else if (weight && !rate && is_rate(claim)) {
            rate = &claim;
        } else if (rate && !score && claim.measure == Measure::points) {
            score = &claim;
        }
    }
    if (score && contains_any(score->label, {"得"}) &&
        !contains_any(score->label, {"产出", "效益", "满意", "总", "满分"}))
        judge(material, *weight, *rate, *score, findings);
}

void judge_execution_table(const Material& material, const Table& table, Found& findings)
{
    const std::size_t rates = column_of(table, {"执行率"}, {"得分", "权重"});
    const std::size_t weights = weight_column(table);
    const std::size_t scores = score_column(table);
    for (const TableRow& row : table.rows) {
        const Claim* const rate = figure_in(row, rates);
        const Claim* const weight = figure_in(row, weights);
        const Claim* const score = figure_in(row, scores);
        // A form's merged head may stand over other columns than its own: only what is printed as a rate is one.
        if (rate && rate->measure == Measure::per_cent && weight && score)
            judge(material, *weight, *rate, *score, findings);
    }
}

// 扣分, 每低…个百分点: the report follows steps, not the product.
bool says_steps(const ReportText& report)
{
    return std::any_of(report.blocks.begin(), report.blocks.end(), [](const Block& block) {
        return block.text.find("执行率") != std::string::npos &&
               contains_any(block.text, {"得满分", "计满分", "每低", "每降低", "不扣分", "扣完为止"});
    });
}

}  // namespace

void find_wrong_execution_scores(const Material& material, Found& findings)
{
    if (says_steps(material.text)) return;
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block)
        if (material.text.blocks[block].kind != Block::Kind::row) judge_execution_prose(material, block, findings);
    for (const Table& table : material.tables) judge_execution_table(material, table, findings);
}

}  // namespace check
