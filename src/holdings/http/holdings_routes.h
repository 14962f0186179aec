// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"

namespace holdings {

// /api/v1/holdings: stocktakes, reconciliations, idle rooms, leases.
void add_holdings_routes(http::Router& router);
void add_file_routes(http::Router& router);
void add_lease_routes(http::Router& router);

}  // namespace holdings
