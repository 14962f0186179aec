// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "app/serve/import_job.h"
#include "app/serve/job_kinds.h"
#include "http/fields.h"
#include "jobs/uploads.h"
#include "ledgers/table_json.h"
#include "meetings/meetings.h"

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
    jobs::NewJob job{"meetings.import",
                     context.words({base::ErrorKind::invalid, "app.job.import_meetings", {{"file", upload->name}}}),
                     "meetings.read"};
    job.upload = upload->id;
    job.params = boost::json::serialize(boost::json::object{{"dry_run", dry_run}});
    return start_import(context, std::move(job));
}

}  // namespace

base::Result<boost::json::object> run_meetings_import(jobs::JobContext& context)
{
    const bool dry_run = context.params.at("dry_run").as_bool();
    meetings::ImportFile file{context.upload};
    file.mode = dry_run ? meetings::ImportMode::dry_run : meetings::ImportMode::store;
    file.progress = rows_read(context);
    meetings::Meetings meetings{context.db, context.clock};
    TRY_ASSIGN(const meetings::ImportOutcome outcome, meetings.import(context.actor, file));
    boost::json::object result{{"stored", outcome.is_stored}, {"dry_run", dry_run}};
    for (const auto& [key, value] : ledgers::json_of(outcome.sheets, outcome.changed, outcome)) result[key] = value;
    TRY(tell_findings(context, outcome, result, [&](const spreadsheet::FailedRows& failed) {
        return meetings.write_failed(context.actor, context.upload, failed);
    }));
    return result;
}

void add_meetings_job_routes(http::Router& router)
{
    router.add({.method = http::Method::post,
                .path = "/api/v1/meetings/imports",
                .operation = "importMeetings",
                .permission = "meetings.import",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = start});
}

}  // namespace app
