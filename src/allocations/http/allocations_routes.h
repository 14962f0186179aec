// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"

namespace allocations {

// /api/v1/allocations but for requests and printed papers: units and standards, rooms of persons, agreements and
// publications.
void add_unit_routes(http::Router& router);
void add_file_routes(http::Router& router);
void add_room_use_routes(http::Router& router);
void add_agreement_routes(http::Router& router);

}  // namespace allocations
