// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/forecast.h"

#include <algorithm>
#include <cassert>

namespace indicators {

namespace {

using base::Decimal;
using base::Ratio;

const Entry* entry_of(const ForecastBasis& basis, const std::string& code)
{
    for (const Entry& entry : basis.entries)
        if (entry.code == code) return &entry;
    return nullptr;
}

bool says_something(const Entry* entry)
{
    return entry && (!entry->actual.empty() || !entry->band.empty() || !entry->published.empty());
}

// The year as it stands, in the terms of an evaluation.
ScoringBasis scoring_basis(const ForecastBasis& basis)
{
    ScoringBasis scoring{basis.year, basis.goals, basis.indicators, {}, basis.entries, basis.notes};
    for (std::size_t i = 0; i < basis.indicators.size(); ++i) {
        const Course& course = basis.courses[i];
        Fact fact;
        fact.code = basis.indicators[i].setting.code;
        fact.unit = course.unit;
        fact.value = course.value;
        if (course.kind == CourseKind::entered) {
            fact.kind = FactKind::manual;
            if (const Entry* const entry = entry_of(basis, fact.code)) fact.words = entry->actual;
        }
        scoring.facts.push_back(std::move(fact));
    }
    return scoring;
}

// What would keep a promise that nothing is known of yet.
Actual as_promised(const Target& target)
{
    Actual actual;
    actual.text = target.text;
    if (target.comparison == Comparison::qualitative) actual.kind = ActualKind::words;
    if (target.comparison == Comparison::deadline && target.deadline) {
        actual.kind = ActualKind::date;
        actual.date = target.deadline;
    }
    if (is_numeric(target.comparison)) {
        actual.kind = ActualKind::number;
        actual.value = Ratio::of(target.quantity.value);
    }
    return actual;
}

const Assumption* assumption_for(const Assumptions& assumptions, const std::string& code)
{
    for (const Assumption& figure : assumptions.figures)
        if (figure.code == code) return &figure;
    return nullptr;
}

// The actual values an indicator may end the year with; the expected one first.
struct Endings {
    std::vector<Actual> actuals;
};

class Forecasting {
public:
    Forecasting(const RuleSet& rules, const Monitoring& monitoring, const ForecastBasis& basis,
                const Assumptions& assumptions)
        : rules_{rules}, monitoring_{monitoring}, basis_{basis}, assumptions_{assumptions}
    {
        assert(basis.courses.size() == basis.indicators.size());
    }

    Forecast run()
    {
        result_.year = basis_.year;
        result_.on = basis_.on;
        result_.rule_set = rules_.id;
        months_left_ = months_left(basis_.year, basis_.on);
        input_ = evaluation_input(scoring_basis(basis_), targets_);
        look_at_budget();
        EvaluationInput expected = input_;
        EvaluationInput worst = input_;
        EvaluationInput best = input_;
        set_executed(expected, &BudgetOutlook::expected);
        set_executed(worst, &BudgetOutlook::low);
        set_executed(best, &BudgetOutlook::high);
        for (std::size_t i = 0; i < basis_.indicators.size(); ++i) {
            const Endings endings = look_at(i);
            expected.indicators[i].actual = endings.actuals.front();
            worst.indicators[i].actual = *ending(i, endings, Which::worst);
            best.indicators[i].actual = *ending(i, endings, Which::best);
            if (endings.actuals.size() > 1 || assumption_for(assumptions_, input_.indicators[i].code))
                forget_entry(expected, worst, best, i);
        }
        const Evaluation so_far = evaluate(rules_, input_);
        take_scores(&ScoreRange::so_far, so_far);
        for (std::size_t i = 0; i < result_.rows.size(); ++i)
            for (const Finding& finding : so_far.rows[i].findings)
                result_.rows[i].wants_remark = result_.rows[i].wants_remark || finding.rule == "remark_missing";
        take_scores(&ScoreRange::expected, evaluate(rules_, expected));
        take_scores(&ScoreRange::low, evaluate(rules_, worst));
        take_scores(&ScoreRange::high, evaluate(rules_, best));
        return std::move(result_);
    }

private:
    enum class Which { worst, best };

    int month() const { return basis_.on >= basis_.year.last_day() ? 12 : static_cast<int>(basis_.on.month()); }

    void look_at_budget()
    {
        if (basis_.budget) {
            result_.budget = outlook(*basis_.budget, monitoring_.forecast);
            if (assumptions_.executed)
                result_.budget->low = result_.budget->expected = result_.budget->high = *assumptions_.executed;
            if (assumptions_.adjusted) result_.budget->adjusted = *assumptions_.adjusted;
            input_.execution.initial = result_.budget->initial;
            input_.execution.adjusted = result_.budget->adjusted;
            input_.execution.executed = result_.budget->paid;
            result_.execution_need = need_of(*result_.budget, rules_, months_left_);
        } else {
            result_.execution_need.kind = NeedKind::no_budget;
        }
        const ExecutionScore score = score_execution(rules_, input_.execution);
        result_.execution_rate = score.rate;
        if (score.weight) result_.execution_weight = score.weight->without_trailing_zeros();
        if (score.rate)
            result_.execution_light = light_of(monitoring_.execution, *score.rate, Ratio::reduced(month(), 12));
    }

    void set_executed(EvaluationInput& input, base::Money BudgetOutlook::*executed) const
    {
        if (result_.budget) input.execution.executed = (*result_.budget).*executed;
    }

    Endings look_at(std::size_t position)
    {
        const IndicatorSetting& setting = basis_.indicators[position].setting;
        const Course& course = basis_.courses[position];
        const EvaluatedInput& input = input_.indicators[position];
        ForecastRow& row = result_.rows.emplace_back();
        row.code = setting.code;
        row.level1 = setting.level1;
        row.level2 = setting.level2;
        row.name = setting.name;
        row.target = printed_target(setting);
        row.unit = course.unit;
        row.weight = input.weight;
        row.version = basis_.indicators[position].version;
        row.kind = course.kind;
        row.value = course.value;
        row.has_reason = !input.reason.empty();
        const bool counts_up = course.kind != CourseKind::entered && is_upward(input.target);
        row.has_no_data = course.kind != CourseKind::entered &&
                          (!course.value || (counts_up && course.so_far.weight == Ratio::whole(0)));
        if (course.kind == CourseKind::entered) row.words = input.actual.text;
        if (const Assumption* const assumed = assumption_for(assumptions_, setting.code))
            return assume(row, *assumed, input);
        Endings endings =
            course.kind == CourseKind::entered ? entered(row, input) : measured_endings(row, course, input);
        row.need = need_of(course, row.outlook, input.target, months_left_);
        row.light = light(row, input.target);
        return endings;
    }

    Endings assume(ForecastRow& row, const Assumption& assumed, const EvaluatedInput& input) const
    {
        const Actual actual = parse_actual(assumed.value, row.unit, input.target, basis_.year.year);
        row.outlook.basis = OutlookBasis::assumed;
        if (actual.kind == ActualKind::number) {
            const auto factor = base::conversion(input.target.quantity.unit, row.unit);
            const Ratio value = actual.value * factor.value_or(Ratio::whole(1));
            row.outlook.range = Range{value, value, value};
        } else {
            row.words = assumed.value;
        }
        return {{actual}};
    }

    Endings entered(ForecastRow& row, const EvaluatedInput& input) const
    {
        const bool is_there = says_something(entry_of(basis_, row.code));
        const bool is_over = months_left_ == 0;
        row.outlook = {std::nullopt, is_there ? OutlookBasis::entered : OutlookBasis::target, !is_there,
                       Ratio::whole(0)};
        if (is_there || is_over) return {{input.actual}};
        return {{as_promised(input.target), Actual{}}};
    }

    Endings measured_endings(ForecastRow& row, const Course& course, const EvaluatedInput& input) const
    {
        row.outlook = outlook(course, input.target, monitoring_.forecast);
        const bool is_over = months_left_ == 0;
        if (row.outlook.basis == OutlookBasis::finished || is_over) return {{input.actual}};
        Endings endings;
        if (!row.outlook.range)
            endings.actuals.push_back(row.outlook.basis == OutlookBasis::target ? as_promised(input.target) : Actual{});
        else
            for (const Ratio& value : {row.outlook.range->expected, row.outlook.range->low, row.outlook.range->high})
                endings.actuals.push_back(measured(value, course.unit, input.target));
        if (row.outlook.may_stay_empty) endings.actuals.emplace_back();
        return endings;
    }

    const Actual* ending(std::size_t position, const Endings& endings, Which which) const
    {
        EvaluatedInput input = input_.indicators[position];
        const Actual* chosen = &endings.actuals.front();
        std::optional<Decimal> chosen_score;
        for (const Actual& actual : endings.actuals) {
            input.actual = actual;
            const auto score = score_row(rules_, input).score;
            const bool is_first = &actual == &endings.actuals.front();
            const bool is_further =
                score && chosen_score && (which == Which::worst ? *score < *chosen_score : *score > *chosen_score);
            if (!is_first && !is_further) continue;
            chosen = &actual;
            chosen_score = score;
        }
        return chosen;
    }

    // A score or band somebody entered belongs to the value they entered, not to one that is expected or assumed.
    static void forget_entry(EvaluationInput& expected, EvaluationInput& worst, EvaluationInput& best, std::size_t i)
    {
        for (EvaluationInput* const input : {&expected, &worst, &best}) {
            input->indicators[i].published.reset();
            input->indicators[i].band.clear();
        }
    }

    // In any month the whole target is asked of what does not add up over the year; of the rest, its part.
    std::optional<Light> light(const ForecastRow& row, const Target& target) const
    {
        const auto wanted = promised_value(target, row.unit);
        if (!row.value || !wanted) return std::nullopt;
        if (!is_upward(target)) return *row.value <= *wanted ? Light::green : Light::red;
        const bool is_met = *row.value >= *wanted;
        if (*wanted == Ratio::whole(0)) return *row.value == *wanted ? Light::green : Light::red;
        const auto& whole = monitoring_.all_year;
        const bool asks_all = std::any_of(whole.begin(), whole.end(), [&](const std::string& start) {
            return row.level2.starts_with(start) || row.level1.starts_with(start);
        });
        if (asks_all) return is_met ? Light::green : Light::red;
        const bool adds_up = row.kind == CourseKind::flow || row.kind == CourseKind::distinct;
        return light_of(monitoring_.indicator, *row.value / *wanted,
                        adds_up ? Ratio::reduced(month(), 12) : Ratio::whole(1));
    }

    void take_scores(std::optional<Decimal> ScoreRange::*which, const Evaluation& evaluation)
    {
        result_.execution.*which = evaluation.execution.score;
        result_.total.*which = evaluation.total;
        for (std::size_t i = 0; i < result_.rows.size(); ++i) result_.rows[i].score.*which = evaluation.rows[i].score;
    }

    const RuleSet& rules_;
    const Monitoring& monitoring_;
    const ForecastBasis& basis_;
    const Assumptions& assumptions_;
    TargetReader targets_;
    EvaluationInput input_;
    int months_left_ = 0;
    Forecast result_ = {};
};

}  // namespace

std::vector<AssumptionProblem> check(const Assumptions& assumptions, const ForecastBasis& basis)
{
    std::vector<AssumptionProblem> problems;
    TargetReader targets;
    for (std::size_t i = 0; i < assumptions.figures.size(); ++i) {
        const Assumption& figure = assumptions.figures[i];
        const auto found = std::find_if(basis.indicators.begin(), basis.indicators.end(),
                                        [&](const auto& indicator) { return indicator.setting.code == figure.code; });
        if (found == basis.indicators.end()) {
            problems.push_back({i,
                                {base::ErrorKind::invalid,
                                 "indicators.indicator.unknown",
                                 {{"indicator", figure.code}, {"year", std::to_string(basis.year.year)}}}});
            continue;
        }
        const Target& target = targets.read(found->setting, basis.year);
        const auto position = static_cast<std::size_t>(found - basis.indicators.begin());
        const Actual actual = parse_actual(figure.value, basis.courses[position].unit, target, basis.year.year);
        const bool wants_number = is_numeric(target.comparison) || target.comparison == Comparison::steps;
        const bool is_number = actual.kind == ActualKind::number && actual.value >= Ratio::whole(0);
        if (wants_number && !is_number)
            problems.push_back({i,
                                {base::ErrorKind::invalid,
                                 "indicators.forecast.value_unreadable",
                                 {{"value", figure.value}, {"target", printed_target(found->setting)}}}});
    }
    return problems;
}

Forecast forecast(const RuleSet& rules, const Monitoring& monitoring, const ForecastBasis& basis,
                  const Assumptions& assumptions)
{
    return Forecasting{rules, monitoring, basis, assumptions}.run();
}

}  // namespace indicators
