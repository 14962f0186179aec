// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "app/serve/import_job.h"
#include "app/serve/job_kinds.h"
#include "http/fields.h"
#include "premises/premises.h"
#include "premises/record_json.h"

namespace app {

namespace {

http::Response start(http::Context& context)
{
    http::Fields fields{context.request};
    const std::string upload_id = fields.text("upload", 100);
    const bool dry_run = fields.optional_flag("dry_run").value_or(false);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto upload = table_upload(context, upload_id);
    if (!upload) return http::problem(422, upload.error());
    jobs::NewJob job{"premises.import",
                     context.words({base::ErrorKind::invalid, "app.job.import_premises", {{"file", upload->name}}}),
                     "premises.read"};
    job.upload = upload->id;
    job.params = boost::json::serialize(boost::json::object{{"dry_run", dry_run}});
    return start_import(context, std::move(job));
}

}  // namespace

base::Result<boost::json::object> run_premises_import(jobs::JobContext& context)
{
    const bool dry_run = context.params.at("dry_run").as_bool();
    premises::ImportFile file{context.upload};
    file.mode = dry_run ? premises::ImportMode::dry_run : premises::ImportMode::store;
    file.progress = rows_read(context);
    premises::Premises premises{context.db, context.clock};
    TRY_ASSIGN(const premises::ImportOutcome outcome, premises.import(context.actor, file));
    boost::json::array problems;
    for (const premises::ImportProblem& problem : outcome.problems) {
        if (problems.size() == most_problems_listed) break;
        problems.push_back(problem_json(context, problem.place, problem.column, problem.error));
    }
    const std::size_t listed = problems.size();
    boost::json::object result{{"stored", outcome.is_stored}, {"dry_run", dry_run}};
    for (const auto& [key, value] : premises::json_of(outcome)) result[key] = value;
    result["problems"] = std::move(problems);
    result["problems_not_listed"] = outcome.problem_count - listed;
    return result;
}

void add_premises_job_routes(http::Router& router)
{
    router.add({.method = http::Method::post,
                .path = "/api/v1/premises/imports",
                .operation = "importPremises",
                .permission = "premises.import",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = start});
}

}  // namespace app
