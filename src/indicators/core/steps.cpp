// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/steps.h"

#include <algorithm>

#include "chinese/letters.h"
#include "chinese/quantity_text.h"
#include "indicators/core/comparison_text.h"

namespace indicators {

namespace {

using base::Decimal;
using base::Ratio;

bool holds(const Step& step, const Ratio& value)
{
    if (step.from) {
        const auto order = value <=> Ratio::of(step.from->value);
        if (order < 0 || (order == 0 && !step.from->included)) return false;
    }
    if (step.to) {
        const auto order = value <=> Ratio::of(step.to->value);
        if (order > 0 || (order == 0 && !step.to->included)) return false;
    }
    return true;
}

Decimal deducted(const StepTable& table, const Ratio& value)
{
    const Deduction& deduction = *table.deduction;
    const Ratio limit = Ratio::of(deduction.limit);
    const Ratio excess = deduction.beyond == Beyond::above ? value - limit : limit - value;
    const Decimal most = table.most_points();
    if (excess <= Ratio::whole(0)) return most;
    const Ratio units = excess / Ratio::of(deduction.unit_size);
    const base::int128 whole_units = units.numerator() / units.denominator();
    // Beyond a million units nothing is left of any table; so the product below cannot overflow.
    if (whole_units > 1'000'000) return Decimal{};
    const Decimal left = most - multiply(Decimal::whole(static_cast<std::int64_t>(whole_units)), deduction.points);
    return left.is_negative() ? Decimal{} : left;
}

}  // namespace

Decimal StepTable::most_points() const
{
    Decimal most;
    for (const Step& step : steps) most = std::max(most, step.points);
    return most;
}

std::optional<Decimal> points_for(const StepTable& table, const Ratio& value)
{
    for (const Step& step : table.steps)
        if (holds(step, value)) return step.points;
    if (table.deduction) return deducted(table, value);
    return std::nullopt;
}

std::string to_text(const StepTable& table)
{
    std::string text;
    const auto number = [&](Decimal value) { return value.to_string() + table.unit; };
    for (const Step& step : table.steps) {
        if (!text.empty()) text += ';';
        if (step.from && step.to && step.from->value == step.to->value)
            text += "=" + number(step.from->value);
        else if (step.from && step.to)
            text += number(step.from->value) + (step.from->included ? "(含)-" : "-") + number(step.to->value) +
                    (step.to->included ? "(含)" : "");
        else if (step.from)
            text += (step.from->included ? "≥" : ">") + number(step.from->value);
        else if (step.to)
            text += (step.to->included ? "≤" : "<") + number(step.to->value);
        text += "计" + step.points.to_string() + "分";
    }
    if (table.deduction) {
        const bool above = table.deduction->beyond == Beyond::above;
        const std::string unit = table.unit == "%" ? "个百分点" : (table.unit.empty() ? "个" : table.unit);
        text += std::string{";每"} + (above ? "超过" : "低于") + table.deduction->unit_size.to_string() + unit + "扣" +
                table.deduction->points.to_string() + "分";
    }
    return text;
}

}  // namespace indicators
