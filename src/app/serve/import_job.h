// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "http/router.h"
#include "jobs/core/upload.h"
#include "jobs/job_context.h"
#include "ledgers/table_import.h"

namespace app {

// What all imports have in common when they run as jobs.

// Refuses jobs.upload.unknown and jobs.upload.not_a_table: only tables can be imported.
base::Result<jobs::Upload> table_upload(http::Context& context, const std::string& id);

// Queues the job and answers 202.
http::Response start_import(http::Context& context, jobs::NewJob job);

// A sentence in the language that the job answers in.
std::string words_of(const jobs::JobContext& context, const base::Error& error);

// One entry of the result's `problems`, of which there are at most a thousand.
inline constexpr std::size_t most_problems_listed = 1'000;
boost::json::object problem_json(const jobs::JobContext& context, const std::string& place, const std::string& column,
                                 const base::Error& error);
boost::json::array problems_json(const jobs::JobContext& context, const std::vector<ledgers::ImportProblem>& list);
// Adds `problems`, `problems_not_listed` and, where there are some and `write` hands the rows back, `rows_to_correct`.
base::Result<void> tell_findings(jobs::JobContext& context, const ledgers::Findings& findings,
                                 boost::json::object& result,
                                 const std::function<base::Result<std::size_t>(const spreadsheet::FailedRows&)>& write);
boost::json::array texts_json(const std::vector<std::string>& texts);

// Where the rows go that have to be corrected.
std::filesystem::path failed_rows_file(const jobs::JobContext& context);

// For readers that count rows: tells the page, and ends when the job is cancelled.
std::function<void(std::int64_t, std::int64_t)> rows_read(const jobs::JobContext& context);

}  // namespace app
