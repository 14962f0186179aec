// SPDX-License-Identifier: Apache-2.0
// Imports of the slices' own workbooks as jobs: a row for each.
#include <array>

#include <boost/json.hpp>

#include "allocations/allocations.h"
#include "app/serve/import_job.h"
#include "app/serve/job_kinds.h"
#include "holdings/holdings.h"
#include "http/fields.h"
#include "jobs/uploads.h"
#include "ledgers/table_json.h"
#include "meetings/meetings.h"
#include "premises/premises.h"
#include "repairs/repairs.h"
#include "surveys/surveys.h"

namespace app {

namespace {

// How many were asked, where the request says it (surveys).
constexpr const char* asked_field = "asked";
constexpr std::int64_t most_asked = 10'000'000;

ledgers::TableImporter premises_importer(const jobs::JobContext& context)
{
    return ledgers::importer_of(premises::Premises{context.db, context.clock}, context.actor);
}

ledgers::TableImporter allocations_importer(const jobs::JobContext& context)
{
    return ledgers::importer_of(allocations::Allocations{context.db, context.clock}, context.actor);
}

ledgers::TableImporter holdings_importer(const jobs::JobContext& context)
{
    return ledgers::importer_of(holdings::Holdings{context.db, context.clock}, context.actor);
}

ledgers::TableImporter meetings_importer(const jobs::JobContext& context)
{
    return ledgers::importer_of(meetings::Meetings{context.db, context.clock}, context.actor);
}

ledgers::TableImporter repairs_importer(const jobs::JobContext& context)
{
    return ledgers::importer_of(repairs::Repairs{context.db, context.clock, context.data}, context.actor);
}

ledgers::TableImporter surveys_importer(const jobs::JobContext& context)
{
    std::optional<std::int64_t> asked;
    if (const auto* said = context.params.if_contains(asked_field)) asked = said->as_int64();
    return surveys::importer_of({context.db, context.clock}, context.actor, asked);
}

struct TableJob {
    const char* kind;        // of the job
    const char* permission;  // to start it
    const char* may_look;    // at it
    const char* path;
    const char* operation;
    const char* title;  // words for the list of jobs
    ledgers::TableImporter (*importer)(const jobs::JobContext&);
    bool takes_asked = false;
};

constexpr std::array table_jobs{
    TableJob{"premises.import", "premises.import", "premises.read", "/api/v1/premises/imports", "importPremises",
             "app.job.import_premises", premises_importer},
    TableJob{"allocations.import", "premises.import", "premises.read", "/api/v1/allocations/imports",
             "importAllocations", "app.job.import_allocations", allocations_importer},
    TableJob{"holdings.import", "holdings.edit", "holdings.read", "/api/v1/holdings/imports", "importUnitLedgers",
             "app.job.import_holdings", holdings_importer},
    TableJob{"meetings.import", "meetings.import", "meetings.read", "/api/v1/meetings/imports", "importMeetings",
             "app.job.import_meetings", meetings_importer},
    TableJob{"repairs.import", "repairs.edit", "repairs.read", "/api/v1/repairs/imports", "importRepairs",
             "app.job.import_repairs", repairs_importer},
    TableJob{"surveys.import", "surveys.edit", "surveys.read", "/api/v1/surveys/imports", "importAnswers",
             "app.job.import_surveys", surveys_importer, true}};

http::Response start(http::Context& context, const TableJob& kind)
{
    http::Fields fields{context.request};
    const std::string upload_id = fields.text("upload", 100);
    const bool dry_run = fields.optional_flag("dry_run").value_or(false);
    std::optional<std::int64_t> asked;
    if (kind.takes_asked) asked = fields.optional_integer(asked_field);
    if (asked && (*asked < 0 || most_asked < *asked))
        fields.add(asked_field, {base::ErrorKind::invalid,
                                 "request.number_out_of_range",
                                 {{"least", "0"}, {"most", std::to_string(most_asked)}}});
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto upload = table_upload(context, upload_id);
    if (!upload) return http::problem(422, upload.error());
    jobs::NewJob job{kind.kind, context.words({base::ErrorKind::invalid, kind.title, {{"file", upload->name}}}),
                     kind.may_look};
    job.upload = upload->id;
    boost::json::object params{{"dry_run", dry_run}};
    if (asked) params[asked_field] = *asked;
    job.params = boost::json::serialize(params);
    return start_import(context, std::move(job));
}

base::Result<boost::json::object> run(jobs::JobContext& context, const TableJob& kind)
{
    using ledgers::ImportMode;
    const bool dry_run = context.params.at("dry_run").as_bool();
    const ledgers::TableImporter importer = kind.importer(context);
    TRY_ASSIGN(
        const ledgers::TableImport outcome,
        importer.import({context.upload, dry_run ? ImportMode::dry_run : ImportMode::store, rows_read(context)}));
    boost::json::object result = ledgers::json_of(outcome);
    result["dry_run"] = dry_run;
    TRY(tell_findings(context, outcome, result, [&](const spreadsheet::FailedRows& failed) {
        return importer.write_failed(context.upload, failed);
    }));
    return result;
}

}  // namespace

void add_table_jobs(jobs::Kinds& kinds)
{
    for (const TableJob& kind : table_jobs)
        kinds.emplace(kind.kind,
                      jobs::Kind{kind.permission, [&kind](jobs::JobContext& context) { return run(context, kind); }});
}

void add_table_job_routes(http::Router& router)
{
    for (const TableJob& kind : table_jobs)
        router.add({.method = http::Method::post,
                    .path = kind.path,
                    .operation = kind.operation,
                    .permission = kind.permission,
                    .body = http::Body::json,
                    .guard = http::Guard::idempotency_key,
                    .handle = [&kind](http::Context& context) { return start(context, kind); }});
}

}  // namespace app
