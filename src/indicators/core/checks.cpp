// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/checks.h"

#include <algorithm>
#include <map>
#include <set>

namespace indicators {

namespace {

using base::Decimal;
using base::int128;
using base::Ratio;

class Whole {
public:
    Whole(const RuleSet& rules, const EvaluationInput& input, Evaluation& result)
        : rules_{rules}, input_{input}, result_{result}
    {
    }

    void check()
    {
        check_weights();
        check_goals();
        check_duplicates();
        check_money_units();
        check_costs();
        check_published_total();
        check_red();
        check_yellow();
    }

private:
    Finding& find(const char* rule, Severity severity, base::ErrorArgs args = {}, std::vector<std::string> numbers = {})
    {
        return result_.findings.emplace_back(Finding{rule, severity, std::move(args), {}, std::move(numbers)});
    }

    void check_weights();
    void check_layout();
    void check_goals();
    void check_duplicates();
    void check_money_units();
    void check_costs();
    void check_published_total();
    void check_red();
    void check_yellow();

    Decimal points_of(const std::vector<std::string>& level1) const;

    const RuleSet& rules_;
    const EvaluationInput& input_;
    Evaluation& result_;
};

bool in_group(const std::vector<std::string>& starts, const std::string& level1)
{
    return std::any_of(starts.begin(), starts.end(),
                       [&](const std::string& start) { return level1.starts_with(start); });
}

Decimal Whole::points_of(const std::vector<std::string>& level1) const
{
    Decimal sum;
    for (const EvaluatedInput& indicator : input_.indicators)
        if (indicator.weight && in_group(level1, indicator.level1)) sum = sum + *indicator.weight;
    return sum;
}

void Whole::check_weights()
{
    const auto& rows = input_.indicators;
    if (rows.empty() || std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.weight; })) return;
    Decimal sum;
    for (const EvaluatedInput& row : rows) sum = sum + *row.weight;
    const bool each_goal_is_whole = !input_.goals.empty() && sum != rules_.weights.total;
    if (sum != rules_.weights.total && !each_goal_is_whole)
        find("weights_total", Severity::warning, {}, {sum.to_string(), rules_.weights.total.to_string()});
    if (sum == rules_.weights.total) check_layout();
}

// The recommended division is a check, not a refusal.
void Whole::check_layout()
{
    const auto has = [&](const std::string& level1) {
        return level1.empty() || std::any_of(input_.indicators.begin(), input_.indicators.end(),
                                             [&](const auto& row) { return row.level1.starts_with(level1); });
    };
    for (const WeightLayout& layout : rules_.weights.layouts) {
        if (!has(layout.needs)) continue;
        for (const WeightGroup& group : layout.groups) {
            const Decimal points = points_of(group.level1);
            if (points == group.points) continue;
            std::string names;
            for (const std::string& name : group.level1) names += (names.empty() ? "" : "+") + name;
            find("level1_weight", Severity::note, {{"level1", names}}, {points.to_string(), group.points.to_string()});
        }
        return;
    }
}

void Whole::check_goals()
{
    if (input_.goals.empty()) return;
    Decimal shares;
    for (const GoalShare& goal : input_.goals) shares = shares + goal.percent;
    if (shares != Decimal::whole(100)) find("goal_shares", Severity::warning, {}, {shares.to_string()});
    Decimal all;
    std::vector<Decimal> weights(input_.goals.size());
    for (const EvaluatedInput& row : input_.indicators) {
        if (!row.weight) return;
        all = all + *row.weight;
        if (row.goal < weights.size()) weights[row.goal] = weights[row.goal] + *row.weight;
    }
    if (all == rules_.weights.total) return;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (weights[i] != rules_.weights.total)
            find("goal_weights", Severity::warning, {{"goal", input_.goals[i].name}},
                 {weights[i].to_string(), rules_.weights.total.to_string()});
}

// The same indicator under 产出 and 效益 counts once with reviewers.
void Whole::check_duplicates()
{
    std::vector<const EvaluatedInput*> rows;
    rows.reserve(input_.indicators.size());
    for (const EvaluatedInput& row : input_.indicators)
        if (!row.name.empty()) rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->name < b->name; });
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (rows[i]->name == rows[i - 1]->name) {
            Finding& finding = find("duplicate_indicator", Severity::warning, {{"name", rows[i]->name}});
            for (const auto* const row : {rows[i - 1], rows[i]})
                if (!row->places.target.empty()) finding.places.push_back(row->places.target);
        }
}

bool is_money(const std::string& unit)
{
    return unit == "元" || unit == "万元" || unit == "亿元";
}

void Whole::check_money_units()
{
    const EvaluatedInput* first = nullptr;
    for (const EvaluatedInput& row : input_.indicators) {
        if (!is_numeric(row.target.comparison) || !is_money(row.target.quantity.unit)) continue;
        if (!first) first = &row;
        if (first->target.quantity.unit == row.target.quantity.unit) continue;
        Finding& finding = find("mixed_money_units", Severity::warning,
                                {{"unit", first->target.quantity.unit}, {"other", row.target.quantity.unit}});
        for (const auto* const place : {&first->places.target, &row.places.target})
            if (!place->empty()) finding.places.push_back(*place);
        return;
    }
}

// A cost indicator whose target is the whole budget must report what was spent.
void Whole::check_costs()
{
    if (!input_.execution.adjusted || !input_.execution.executed) return;
    const Ratio budget = Ratio::of(input_.execution.adjusted->yuan());
    const Ratio executed = Ratio::of(input_.execution.executed->yuan());
    for (const EvaluatedInput& row : input_.indicators) {
        const bool cost = row.level1.find("成本") != std::string::npos || row.level2.find("成本") != std::string::npos;
        if (!cost || !is_numeric(row.target.comparison) || row.actual.kind != ActualKind::number) continue;
        const std::string& unit = row.target.quantity.unit;
        const auto yuan = base::conversion(unit == "万" || unit == "亿" ? unit + "元" : unit, "元");
        if (!yuan || Ratio::of(row.target.quantity.value) * *yuan != budget) continue;
        const Ratio reported = row.actual.value * *yuan;
        // Figures in 万元 are rounded to a hundredth; less than half of that is no difference.
        const Ratio gap = reported > executed ? reported - executed : executed - reported;
        if (gap <= Ratio::whole(50)) continue;
        Finding& finding = find("cost_differs", Severity::warning, {{"name", row.name}},
                                {row.actual.text, input_.execution.executed->wan_yuan().to_string() + "万元"});
        if (!row.places.actual.empty()) finding.places.push_back(row.places.actual);
    }
}

void Whole::check_published_total()
{
    if (!input_.published_total) return;
    const auto at_total = [&](Finding& finding) {
        if (!input_.total_place.empty()) finding.places.push_back(input_.total_place);
    };
    Decimal parts = input_.execution.published_score.value_or(Decimal{});
    bool complete = !rules_.execution || input_.execution.published_score;
    for (const EvaluatedInput& row : input_.indicators) {
        if (row.published) parts = parts + *row.published;
        complete = complete && row.published;
    }
    if (complete && parts != *input_.published_total)
        at_total(find("published_sum_differs", Severity::warning, {},
                      {parts.to_string(), input_.published_total->to_string()}));
    if (result_.total && *result_.total != *input_.published_total)
        at_total(find("total_differs", Severity::warning, {},
                      {result_.total->to_string(), input_.published_total->to_string()}));
}

// (indicators − execution) / indicators, both as shares of their weights: the indicators look better than the money.
void Whole::check_red()
{
    if (!rules_.warnings.red_gap || !rules_.execution || !result_.execution.score || !result_.total) return;
    const Decimal gap = *rules_.warnings.red_gap;
    const auto hundredths = [](Decimal value) { return value.digits_at(std::max(value.scale(), 2)); };
    const int128 indicators = hundredths(result_.indicators_total) * hundredths(rules_.execution->weight);
    const int128 execution = hundredths(*result_.execution.score) * hundredths(rules_.weights.total);
    if (indicators <= 0 || (indicators - execution) * base::power_of_ten(gap.scale()) <= gap.digits() * indicators)
        return;
    const Decimal percent = Ratio::reduced(indicators - execution, indicators).percent(2);
    find("finance_red", Severity::warning, {},
         {percent.to_string() + "%", Ratio::of(gap).percent(0).to_string() + "%"});
}

void Whole::check_yellow()
{
    if (!rules_.warnings.yellow_unspent || !result_.execution.rate) return;
    const Ratio unspent = Ratio::whole(1) - *result_.execution.rate;
    if (unspent <= Ratio::of(*rules_.warnings.yellow_unspent)) return;
    find("finance_yellow", Severity::warning, {},
         {unspent.percent(2).to_string() + "%",
          Ratio::of(*rules_.warnings.yellow_unspent).percent(0).to_string() + "%"});
}

}  // namespace

void add_findings_of_the_whole(const RuleSet& rules, const EvaluationInput& input, Evaluation& result)
{
    Whole{rules, input, result}.check();
}

}  // namespace indicators
