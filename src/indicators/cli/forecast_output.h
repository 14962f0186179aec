// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/terminal.h"
#include "indicators/core/forecast_back_test.h"

namespace indicators {

// As a table, or as the shapes Forecast and BackTest of docs/api/openapi.yaml.
void print_forecast(const Forecast& forecast, const ::cli::Terminal& terminal);
void print_back_test(const BackTest& test, const ::cli::Terminal& terminal);

}  // namespace indicators
