// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to the slice: from records to facts that are not frozen yet.

#include <map>
#include <string>
#include <vector>

#include "base/period.h"
#include "indicators/core/fact.h"
#include "indicators/core/run.h"
#include "indicators/indicators.h"

namespace indicators {

// What an indicator's measure is asked for: code, name, unit, definition and measure; nothing is answered yet.
Fact fact_for(const IndicatorInForce& indicator, base::FiscalYear year);

// Asks the source once for each collection.
class Collections {
public:
    explicit Collections(const FactSource& source) : source_{source} {}
    const base::Result<base::Records>& of(const std::string& name);

private:
    const FactSource& source_;
    std::map<std::string, base::Result<base::Records>> asked_;
};

// The year, up to the day the evaluation looks back from.
base::Period counted_period(base::FiscalYear year, base::Date as_of);

// The fact's measure (as declared in it) over the records: value, formula, period, records or the reason why not.
// `until` cuts the period that a measure declares itself: nothing behind that day counts.
Fact measure(Fact fact, Collections& collections, const base::Period& period,
             std::optional<base::Date> until = std::nullopt);

// Of every indicator in force and every supporting measure; an indicator without a measure takes what was entered.
std::vector<Fact> measure_all(const TargetsInForce& targets, const std::vector<Entry>& entries,
                              Collections& collections, base::FiscalYear year, base::Date as_of);

}  // namespace indicators
