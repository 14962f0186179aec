// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"

namespace allocations {

// /api/v1/allocations/requests
void add_request_routes(http::Router& router);

}  // namespace allocations
