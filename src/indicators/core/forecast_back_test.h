// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "indicators/core/forecast.h"

namespace indicators {

// What was expected on one day, beside what came. Points and values with their sign: expected − actual.
struct BackTestDay {
    base::Date on;
    ScoreRange total;
    std::optional<base::Decimal> error = {};         // points of the total
    bool in_range = false;                           // the total that came lay between low and high
    std::optional<base::Ratio> executed_error = {};  // (expected − actual) ÷ actual of the money spent
};

struct BackTestPoint {
    base::Date on;
    std::optional<base::Ratio> expected = {};
    std::optional<base::Decimal> score_error = {};
    bool in_range = false;
};

struct BackTestRow {
    std::string code;
    std::string name;
    std::string unit;
    std::optional<base::Ratio> actual = {};
    std::optional<base::Decimal> score = {};
    std::vector<BackTestPoint> points = {};
    std::optional<base::Ratio> mean_error = {};  // mean of |expected − actual| ÷ actual; none where actual is 0
    base::Decimal mean_score_error{0, 2};        // mean of |points|, half-up
};

// A finished year, forecast from the end of each of its months and held against what came.
struct BackTest {
    base::FiscalYear year = {};
    std::optional<base::Decimal> total = {};  // that came
    std::vector<BackTestDay> days = {};
    std::vector<BackTestRow> rows = {};
    std::optional<base::Decimal> mean_error = {};   // mean of |error| of the total, half-up
    std::optional<base::Decimal> worst_error = {};  // the largest |error|
};

// `forecasts` were made on earlier days, oldest first; `final` is the forecast of the year's last day. Indicators are
// matched by code; one that was added later has fewer points.
BackTest back_test(const std::vector<Forecast>& forecasts, const Forecast& final);

}  // namespace indicators
