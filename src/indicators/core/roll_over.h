// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/period.h"
#include "indicators/core/targets.h"

namespace indicators {

// Behind a target that came over from the year before and that nobody has confirmed yet: taking it away confirms it.
inline constexpr std::string_view unconfirmed_mark = "（待确认）";

// Without the mark; whether it was there.
struct Confirmed {
    std::string_view text;
    bool is_unconfirmed = false;
};
Confirmed without_mark(std::string_view text);

// Whether last year's number stands in a text of a year.
bool names_last_year(std::string_view text, int year);

// Something about a year that came over which somebody has to look at.
//   indicators.roll_over.name_has_year, .target_has_year, .filter_has_year, .definition_has_year {code, text}
//   indicators.roll_over.period_stays {code, text}: a period that is not one of the year before
struct RollOverRemark {
    std::string code;  // of the indicator or supporting measure; of a goal its number
    base::Error what;
};

struct RolledTargets {
    Targets targets = {};
    std::vector<RollOverRemark> remarks = {};
};

// What a year promised at its end as a draft for another one: goals, weights and measures as they are, with periods
// moved; targets marked; the documents that changed them stay behind.
RolledTargets rolled_over(const std::vector<Goal>& goals, const std::vector<IndicatorSetting>& in_force,
                          const std::vector<SupportingMeasure>& supports, base::FiscalYear from, base::FiscalYear to);

}  // namespace indicators
