// SPDX-License-Identifier: Apache-2.0
// What a year holds as a whole, for its closing: a digest that nothing of it can change unseen.
#include <array>

#include "indicators/indicators.h"
#include "indicators/store/year_rows.h"

namespace indicators {

std::vector<closing::Content> Indicators::contents(const base::OrgId& org, base::FiscalYear year) const
{
    constexpr std::array<std::pair<const char*, YearPart>, 5> parts{{{"targets", YearPart::targets},
                                                                     {"revisions", YearPart::revisions},
                                                                     {"entries", YearPart::entries},
                                                                     {"notes", YearPart::notes},
                                                                     {"evidence", YearPart::evidence}}};
    std::vector<closing::Content> found;
    for (const auto& [kind, part] : parts) {
        closing::Holding held{kind};
        each_row(db_, org, year, part, [&](const std::vector<std::string>& fields) { held.add(fields); });
        found.push_back(held.finish());
    }
    return found;
}

}  // namespace indicators
