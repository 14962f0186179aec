// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/forecast_outlook.h"

#include <algorithm>
#include <stdexcept>

#include "indicators/core/whole_ratios.h"

namespace indicators {

namespace {

using base::Ratio;

Ratio nearest(const Ratio& value)
{
    return Ratio::of(value.rounded(0));
}

class Looking {
public:
    Looking(const Course& course, const Target& target, const ForecastRule& rule)
        : course_{course}, target_{target}, rule_{rule}
    {
    }

    Outlook look() const
    {
        if (course_.kind == CourseKind::standing || course_.is_finished()) return as_it_stands();
        switch (course_.kind) {
            case CourseKind::flow: return flow();
            case CourseKind::distinct: return distinct();
            case CourseKind::mean: return mean();
            default: return maximum();
        }
    }

private:
    int elapsed() const { return course_.days - course_.remaining; }
    // Months before the first record say nothing about the pace of work that began later. Of mishaps they say a lot.
    bool passes_over_idle_months() const { return course_.kind == CourseKind::mean || is_upward(target_); }
    std::vector<Portion> active_months() const
    {
        auto first = course_.months.begin();
        while (passes_over_idle_months() && first != course_.months.end() && first->weight == zero) ++first;
        return {first, course_.months.end()};
    }
    int active_days() const
    {
        int idle = 0;
        for (auto month = course_.months.begin(); passes_over_idle_months() && month != course_.months.end(); ++month) {
            if (month->weight > zero) break;
            idle += month->days;
        }
        return elapsed() - idle;
    }
    Ratio share_left() const { return Ratio::reduced(course_.remaining, course_.days); }

    Outlook as_it_stands() const
    {
        const OutlookBasis basis =
            course_.kind == CourseKind::standing ? OutlookBasis::standing : OutlookBasis::finished;
        if (!course_.value) return {std::nullopt, basis, true};
        return {Range{*course_.value, *course_.value, *course_.value}, basis, false};
    }

    // No record says anything yet: the promise stands, and may also come to nothing.
    Outlook as_promised() const
    {
        const auto value = promised_value(target_, course_.unit);
        if (!value) return {std::nullopt, OutlookBasis::target, true};
        return {Range{*value, *value, *value}, OutlookBasis::target, true};
    }

    // What the rest of the year brings: by last year's course where there is one, else by the pace so far.
    struct Rest {
        Ratio amount;
        OutlookBasis basis;
    };
    Rest rest(Ratio Portion::*counted) const
    {
        const Ratio& now = course_.so_far.*counted;
        if (course_.last_year) {
            const Ratio& then = course_.last_year->until.*counted;
            const Ratio& later = course_.last_year->rest.*counted;
            return {then > zero ? later * now / then : later, OutlookBasis::last_year};
        }
        if (active_days() <= 0) return {zero, OutlookBasis::run_rate};
        return {now * Ratio::reduced(course_.remaining, active_days()), OutlookBasis::run_rate};
    }

    Outlook flow() const
    {
        if (!course_.value) return as_promised();
        const Rest more = rest(&Portion::amount);
        const Ratio& now = course_.so_far.amount;
        if (now == zero && more.amount == zero) return nothing_yet();
        const Pace pace = pace_of(active_months(), now, active_days(), rule_);
        const auto end = [&](const Ratio& factor) {
            return now + std::max(course_.planned.amount, more.amount * factor);
        };
        return {in_order(end(pace.slow), end(one), end(pace.fast)), more.basis, false,
                std::max(course_.planned.amount, more.amount)};
    }

    // Nothing happened yet. What is to be reached is expected as promised; a mishap is not expected but may happen.
    Outlook nothing_yet() const
    {
        const auto value = promised_value(target_, course_.unit);
        const Ratio planned = course_.planned.amount;
        if (value && is_upward(target_) && *value > zero)
            return {in_order(planned, std::max(planned, *value), std::max(planned, *value)), OutlookBasis::target,
                    false};
        const Ratio most = value && *value > zero ? *value : (course_.counts_records ? one : zero);
        return {in_order(planned, planned, planned + most), OutlookBasis::run_rate, false};
    }

    Outlook distinct() const
    {
        if (!course_.value) return as_promised();
        if (*course_.value == zero) return nothing_yet();
        const Ratio planned = *course_.value + course_.planned.amount;
        const Ratio most = elapsed() > 0 ? *course_.value * Ratio::reduced(course_.days, elapsed()) : *course_.value;
        return {in_order(*course_.value, *course_.value, std::max(planned, most)), OutlookBasis::run_rate, false};
    }

    // The rest of the year brings as much as the pace says, at the quality of the whole so far; the range is what the
    // worst and the best month would make of it.
    Outlook mean() const
    {
        if (!course_.value) return as_promised();
        const bool is_share = course_.unit == "%";
        const Rest more = rest(&Portion::weight);
        Ratio weight = std::max(more.amount, course_.planned.weight);
        if (course_.counts_records) weight = ceiling_of(weight);
        Ratio worst = *course_.value;
        Ratio best = *course_.value;
        int known = 0;
        for (const Portion& month : course_.months) {
            if (month.weight == zero) continue;
            ++known;
            worst = std::min(worst, month.amount / month.weight);
            best = std::max(best, month.amount / month.weight);
        }
        if (known < rule_.settled_months) {
            worst = worst * (one - Ratio::of(rule_.early_margin));
            best = best * (one + Ratio::of(rule_.early_margin));
        }
        if (is_share) best = std::min(best, hundred);
        // Where nothing went wrong yet, one thing still may.
        if (is_share && course_.counts_records && weight > zero)
            worst = std::min(worst, hundred * (weight - one) / weight);
        const auto end = [&](const Ratio& quality) {
            return (course_.so_far.amount + weight * quality) / (course_.so_far.weight + weight);
        };
        return {in_order(end(worst), *course_.value, end(best), Whole::no), more.basis, false, weight};
    }

    // A maximum never falls. It may rise by as much as the months differ, in the part of the year that is left.
    Outlook maximum() const
    {
        if (!course_.value) return as_promised();
        std::optional<Ratio> least;
        int known = 0;
        for (const Portion& month : course_.months) {
            if (month.weight == zero) continue;
            ++known;
            least = least ? std::min(*least, month.amount) : month.amount;
        }
        Ratio rise = (*course_.value - least.value_or(*course_.value)) * share_left();
        if (known < rule_.settled_months)
            rise = std::max(rise, *course_.value * Ratio::of(rule_.early_margin) * share_left());
        Ratio high = *course_.value + std::max(rise, zero);
        if (course_.last_year && course_.last_year->rest.weight > zero)
            high = std::max(high, course_.last_year->rest.amount);
        return {in_order(*course_.value, *course_.value, high, Whole::no),
                course_.last_year ? OutlookBasis::last_year : OutlookBasis::run_rate, false};
    }

    enum class Whole { as_counted, no };
    Range in_order(Ratio low, Ratio expected, Ratio high, Whole whole = Whole::as_counted) const
    {
        if (course_.counts_records && whole == Whole::as_counted) {
            low = floor_of(low);
            expected = nearest(expected);
            high = ceiling_of(high);
        }
        return {std::min({low, expected, high}), expected, std::max({low, expected, high})};
    }

    const Course& course_;
    const Target& target_;
    const ForecastRule& rule_;
};

}  // namespace

std::string_view to_text(OutlookBasis basis)
{
    switch (basis) {
        case OutlookBasis::finished: return "finished";
        case OutlookBasis::run_rate: return "run_rate";
        case OutlookBasis::last_year: return "last_year";
        case OutlookBasis::target: return "target";
        case OutlookBasis::standing: return "standing";
        case OutlookBasis::entered: return "entered";
        case OutlookBasis::assumed: return "assumed";
    }
    return {};
}

std::optional<Ratio> promised_value(const Target& target, const std::string& unit)
{
    if (!is_numeric(target.comparison)) return std::nullopt;
    const Ratio value = Ratio::of(target.quantity.value);
    if (target.quantity.unit.empty() || unit.empty() || target.quantity.unit == unit) return value;
    const auto factor = base::conversion(target.quantity.unit, unit);
    return factor ? std::optional{value * *factor} : std::nullopt;
}

bool is_upward(const Target& target)
{
    return target.comparison == Comparison::at_least || target.comparison == Comparison::greater ||
           (target.comparison == Comparison::equal && !target.quantity.value.is_zero());
}

Pace pace_of(const std::vector<Portion>& months, const Ratio& amount, int elapsed, const ForecastRule& rule,
             Ratio Portion::*counted)
{
    Pace pace;
    if (amount > zero && elapsed > 0) {
        const Ratio daily = amount / Ratio::whole(elapsed);
        for (const Portion& month : months) {
            const Ratio factor = month.*counted / Ratio::whole(std::max(month.days, 1)) / daily;
            pace.slow = std::min(pace.slow, factor);
            pace.fast = std::max(pace.fast, factor);
        }
    }
    pace.slow = std::max(pace.slow, zero);
    if (months.size() < static_cast<std::size_t>(rule.settled_months)) {
        pace.slow = pace.slow * (one - Ratio::of(rule.early_margin));
        pace.fast = pace.fast * (one + Ratio::of(rule.early_margin));
    }
    return pace;
}

Outlook outlook(const Course& course, const Target& target, const ForecastRule& rule)
{
    try {
        return Looking{course, target, rule}.look();
    } catch (const std::overflow_error&) {
        // Figures that 128 bits do not hold are no plan for a year; nothing is said of them.
        return {std::nullopt, OutlookBasis::run_rate, true};
    }
}

}  // namespace indicators
