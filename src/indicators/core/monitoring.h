// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/ratio.h"
#include "indicators/core/rule_set.h"

namespace indicators {

enum class Light { red, yellow, green, blue };

std::string_view to_text(Light light);  // the word in JSON

// What was done ÷ what the elapsed part of the year asks for: below which share a light is red or yellow, and from
// which it is blue.
struct LightLimits {
    base::Decimal red_below;
    base::Decimal yellow_below;
    std::optional<base::Decimal> blue_from = {};
};

// How a year-end value is expected from part of a year (README.md).
struct ForecastRule {
    base::Decimal early_margin;                   // how far a range is widened while few months are over
    int settled_months = 3;                       // from so many complete months on it is not
    int payment_lag_months = 1;                   // of a service contract nothing was paid under yet
    std::vector<std::string> planned_words = {};  // what the state of an event says that has not happened yet
};

// Why something that is missing has to be there.
struct MissingBasis {
    std::string text = {};  // empty: no law or rule asks for it
    Certainty certainty = Certainty::unconfirmed;
};

// How a year is watched while it runs, as data: rules/monitoring/*.json.
struct Monitoring {
    std::string id;
    std::string title;
    base::Date valid_from;
    std::string source;
    Certainty certainty = Certainty::unconfirmed;
    LightLimits execution;
    LightLimits indicator;
    std::vector<std::string> all_year = {};  // second-level indicators that the whole target is asked of in any month
    ForecastRule forecast;
    std::map<std::string, MissingBasis, std::less<>> missing = {};  // by what is missing
};

// `reached` is the share of the whole year's target or budget, `elapsed` the share of the year that is over (positive).
Light light_of(const LightLimits& limits, const base::Ratio& reached, const base::Ratio& elapsed);

}  // namespace indicators
