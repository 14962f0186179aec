// SPDX-License-Identifier: Apache-2.0
#include "indicators/formula_text.h"

namespace indicators {

namespace {

constexpr std::string_view all_time = "全部";

const char* code_of(const Measure& measure)
{
    switch (measure.method) {
        case MeasureMethod::count: return "indicators.measured.count";
        case MeasureMethod::sum: return "indicators.measured.sum";
        case MeasureMethod::average: return "indicators.measured.average";
        case MeasureMethod::maximum: return "indicators.measured.maximum";
        case MeasureMethod::distinct: return "indicators.measured.distinct";
        case MeasureMethod::share:
            return measure.text.field.empty() ? "indicators.measured.share" : "indicators.measured.share_of_sum";
        case MeasureMethod::within_limit: return "indicators.measured.within_limit";
    }
    return "";
}

std::string joined(const std::vector<Condition>& conditions, const std::string& conjunction)
{
    std::string text;
    for (const Condition& condition : conditions) text += (text.empty() ? "" : conjunction) + to_text(condition);
    return text;
}

std::string of_measure(const Measure& measure, const std::string& period, const Words& words)
{
    const auto say = [&](const char* code, base::ErrorArgs args = {}) {
        return words({base::ErrorKind::invalid, code, std::move(args)});
    };
    const std::string conjunction = " " + say("indicators.measured.and") + " ";
    std::string text = say(code_of(measure), {{"field", measure.text.field},
                                              {"limit", without_outer_blanks(measure.text.numerator)},
                                              {"numerator", joined(measure.numerator, conjunction)}});
    text += say("indicators.measured.source", {{"source", measure.text.source}});
    if (!measure.filter.empty())
        text += say("indicators.measured.filter", {{"filter", joined(measure.filter, conjunction)}});
    return text + say("indicators.measured.period",
                      {{"period", period == all_time ? say("indicators.measured.all_time") : period}});
}

}  // namespace

std::string formula_text(const Fact& fact, const Words& words)
{
    if (fact.formula.empty()) return {};
    if (const auto measure = parse_measure(fact.measure); measure && !fact.measure.empty())
        return of_measure(*measure, fact.period, words);
    if (fact.kind != FactKind::execution || !fact.numerator || !fact.denominator) return fact.formula;
    return words({base::ErrorKind::invalid,
                  "indicators.measured.execution_rate",
                  {{"executed", fact.numerator->rounded(2).to_string()},
                   {"adjusted", fact.denominator->rounded(2).to_string()}}});
}

}  // namespace indicators
