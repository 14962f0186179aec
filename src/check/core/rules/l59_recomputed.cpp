// SPDX-License-Identifier: Apache-2.0
// L59: the score of an indicator beside its target, its result and its weight: the weight times result over target
// (target over result where less is better), never above the weight. Points lost though the target was met, and no
// reason beside them: a warning. Another number of points for a missed target: a warning where the report names this
// formula, else a note, as rule sets have steps.
#include <algorithm>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/scores.h"

namespace check {

namespace {

const base::Ratio far_above = base::Ratio::reduced(13, 10);  // points may be cut for a target that was too low

base::Ratio computed_for(const Aimed& aimed, const Claim& weight)
{
    const base::Ratio target = exact(*aimed.target);
    const base::Ratio actual = exact(*aimed.actual);
    const base::Ratio full = base::Ratio::of(weight.value);
    const base::Ratio share = is_less_better(aimed) ? target / actual : actual / target;
    return std::min(full, full * share);
}

void report(const Material& material, const char* code, Severity severity, const Aimed& aimed, const Scored& scored,
            base::Ratio computed, Found& findings)
{
    findings.push_back(
        {"L59",
         code,
         severity,
         {{"target", aimed.sign + printed(*aimed.target)},
          {"actual", printed(*aimed.actual)},
          {"weight", scored.weight->value.to_string()},
          {"computed", computed.rounded(2).without_trailing_zeros().to_string()},
          {"printed", scored.score->value.to_string()}},
         {place_of(material.text, *scored.score), place_of(material.text, *aimed.actual),
          place_of(material.text, *aimed.target), place_of(material.text, *scored.weight)},
         {printed(*scored.score), printed(*aimed.actual), printed(*aimed.target), printed(*scored.weight)}});
}

bool has_reason(const Aimed& aimed)
{
    for (std::size_t i = 0; i < aimed.table->titles.size(); ++i)
        if (contains_any(aimed.table->titles[i], {"原因", "备注", "说明", "措施", "扣分"}) &&
            aimed.row->words.contains(i))
            return true;
    return false;
}

void judge(const Material& material, const Aimed& aimed, const Scored& scored, bool says_formula, Found& findings)
{
    const Claim& score = *scored.score;
    const Claim& weight = *scored.weight;
    const base::Ratio zero = base::Ratio::whole(0);
    const bool can_be_computed = exact(*aimed.target) > zero && exact(*aimed.actual) > zero &&
                                 exact(*aimed.actual) < exact(*aimed.target) * far_above;
    if (!can_be_computed || weight.value.is_zero() || score.value > weight.value ||
        contains_any(aimed.row->block->text, {"执行率", "扣"}))
        return;
    const base::Ratio computed = computed_for(aimed, weight);
    if (!is_unmet(aimed)) {
        if (score.value < weight.value && !has_reason(aimed))
            report(material, "check.l59.lost", Severity::warning, aimed, scored, base::Ratio::of(weight.value),
                   findings);
        return;
    }
    // Full marks for a missed target are L09's matter.
    const base::Ratio given = base::Ratio::of(score.value);
    const base::Ratio off = given > computed ? given - computed : computed - given;
    if (score.value == weight.value || off <= half_digit(score)) return;
    report(material, "check.l59.formula", says_formula ? Severity::warning : Severity::note, aimed, scored, computed,
           findings);
}

bool names_formula(const Block& block)
{
    return contains_any(block.text, {"实际完成值/年度指标值", "实际完成值/指标值", "实际完成值/目标值", "完成值/目标值",
                                     "实际完成值÷", "完成值÷", "按完成比例", "按比例计分", "按完成比率", "B/A"}) &&
           contains_any(block.text, {"得分", "计分", "记分"});
}

bool names_steps(const Block& block)
{
    return contains_any(block.text, {"每低", "每降低", "每少", "扣完为止", "分档", "不得分"});
}

}  // namespace

void find_other_scores(const Material& material, Found& findings)
{
    const std::vector<Block>& blocks = material.text.blocks;
    if (std::any_of(blocks.begin(), blocks.end(), names_steps)) return;
    const bool says_formula = std::any_of(blocks.begin(), blocks.end(), names_formula);
    for (const Table& table : material.tables) {
        const std::vector<Scored> scores = scores_in_table(table);
        if (scores.empty()) continue;
        for (const Aimed& aimed : aimed_in_table(table))
            if (const Scored* const scored = scored_in(scores, aimed.actual->block))
                judge(material, aimed, *scored, says_formula, findings);
    }
}

}  // namespace check
