// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "app/serve/import_job.h"
#include "app/serve/job_kinds.h"
#include "http/fields.h"
#include "jobs/uploads.h"
#include "premises/premises.h"
#include "premises/record_json.h"

namespace app {

namespace {

// Tables, zipped shapefiles, and texts that are .geojson or .dxf.
base::Result<jobs::Upload> survey_upload(http::Context& context, const std::string& id)
{
    const jobs::Uploads uploads{context.db, context.clock, context.data / "uploads"};
    TRY_ASSIGN(jobs::Upload upload, uploads.find(context.actor, jobs::UploadId{id}));
    if (upload.type == jobs::FileType::zip) return upload;
    return table_upload(context, id);
}

http::Response start_survey(http::Context& context)
{
    using premises::EstateKind;
    http::Fields fields{context.request};
    const std::string upload_id = fields.text("upload", 100);
    const EstateKind kind = fields.word<EstateKind>("kind", premises::words_of(premises::estate_kinds));
    const auto epsg = fields.optional_integer("epsg");
    const bool dry_run = fields.optional_flag("dry_run").value_or(false);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto upload = survey_upload(context, upload_id);
    if (!upload) return http::problem(422, upload.error());
    jobs::NewJob job{"premises.survey",
                     context.words({base::ErrorKind::invalid, "app.job.import_survey", {{"file", upload->name}}}),
                     "premises.read"};
    job.upload = upload->id;
    const bool is_text = upload->type == jobs::FileType::csv;
    boost::json::object params{{"kind", premises::named(premises::estate_kinds, kind).word},
                               {"epsg", nullptr},
                               {"name", is_text ? upload->name : jobs::name_by_type(upload->name, upload->type)},
                               {"dry_run", dry_run}};
    if (epsg) params["epsg"] = *epsg;
    job.params = boost::json::serialize(params);
    return start_import(context, std::move(job));
}

}  // namespace

base::Result<boost::json::object> run_survey(jobs::JobContext& context)
{
    const bool dry_run = context.params.at("dry_run").as_bool();
    premises::SurveyFile file{context.upload, std::string{context.params.at("name").as_string()}};
    file.kind = premises::of_word(premises::estate_kinds, context.params.at("kind").as_string())
                    .value_or(premises::EstateKind::building);
    if (!context.params.at("epsg").is_null()) file.epsg = context.params.at("epsg").as_int64();
    file.mode = dry_run ? premises::ImportMode::dry_run : premises::ImportMode::store;
    premises::Premises premises{context.db, context.clock};
    TRY_ASSIGN(const premises::SurveyOutcome outcome, premises.survey(context.actor, file));
    boost::json::array problems = problems_json(context, outcome.problems);
    const std::size_t listed = problems.size();
    boost::json::object result{{"stored", outcome.is_stored}, {"dry_run", dry_run}};
    for (const auto& [key, value] : premises::json_of(outcome)) result[key] = value;
    result["problems"] = std::move(problems);
    result["problems_not_listed"] = outcome.problems.size() - listed;
    return result;
}

void add_survey_job_routes(http::Router& router)
{
    router.add({.method = http::Method::post,
                .path = "/api/v1/premises/surveys",
                .operation = "importSurvey",
                .permission = "premises.import",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = start_survey});
}

}  // namespace app
