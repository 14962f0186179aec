// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "app/serve/metrics.h"
#include "app/system/system_routes.h"
#include "http/router.h"
#include "identity/http/identity_routes.h"
#include "jobs/live.h"
#include "ledgers/record_lists.h"

namespace app {

// What routes share with the rest of the server, for as long as it lives.
struct Shared {
    Metrics metrics = {};
    jobs::Live live = {};
    ledgers::RecordLists lists = {};
    SystemDesk system = {};
};

// Papers of allocations: rendering takes fonts, which are the program's.
void add_allocation_paper_routes(http::Router& router);
void add_meeting_paper_routes(http::Router& router);

// Every route of the server: those of the slices, and the server's own. The contract (docs/api/openapi.yaml) names the
// same set; tests/api proves it.
http::Router all_routes(Shared& shared, std::function<Metrics::Sources()> sources, const identity::Door& door);

}  // namespace app
