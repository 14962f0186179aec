// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "http/router.h"

namespace app {

// /livez, answered without a worker, so that it answers under any load.
std::optional<http::Response> alive(const http::Request& request);

// /livez, /readyz (database, space for data) and /version. No secrets.
void add_health_routes(http::Router& router);

}  // namespace app
