// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"

namespace identity {

void add_session_routes(http::Router& router);

}  // namespace identity
