// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/rule_set.h"

#include <algorithm>

#include "chinese/letters.h"

namespace indicators {

base::Decimal full_marks(const RuleSet& rules)
{
    return rules.execution ? rules.weights.total + rules.execution->weight : rules.weights.total;
}

const Band* band_named(const RuleSet& rules, std::string_view text)
{
    const std::string clean = chinese::compact(text);
    if (clean.empty()) return nullptr;
    for (const Band& band : rules.bands)
        if (band.name == clean || std::find(band.also.begin(), band.also.end(), clean) != band.also.end()) return &band;
    return nullptr;
}

std::optional<std::string> grade_of(const RuleSet& rules, base::Decimal total)
{
    for (const Grade& grade : rules.grades)
        if (total >= grade.from) return grade.name;
    return std::nullopt;
}

}  // namespace indicators
