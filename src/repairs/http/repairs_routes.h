// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"

namespace repairs {

// All routes below /api/v1/repairs.
void add_repairs_routes(http::Router& router);
// Parts of it.
void add_equipment_routes(http::Router& router);
void add_inspection_routes(http::Router& router);
void add_order_routes(http::Router& router);
void add_label_routes(http::Router& router);
void add_file_routes(http::Router& router);

}  // namespace repairs
