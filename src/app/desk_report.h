// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/forecaster.h"
#include "indicators/core/missing.h"

namespace app {

// What a performance officer sees first: the year's forecast and what is missing.
struct DeskReport {
    indicators::Forecast forecast;
    std::vector<indicators::Missing> missing = {};
    std::optional<indicators::BackTest> back_test = {};  // of this year once it is over, else of the year before
};

// A year without targets has a desk that says so. Refuses what Forecaster does.
base::Result<DeskReport> desk_report(const cli::Office& office, Forecaster& forecaster, base::FiscalYear year,
                                     base::Date on);

}  // namespace app
