// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/outcome.h"

#include <algorithm>
#include <array>

namespace indicators {

namespace {

// Findings that say: what is printed cannot all be true. Everything else is about how it is written.
bool contradicts(const std::string& rule)
{
    constexpr std::array<std::string_view, 13> rules{"score_differs",
                                                     "published_rounded",
                                                     "published_above_weight",
                                                     "published_outside_band",
                                                     "execution_rate_differs",
                                                     "execution_score_differs",
                                                     "execution_score_rounded",
                                                     "execution_weight_differs",
                                                     "published_sum_differs",
                                                     "total_differs",
                                                     "cost_differs",
                                                     "level1_weights_differ",
                                                     "grade_differs"};
    return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

void collect(const Findings& findings, std::vector<std::string>& reasons)
{
    for (const Finding& finding : findings)
        if (contradicts(finding.rule) && std::find(reasons.begin(), reasons.end(), finding.rule) == reasons.end())
            reasons.push_back(finding.rule);
}

// What is missing, the first of: weights, actual values, budget, published scores.
std::string missing_part(const RuleSet& rules, const EvaluationInput& input, const Evaluation& evaluation)
{
    const auto any_row = [&](auto reason) {
        return std::any_of(evaluation.rows.begin(), evaluation.rows.end(),
                           [&](const RowScore& row) { return row.reason == reason; });
    };
    const auto& rows = input.indicators;
    if (rows.empty() || any_row(Reason::weight_missing)) return "no_weight";
    if (any_row(Reason::no_data) || any_row(Reason::target_missing) || any_row(Reason::not_computed))
        return "no_actual";
    const bool published =
        input.published_total || input.execution.published_score ||
        std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.published.has_value(); });
    if (!published) return "no_score";
    return rules.execution && !evaluation.execution.score ? "no_budget" : "";
}

}  // namespace

Outcome outcome(const RuleSet& rules, const EvaluationInput& input, const Evaluation& evaluation)
{
    Outcome result;
    collect(evaluation.findings, result.reasons);
    for (const RowScore& row : evaluation.rows) collect(row.findings, result.reasons);
    if (!result.reasons.empty()) {
        result.kind = OutcomeKind::differs;
        return result;
    }
    if (const std::string missing = missing_part(rules, input, evaluation); !missing.empty()) {
        result.kind = OutcomeKind::not_computable;
        result.reasons.push_back(missing);
    }
    return result;
}

const char* to_string(OutcomeKind kind)
{
    switch (kind) {
        case OutcomeKind::reproduced: return "reproduced";
        case OutcomeKind::differs: return "differs";
        case OutcomeKind::not_computable: return "not_computable";
    }
    return "";
}

}  // namespace indicators
