// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"

namespace app {

// /api/v1/closing: closing months and years, what changed behind them.
void add_closing_routes(http::Router& router);
// A year from the one before, and two years side by side.
void add_turn_routes(http::Router& router);

}  // namespace app
