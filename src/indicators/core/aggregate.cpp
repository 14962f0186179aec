// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/aggregate.h"

#include "base/quantity.h"

namespace indicators {

using base::ErrorKind;
using base::Ratio;

base::Result<Ratio> aggregate(const std::vector<UnitActual>& units)
{
    if (units.empty()) return base::fail(ErrorKind::invalid, "indicators.aggregate.nothing");
    const std::string& unit = units.front().unit;
    const bool relative = unit == "%";
    Ratio sum = Ratio::whole(0);
    base::Money money;
    for (const UnitActual& actual : units) {
        const auto times = base::conversion(actual.unit, unit);
        if (!times)
            return base::fail(ErrorKind::invalid, "indicators.aggregate.units_differ",
                              {{"unit", unit}, {"other", actual.unit}});
        const Ratio value = actual.value * *times;
        sum = sum + (relative ? value * Ratio::whole(actual.money.fen()) : value);
        money += actual.money;
    }
    if (!relative) return sum;
    if (money.fen() <= 0) return base::fail(ErrorKind::invalid, "indicators.aggregate.no_money");
    return sum / Ratio::whole(money.fen());
}

}  // namespace indicators
