// SPDX-License-Identifier: Apache-2.0
#include "premises/core/occupancy.h"

namespace premises {

base::Result<void> check_next(const Occupancy& last, const Occupancy& next, base::Date today)
{
    using base::ErrorKind;
    if (next.from > today)
        return base::fail(ErrorKind::invalid, "premises.occupancy.in_future", {{"date", next.from.to_string()}});
    if (next.from < last.from)
        return base::fail(ErrorKind::invalid, "premises.occupancy.before_last", {{"date", last.from.to_string()}});
    if (next.unit == last.unit)
        return base::fail(ErrorKind::conflict, "premises.occupancy.same_unit", {{"unit", next.unit}});
    return {};
}

base::Result<void> check_since(const std::vector<Occupancy>& past, base::Date since, base::Date today)
{
    using base::ErrorKind;
    if (since > today)
        return base::fail(ErrorKind::invalid, "premises.occupancy.in_future", {{"date", since.to_string()}});
    for (const Occupancy& one : past)
        if (!one.document.empty() || one.unit != past.back().unit)
            return base::fail(ErrorKind::conflict, "premises.occupancy.since_recorded",
                              {{"date", past.back().from.to_string()}});
    return {};
}

}  // namespace premises
