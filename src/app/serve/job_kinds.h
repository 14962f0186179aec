// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"
#include "jobs/job_context.h"

namespace app {

// What the server can do as a job, by kind. Whoever adds long work adds a line.
jobs::Kinds job_kinds();

// The routes that start them.
void add_budget_import_routes(http::Router& router);  // POST /api/v1/budget/years/{year}/imports
void add_ledger_import_routes(http::Router& router);  // POST /api/v1/ledgers/{ledger}/imports

// premises.import, meetings.import, repairs.import {dry_run} and surveys.import {dry_run, asked}
void add_table_jobs(jobs::Kinds& kinds);
void add_table_job_routes(http::Router& router);  // POST /api/v1/SLICE/imports of each

void add_survey_job_routes(http::Router& router);  // POST /api/v1/premises/surveys
// premises.survey {kind, epsg, dry_run}
base::Result<boost::json::object> run_survey(jobs::JobContext& context);

void add_indicator_job_routes(http::Router& router);  // POST /api/v1/indicators/years/{year}/imports, …/evaluations
void add_report_job_routes(http::Router& router);  // POST /api/v1/reports/years/{year}/renderings, and …/files/{name}

// budget.import {kind, year, dry_run} and ledgers.import {ledger, dry_run, remove_missing, mapping}.
base::Result<boost::json::object> run_budget_import(jobs::JobContext& context);
base::Result<boost::json::object> run_ledger_import(jobs::JobContext& context);

void add_check_job_routes(http::Router& router);  // POST /api/v1/check/reports and …/check/runs/{run}/report

// check.report {name, read_as, digest, bytes, year}
base::Result<boost::json::object> run_check(jobs::JobContext& context);

// indicators.import {year, dry_run}, indicators.evaluate {year, as_of, rule_set, corrects, why} and reports.render
// {year, run, date}.
base::Result<boost::json::object> run_targets_import(jobs::JobContext& context);
base::Result<boost::json::object> run_evaluation(jobs::JobContext& context);
base::Result<boost::json::object> run_report_rendering(jobs::JobContext& context);

}  // namespace app
