// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "http/router.h"
#include "indicators/indicators.h"

namespace indicators {

// What the routes need of other slices; app hands it in.
struct Surroundings {
    // Where a year's measures find their records.
    std::function<FactSource(const http::Context&, base::FiscalYear)> source;
    // What a file is by its content, as the word of the contract (pdf, xlsx, jpg …), or why it is not taken.
    std::function<base::Result<std::string>(const std::filesystem::path&)> type_of;
    // Refuses a name that may not be shown and offered for saving.
    std::function<base::Result<void>(const std::string&)> check_name;
    // Refuses a run whose report says something that cannot be signed.
    std::function<base::Result<void>(const http::Context&, const Run&)> check_report;
};

// Every path of /api/v1/indicators but jobs and what is watched (app/serve). No rule stands in a route.
void add_indicator_routes(http::Router& router, const Surroundings& surroundings);

}  // namespace indicators
