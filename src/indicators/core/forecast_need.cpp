// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/forecast_need.h"

#include <algorithm>
#include <stdexcept>

#include "indicators/core/whole_ratios.h"

namespace indicators {

namespace {

using base::Ratio;

class Needing {
public:
    Needing(const Course& course, const Outlook& outlook, const Target& target, int months)
        : course_{course}, outlook_{outlook}, target_{target}
    {
        need_.unit = course.unit;
        need_.months_left =
            course.is_finished() && course.kind != CourseKind::standing && course.kind != CourseKind::entered ? 0
                                                                                                              : months;
    }

    Need find()
    {
        if (course_.kind == CourseKind::entered) return entered();
        const auto wanted = promised_value(target_, course_.unit);
        if (!wanted) return need_;
        const bool ends = need_.months_left == 0;
        const bool is_met =
            course_.value && (is_upward(target_) ? *course_.value >= *wanted : *course_.value <= *wanted);
        if (ends) return as(is_met ? NeedKind::reached : NeedKind::lost);
        switch (course_.kind) {
            case CourseKind::mean: return mean(*wanted);
            case CourseKind::maximum: return maximum(*wanted);
            default: return flow(*wanted);
        }
    }

private:
    Need as(NeedKind kind)
    {
        need_.kind = kind;
        return need_;
    }

    Need entered()
    {
        if (outlook_.basis == OutlookBasis::entered) return as(NeedKind::reached);
        if (need_.months_left == 0) return as(NeedKind::lost);
        if (target_.comparison == Comparison::deadline && target_.deadline) need_.until = target_.deadline->last_day;
        return as(NeedKind::enter);
    }

    Need flow(const Ratio& wanted)
    {
        const Ratio now = course_.value.value_or(zero);
        if (!is_upward(target_)) {
            if (now > wanted) return as(NeedKind::lost);
            need_.amount = wanted - now;
            return as(NeedKind::limit);
        }
        if (now >= wanted) return as(NeedKind::reached);
        need_.amount = wanted - now;
        need_.per_month = *need_.amount / Ratio::whole(need_.months_left);
        if (course_.counts_records) need_.per_month = ceiling_of(*need_.per_month);
        return as(NeedKind::amount);
    }

    Need mean(const Ratio& wanted)
    {
        const Ratio& amount = course_.so_far.amount;
        const Ratio& weight = course_.so_far.weight;
        const Ratio& rest = outlook_.rest;
        const bool is_share = course_.unit == "%";
        if (rest == zero) {
            const bool is_met =
                weight > zero && (is_upward(target_) ? amount / weight >= wanted : amount / weight <= wanted);
            if (is_met) return as(NeedKind::reached);
            need_.quality = wanted;
            return weight == zero ? as(NeedKind::quality) : good_records(wanted);
        }
        const Ratio quality = (wanted * (weight + rest) - amount) / rest;
        if (!is_upward(target_)) {
            if (quality < zero) return as(NeedKind::lost);
            need_.quality = quality;
            return as(NeedKind::quality);
        }
        if (quality <= zero) return as(NeedKind::reached);
        if (is_share && quality > hundred) return good_records(wanted);
        need_.quality = quality;
        if (is_share && course_.counts_records) need_.failures = floor_of(rest * (hundred - quality) / hundred);
        return as(NeedKind::quality);
    }

    // (A + 100 n) / (W + n) ≥ p: as many good ones as lift the share, more than are expected.
    Need good_records(const Ratio& wanted)
    {
        if (course_.unit != "%" || !is_upward(target_) || wanted >= hundred) return as(NeedKind::lost);
        const Ratio count = (wanted * course_.so_far.weight - course_.so_far.amount) / (hundred - wanted);
        need_.quality.reset();
        need_.amount = course_.counts_records ? ceiling_of(count) : count;
        if (course_.counts_records) need_.unit.clear();
        return as(NeedKind::records);
    }

    Need maximum(const Ratio& wanted)
    {
        if (is_upward(target_) && course_.value && *course_.value >= wanted) return as(NeedKind::reached);
        if (!is_upward(target_) && course_.value && *course_.value > wanted) return as(NeedKind::lost);
        need_.quality = wanted;
        return as(NeedKind::each);
    }

    const Course& course_;
    const Outlook& outlook_;
    const Target& target_;
    Need need_ = {};
};

}  // namespace

std::string_view to_text(NeedKind kind)
{
    switch (kind) {
        case NeedKind::reached: return "reached";
        case NeedKind::amount: return "amount";
        case NeedKind::limit: return "limit";
        case NeedKind::quality: return "quality";
        case NeedKind::records: return "records";
        case NeedKind::each: return "each";
        case NeedKind::enter: return "enter";
        case NeedKind::lost: return "lost";
        case NeedKind::unknown: return "unknown";
        case NeedKind::no_budget: return "no_budget";
    }
    return {};
}

int months_left(base::FiscalYear year, base::Date on)
{
    constexpr int months = 12;
    if (on < year.first_day()) return months;
    return on >= year.last_day() ? 0 : months - complete_months(year, on);
}

Need need_of(const Course& course, const Outlook& outlook, const Target& target, int months)
{
    try {
        return Needing{course, outlook, target, months}.find();
    } catch (const std::overflow_error&) {
        return {};
    }
}

Need need_of(const BudgetOutlook& budget, const RuleSet& rules, int months)
{
    Need need;
    need.unit = "元";
    need.months_left = months;
    if (!rules.execution) return need;
    const base::Money whole = rules.execution->budget == BudgetBase::initial ? budget.initial : budget.adjusted;
    Ratio wanted = Ratio::of(whole.yuan());
    if (rules.execution->formula == ExecutionFormula::steps && !rules.execution->steps.empty())
        wanted = wanted * Ratio::of(rules.execution->steps.front().from);
    const Ratio missing = wanted - Ratio::of(budget.paid.yuan());
    need.kind = missing <= zero ? NeedKind::reached : (months == 0 ? NeedKind::lost : NeedKind::amount);
    if (need.kind != NeedKind::amount) return need;
    need.amount = missing;
    need.per_month = missing / Ratio::whole(months);
    return need;
}

}  // namespace indicators
