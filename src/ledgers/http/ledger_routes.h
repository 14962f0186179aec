// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"
#include "ledgers/record_lists.h"

namespace ledgers {

// /api/v1/ledgers: registers, records, history, files. `lists` must outlive the router. Imports are jobs (src/app).
void add_ledger_routes(http::Router& router, RecordLists& lists);

void add_record_routes(http::Router& router, RecordLists& lists);

}  // namespace ledgers
