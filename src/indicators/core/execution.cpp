// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/execution.h"

namespace indicators {

namespace {

using base::Decimal;
using base::Ratio;

Ratio points_for_rate(const ExecutionRule& rule, const Ratio& rate)
{
    if (rule.formula == ExecutionFormula::steps) {
        for (const ExecutionStep& step : rule.steps)
            if (rate >= Ratio::of(step.from)) return Ratio::of(step.points);
        return Ratio::whole(0);
    }
    const Ratio counted = rule.capped && rate > Ratio::whole(1) ? Ratio::whole(1) : rate;
    return Ratio::of(rule.weight) * counted;
}

Ratio rate_that_enters(const ExecutionRule& rule, const Ratio& rate)
{
    return rule.rate_decimals ? Ratio::of(rate.rounded(*rule.rate_decimals + 2)) : rate;
}

class Execution {
public:
    Execution(const RuleSet& rules, const ExecutionInput& input) : rules_{rules}, input_{input} {}

    ExecutionScore scored()
    {
        if (rules_.execution) result_.weight = rules_.execution->weight;
        compute();
        if (rules_.execution) compare_with_published();
        return std::move(result_);
    }

private:
    void find(const char* rule, Severity severity, base::ErrorArgs args = {}, std::vector<std::string> numbers = {})
    {
        Finding& finding =
            result_.findings.emplace_back(Finding{rule, severity, std::move(args), {}, std::move(numbers)});
        if (!input_.place.empty()) finding.places.push_back(input_.place);
    }

    void compute()
    {
        const bool initial_counts = rules_.execution && rules_.execution->budget == BudgetBase::initial;
        const auto& budget = initial_counts && input_.initial ? input_.initial : input_.adjusted;
        if (!budget || !input_.executed) {
            if (rules_.execution) find("execution_missing", Severity::warning);
            return;
        }
        result_.known = true;
        const base::ErrorArgs args{{"budget", budget->to_string()}, {"executed", input_.executed->to_string()}};
        const std::vector<std::string> numbers{budget->to_string(), input_.executed->to_string()};
        if (budget->fen() < 0 || input_.executed->fen() < 0)
            return find("execution_negative", Severity::error, args, numbers);
        if (budget->fen() == 0) return find("budget_zero", Severity::warning, args, numbers);
        result_.rate = Ratio::reduced(input_.executed->fen(), budget->fen());
        if (*result_.rate > Ratio::whole(1)) find("executed_above_budget", Severity::warning, args, numbers);
        if (rules_.execution) score(*rules_.execution, *result_.rate);
    }

    void score(const ExecutionRule& rule, const Ratio& rate)
    {
        result_.exact = points_for_rate(rule, rate_that_enters(rule, rate));
        result_.score = result_.exact.rounded(rules_.rounding.execution.value_or(2)).rounded(2);
        const bool low = rule.reason_required_below && rate < Ratio::of(*rule.reason_required_below);
        if (low && input_.reason.empty())
            find("execution_reason_missing", Severity::warning, {}, {rate.percent(2).to_string() + "%"});
    }

    void compare_with_published()
    {
        if (input_.published_weight && *input_.published_weight != *result_.weight)
            find("execution_weight_differs", Severity::warning, {},
                 {result_.weight->to_string(), input_.published_weight->to_string()});
        if (result_.rate && input_.published_rate &&
            result_.rate->percent(input_.published_rate->scale()) != *input_.published_rate)
            find("execution_rate_differs", Severity::warning, {},
                 {result_.rate->percent(2).to_string() + "%", input_.published_rate->to_string() + "%"});
        if (!result_.score || !input_.published_score || *result_.score == *input_.published_score) return;
        const bool whole_points = result_.score->rounded(0) == *input_.published_score;
        find(whole_points ? "execution_score_rounded" : "execution_score_differs", Severity::warning, {},
             {result_.score->to_string(), input_.published_score->to_string()});
    }

    const RuleSet& rules_;
    const ExecutionInput& input_;
    ExecutionScore result_ = {};
};

}  // namespace

ExecutionScore score_execution(const RuleSet& rules, const ExecutionInput& input)
{
    return Execution{rules, input}.scored();
}

}  // namespace indicators
