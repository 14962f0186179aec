// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <boost/json.hpp>

#include "app/system/restoration.h"
#include "app/system/system_routes.h"

namespace app {

// …/system/backups/{backup}/restoration asks, …/system/restoration/decision agrees or does not: two administrators, of
// whom the one that rules the machine does the first and the one that rules over rights the second.
void add_restoration_routes(http::Router& router, SystemDesk& desk);

// In the contract's shapes; null where there is none.
boost::json::value to_json(const std::optional<Restoration>& one, const http::Context& context);
boost::json::value to_json(const std::optional<base::Error>& error, const http::Context& context);
boost::json::value instant(std::int64_t at_ms);

}  // namespace app
