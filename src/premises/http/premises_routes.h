// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"

namespace premises {

// /api/v1/premises: parcels, buildings and rooms, the map, campaigns, template and export. Imports run as jobs, and
// their routes are the application's.
void add_premises_routes(http::Router& router);

// Private to src/premises/http.
void add_estate_routes(http::Router& router);
void add_campaign_routes(http::Router& router);
void add_file_routes(http::Router& router);

}  // namespace premises
