// SPDX-License-Identifier: Apache-2.0
#include "allocations/core/unit.h"

#include <algorithm>

namespace allocations {

base::Result<void> check(const Unit& unit, const premises::AreaStandards& standards,
                         const premises::SupersededStandard& superseded, base::Date today)
{
    if (unit.name().empty()) return base::fail(base::ErrorKind::invalid, "allocations.unit.name_empty");
    if (unit.valid_from > today)
        return base::fail(base::ErrorKind::invalid, "allocations.unit.in_future",
                          {{"date", unit.valid_from.to_string()}});
    TRY(premises::approve(unit.establishment, standards));
    for (const auto& [rank, area] : unit.stated)
        TRY(premises::check_stated(standards, superseded, unit.establishment.level, rank, area));
    return {};
}

base::Result<void> check_follows(const Unit& unit, const Unit& before)
{
    if (unit.valid_from >= before.valid_from) return {};
    return base::fail(base::ErrorKind::conflict, "allocations.unit.before_last",
                      {{"unit", unit.name()}, {"date", before.valid_from.to_string()}});
}

bool UnitFile::is_over_somewhere() const
{
    return comparison.is_over || std::any_of(comparison.uses.begin(), comparison.uses.end(),
                                             [](const premises::UseComparison& use) { return use.is_over; });
}

}  // namespace allocations
