// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/evaluate.h"

#include <algorithm>

#include "indicators/core/checks.h"

namespace indicators {

namespace {

using base::Decimal;
using base::Ratio;

// The points of rows, exact: decimals as long as rows are rounded, fractions where they are not or goals have shares.
class Points {
public:
    explicit Points(const RuleSet& rules) : rows_rounded_{rules.rounding.row.has_value()} {}

    void add(const RowScore& row)
    {
        if (rows_rounded_)
            decimal_ = decimal_ + *row.score;
        else
            exact_ = exact_ + Ratio::reduced(row.numerator, row.denominator);
    }

    bool is_decimal() const { return rows_rounded_; }
    Decimal decimal() const { return decimal_; }
    Ratio exact() const { return rows_rounded_ ? Ratio::of(decimal_) : exact_; }

private:
    bool rows_rounded_;
    Decimal decimal_{0, 2};
    Ratio exact_ = Ratio::whole(0);
};

Decimal sum_of_weights(const EvaluationInput& input)
{
    Decimal sum;
    for (const EvaluatedInput& indicator : input.indicators)
        if (indicator.weight) sum = sum + *indicator.weight;
    return sum;
}

bool shares_count(const RuleSet& rules, const EvaluationInput& input)
{
    return !input.goals.empty() && sum_of_weights(input) != rules.weights.total;
}

// Goal score × share, over all goals.
Ratio weighted_by_goals(const RuleSet& rules, const EvaluationInput& input, const std::vector<RowScore>& rows)
{
    Ratio sum = Ratio::whole(0);
    for (std::size_t goal = 0; goal < input.goals.size(); ++goal) {
        Points points{rules};
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (input.indicators[i].goal == goal && rows[i].score) points.add(rows[i]);
        sum = sum + points.exact() * Ratio{input.goals[goal].percent, Decimal::whole(100)};
    }
    return sum;
}

// What the rest is multiplied by when indicators that do not apply are left out: full marks over the marks left.
std::optional<Ratio> rescaling(const RuleSet& rules, const EvaluationInput& input, const std::vector<RowScore>& rows)
{
    Decimal left_out;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].reason == Reason::not_applicable && !rows[i].score)
            left_out = left_out + *input.indicators[i].weight;
    const Decimal full = full_marks(rules);
    if (left_out.is_zero() || left_out >= full) return std::nullopt;
    return Ratio{full, full - left_out};
}

bool all_rows_known(const std::vector<RowScore>& rows)
{
    return std::all_of(rows.begin(), rows.end(),
                       [](const RowScore& row) { return row.score || row.reason == Reason::not_applicable; });
}

void add_total(const RuleSet& rules, const EvaluationInput& input, Evaluation& result)
{
    Points points{rules};
    for (const RowScore& row : result.rows)
        if (row.score) points.add(row);
    const bool by_goals = shares_count(rules, input);
    const bool plain = points.is_decimal() && !by_goals;
    const Ratio indicators =
        plain ? Ratio::whole(0) : (by_goals ? weighted_by_goals(rules, input, result.rows) : points.exact());
    result.indicators_total = plain ? points.decimal() : indicators.rounded(2);

    const bool execution_known = !rules.execution || result.execution.score;
    if (!execution_known || !all_rows_known(result.rows) || result.rows.empty()) return;
    const bool execution_rounded = rules.rounding.execution.has_value();
    const auto factor = rescaling(rules, input, result.rows);
    if (plain && execution_rounded && !factor) {
        const Decimal execution = result.execution.score.value_or(Decimal{0, 2});
        result.total = (points.decimal() + execution).rounded(rules.rounding.total).rounded(2);
        return;
    }
    const Ratio execution =
        execution_rounded ? Ratio::of(result.execution.score.value_or(Decimal{0, 2})) : result.execution.exact;
    const Ratio sum = (plain ? points.exact() : indicators) + execution;
    result.total = (factor ? sum * *factor : sum).rounded(rules.rounding.total).rounded(2);
}

}  // namespace

Evaluation evaluate(const RuleSet& rules, const EvaluationInput& input)
{
    Evaluation result;
    result.execution = score_execution(rules, input.execution);
    result.rows.reserve(input.indicators.size());
    for (const EvaluatedInput& indicator : input.indicators) result.rows.push_back(score_row(rules, indicator));
    add_total(rules, input, result);
    if (result.total) result.grade = grade_of(rules, *result.total);
    result.findings = std::move(result.execution.findings);
    result.execution.findings.clear();
    add_findings_of_the_whole(rules, input, result);
    return result;
}

}  // namespace indicators
