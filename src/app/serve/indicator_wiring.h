// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "indicators/http/indicator_routes.h"

namespace app {

// What indicators needs of other slices, from the slices that have it.
indicators::Surroundings indicator_surroundings();

// Forecast, what-if and the workbench: /api/v1/indicators/years/{year}/forecast, …/what-if, …/desk.
void add_watch_routes(http::Router& router);

}  // namespace app
