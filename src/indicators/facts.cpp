// SPDX-License-Identifier: Apache-2.0
#include "indicators/facts.h"

#include <algorithm>
#include <array>

namespace indicators {

namespace {

constexpr std::string_view entered_by_hand = "人工填报";

Fact entered(Fact fact, const std::vector<Entry>& entries, base::FiscalYear year)
{
    fact.kind = FactKind::manual;
    fact.source = entered_by_hand;
    fact.period = base::Period::of(year).to_string();
    const auto entry =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.code == fact.code; });
    if (entry != entries.end()) fact.words = entry->actual;
    if (fact.words.empty())
        fact.missing = base::Error{base::ErrorKind::invalid, "indicators.fact.not_entered", {{"indicator", fact.code}}};
    return fact;
}

}  // namespace

Fact fact_for(const IndicatorInForce& indicator, base::FiscalYear year)
{
    const IndicatorSetting& setting = indicator.setting;
    const Target target = parse_target({setting.target, setting.unit, setting.sign}, year.year);
    Fact fact;
    fact.code = setting.code;
    fact.name = setting.name;
    fact.unit = setting.unit.empty() ? target.quantity.unit : setting.unit;
    fact.definition = setting.definition;
    fact.measure = setting.measure;
    return fact;
}

const base::Result<base::Records>& Collections::of(const std::string& name)
{
    const auto known = asked_.find(name);
    return known != asked_.end() ? known->second : asked_.emplace(name, source_(name)).first->second;
}

base::Period counted_period(base::FiscalYear year, base::Date as_of)
{
    return {year.first_day(), std::max(year.first_day(), std::min(year.last_day(), as_of))};
}

Fact measure(Fact fact, Collections& collections, const base::Period& period, std::optional<base::Date> until)
{
    auto declared = parse_measure(fact.measure);
    if (!declared) {
        fact.missing = declared.error().front().error;
        return fact;
    }
    if (until && declared->period) declared->period->last = std::min(declared->period->last, *until);
    fact.source = declared->text.source;
    fact.period = declared->all_time ? "全部" : declared->period.value_or(period).to_string();
    const auto& records = collections.of(fact.source);
    if (!records) {
        fact.missing = records.error();
        return fact;
    }
    if (!records->period_column) fact.period = "全部";
    Measured answer = evaluate(*declared, {fact.unit, fact.decimals}, *records, period);
    fact.value = answer.value;
    fact.unit = answer.unit;
    fact.numerator = answer.numerator;
    fact.denominator = answer.denominator;
    fact.asked = answer.asked;
    fact.formula = answer.formula;
    fact.empty_cells = static_cast<std::int64_t>(answer.empty_cells);
    fact.undated = static_cast<std::int64_t>(answer.undated);
    fact.missing = answer.missing;
    fact.records = records_of(answer, *records);
    return fact;
}

std::vector<Fact> measure_all(const TargetsInForce& targets, const std::vector<Entry>& entries,
                              Collections& collections, base::FiscalYear year, base::Date as_of)
{
    const base::Period period = counted_period(year, as_of);
    std::vector<Fact> facts;
    for (const IndicatorInForce& indicator : targets.indicators) {
        Fact fact = fact_for(indicator, year);
        facts.push_back(fact.measure.empty() ? entered(std::move(fact), entries, year)
                                             : measure(std::move(fact), collections, period));
    }
    for (const SupportingMeasure& support : targets.supports) {
        Fact fact;
        fact.kind = FactKind::supporting;
        fact.code = support.code;
        fact.name = support.name;
        fact.unit = support.unit;
        fact.decimals = support.decimals;
        fact.definition = support.definition;
        fact.measure = support.measure;
        facts.push_back(measure(std::move(fact), collections, period));
    }
    return facts;
}

std::vector<Fact> unanswerable(const Targets& targets, base::FiscalYear year, base::Date as_of,
                               const FactSource& source)
{
    constexpr std::array<std::string_view, 3> only_records{
        "indicators.measure.no_denominator", "indicators.measure.no_rows", "indicators.measure.all_cells_empty"};
    auto in_force = replay(targets.indicators, targets.revisions, year.last_day());
    if (!in_force) return {};
    Collections collections{source};
    std::vector<Fact> facts =
        measure_all({targets.goals, *std::move(in_force), targets.supports}, {}, collections, year, as_of);
    std::erase_if(facts, [&](const Fact& fact) {
        return fact.kind == FactKind::manual || !fact.missing ||
               std::find(only_records.begin(), only_records.end(), fact.missing->code) != only_records.end();
    });
    return facts;
}

}  // namespace indicators
