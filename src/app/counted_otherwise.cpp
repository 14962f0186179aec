// SPDX-License-Identifier: Apache-2.0
#include "app/counted_otherwise.h"

#include <algorithm>
#include <set>

#include "indicators/core/measured.h"

namespace app {

namespace {

using indicators::Condition;
using indicators::ConditionOperator;
using indicators::Measure;
using indicators::MeasureMethod;

// A column of free text has as many values as records: none of them explains anything.
constexpr std::size_t most_values = 20;

class Recount {
public:
    Recount(const indicators::Fact& fact, const base::Records& records, base::Period period)
        : fact_{fact}, records_{records}, period_{period}
    {
        for (const indicators::FactRecord& record : fact.records) frozen_.insert(record.id);
    }

    // Whether the measure still gives what was frozen.
    bool is_as_frozen(const Measure& measure) const
    {
        const indicators::Measured now = measured(measure);
        return now.value == fact_.value && now.counted.size() == frozen_.size() &&
               std::all_of(now.counted.begin(), now.counted.end(),
                           [&](std::size_t row) { return frozen_.contains(records_.rows[row].id); });
    }

    void add(const Measure& measure, std::string with)
    {
        const indicators::Measured other = measured(measure);
        if (!other.value || other.value == fact_.value) return;
        check::KnownFigure size;
        check::say(size, *other.value, fact_.unit);
        check::CountedOtherwise counted{std::move(with), size.value};
        for (const std::size_t row : other.counted) {
            const base::Record& record = records_.rows[row];
            if (frozen_.contains(record.id)) continue;
            counted.records.push_back(record.id);
            counted.places.push_back(record.place);
        }
        all_.push_back(std::move(counted));
    }

    // One value more, for each value that records have there.
    void add_values(const Measure& measure, std::size_t condition)
    {
        const Condition& filter = measure.filter[condition];
        const auto column = records_.column(filter.column);
        if (filter.op != ConditionOperator::equal || !column) return;
        std::set<std::string> values;
        for (const base::Record& record : records_.rows) values.insert(base::to_string(record.cells[*column]));
        for (const std::string& one : filter.alternatives) values.erase(one);
        values.erase("");
        if (values.size() > most_values) return;
        for (const std::string& value : values) {
            Measure wider = measure;
            wider.filter[condition].alternatives.push_back(value);
            add(wider, filter.column + "=" + value);
        }
    }

    std::vector<check::CountedOtherwise> take() { return std::move(all_); }

private:
    indicators::Measured measured(const Measure& measure) const
    {
        return indicators::evaluate(measure, {fact_.unit, fact_.decimals}, records_, period_);
    }

    const indicators::Fact& fact_;
    const base::Records& records_;
    base::Period period_;
    std::set<std::string> frozen_;
    std::vector<check::CountedOtherwise> all_;
};

}  // namespace

const base::Records& RecordsOnce::of(const std::string& name)
{
    const auto known = asked_.find(name);
    if (known != asked_.end()) return known->second;
    auto records = source_(name);
    return asked_.emplace(name, records ? *std::move(records) : base::Records{}).first->second;
}

std::vector<check::CountedOtherwise> counted_otherwise(const indicators::Fact& fact, const indicators::Run& run,
                                                       RecordsOnce& records)
{
    const auto measure = indicators::parse_measure(fact.measure);
    if (!measure || fact.source.empty()) return {};
    if (measure->method != MeasureMethod::count && measure->method != MeasureMethod::sum) return {};
    Recount recount{fact,
                    records.of(fact.source),
                    {run.year.first_day(), std::clamp(run.as_of, run.year.first_day(), run.year.last_day())}};
    if (!recount.is_as_frozen(*measure)) return {};
    for (std::size_t i = 0; i < measure->filter.size(); ++i) {
        recount.add_values(*measure, i);
        Measure wider = *measure;
        wider.filter.erase(wider.filter.begin() + static_cast<std::ptrdiff_t>(i));
        recount.add(wider, "不是“" + to_text(measure->filter[i]) + "”");
    }
    if (!measure->all_time) {
        Measure wider = *measure;
        wider.period.reset();
        wider.all_time = true;
        recount.add(wider, "不在" + fact.period + "期间");
    }
    return recount.take();
}

}  // namespace app
