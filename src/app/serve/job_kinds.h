// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"
#include "jobs/job_context.h"

namespace app {

// What the server can do as a job, by kind. Whoever adds long work adds a line.
jobs::Runs job_kinds();

// The routes that start them.
void add_budget_import_routes(http::Router& router);  // POST /api/v1/budget/years/{year}/imports
void add_ledger_import_routes(http::Router& router);  // POST /api/v1/ledgers/{ledger}/imports

// budget.import {kind, year, dry_run} and ledgers.import {ledger, dry_run, remove_missing, mapping}.
base::Result<boost::json::object> run_budget_import(jobs::JobContext& context);
base::Result<boost::json::object> run_ledger_import(jobs::JobContext& context);

}  // namespace app
