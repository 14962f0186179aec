// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "app/evaluation.h"
#include "app/serve/import_job.h"
#include "app/serve/job_kinds.h"
#include "app/serve/office.h"
#include "app/sources.h"
#include "closing/http/correction_fields.h"
#include "http/fields.h"
#include "indicators/failed_rows.h"
#include "indicators/http/year_parameter.h"
#include "indicators/import.h"

namespace app {

namespace {

namespace json = boost::json;

http::Response start_import_of_targets(http::Context& context)
{
    const auto year = indicators::year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    const std::string upload_id = fields.text("upload", 100);
    const bool dry_run = fields.optional_flag("dry_run").value_or(false);
    const auto correction = closing::correction_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto upload = table_upload(context, upload_id);
    if (!upload) return http::problem(422, upload.error());
    jobs::NewJob job{"indicators.import",
                     context.words({base::ErrorKind::invalid,
                                    "app.job.import_targets",
                                    {{"year", std::to_string(year->year)}, {"file", upload->name}}}),
                     "indicators.read"};
    job.upload = upload->id;
    job.params = json::serialize(
        json::object{{"year", year->year}, {"dry_run", dry_run}, {"correction", closing::to_json(correction)}});
    return start_import(context, std::move(job));
}

json::object result_json(const jobs::JobContext& context, const indicators::ImportOutcome& outcome, bool dry_run)
{
    json::array problems;
    for (const indicators::ImportProblem& problem : outcome.problems) {
        if (problems.size() == most_problems_listed) break;
        problems.push_back(problem_json(context, problem.place, problem.column, problem.error));
    }
    const std::size_t listed = problems.size();
    return {{"stored", outcome.stored},
            {"dry_run", dry_run},
            {"changed", outcome.changed},
            {"counts", json::object{{"goals", outcome.goals},
                                    {"indicators", outcome.indicators},
                                    {"supports", outcome.supports},
                                    {"revisions", outcome.revisions},
                                    {"entries", outcome.entries},
                                    {"notes", outcome.notes}}},
            {"passed_over", texts_json(outcome.sheets_passed_over)},
            {"examples", texts_json(outcome.examples)},
            {"kept", texts_json(outcome.kept)},
            {"problems", std::move(problems)},
            {"problems_not_listed", outcome.problems.size() - listed}};
}

// Measures of the workbook that no record can answer as things stand; each with the reason.
json::array unanswerable_json(const jobs::JobContext& context, const indicators::TargetsImport& read,
                              base::FiscalYear year)
{
    const base::Date today = std::clamp(context.clock.today(), year.first_day(), year.last_day());
    json::array measures;
    for (const indicators::Fact& fact :
         indicators::unanswerable(read.targets, year, today, sources_of(office_of(context), year)))
        measures.push_back(json::object{{"indicator", fact.code},
                                        {"name", fact.name},
                                        {"code", fact.missing->code},
                                        {"message", words_of(context, *fact.missing)}});
    return measures;
}

std::optional<indicators::RunId> run_named(const json::value& params)
{
    const std::string id{params.at("corrects").as_string()};
    return id.empty() ? std::nullopt : std::optional{indicators::RunId{id}};
}

http::Response start_evaluation(http::Context& context)
{
    const auto year = indicators::year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    const base::Date today = std::clamp(context.clock.today(), year->first_day(), year->last_day());
    const base::Date as_of = fields.optional_date("as_of").value_or(today);
    const std::string rule_set = rule_set_of(fields, fields.optional_text("rule_set").value_or(""));
    const std::string corrects = fields.optional_text("corrects", 100).value_or("");
    const std::string why = fields.optional_text("why", 1'000).value_or("");
    if (auto problem = fields.problem()) return *std::move(problem);
    // Told at once what would only fail later.
    const indicators::Indicators known{context.db, context.clock, context.data};
    const indicators::EvaluationRequest request{*year, as_of, {}, run_named(json::object{{"corrects", corrects}}), why};
    if (const auto fits = known.check_request(context.actor, request); !fits) return http::problem(fits.error());
    jobs::NewJob job{"indicators.evaluate",
                     context.words({base::ErrorKind::invalid,
                                    "app.job.evaluate",
                                    {{"year", std::to_string(year->year)}, {"rule_set", rule_set}}}),
                     "indicators.read"};
    job.params = json::serialize(json::object{{"year", year->year},
                                              {"as_of", as_of.to_string()},
                                              {"rule_set", rule_set},
                                              {"corrects", corrects},
                                              {"why", why}});
    return start_import(context, std::move(job));
}

}  // namespace

base::Result<json::object> run_targets_import(jobs::JobContext& context)
{
    const bool dry_run = context.params.at("dry_run").as_bool();
    const base::FiscalYear year{static_cast<int>(context.params.at("year").as_int64())};
    TRY_ASSIGN(const indicators::TargetsImport read,
               indicators::read_targets(context.upload, indicators::NamedEvidence::left_out));
    const auto mode = dry_run ? indicators::ImportMode::dry_run : indicators::ImportMode::store;
    indicators::Indicators into{context.db, context.clock, context.data, closing::correction_of(context.params)};
    TRY_ASSIGN(const indicators::ImportOutcome outcome, into.import_targets(context.actor, year, read, mode));
    json::object result = result_json(context, outcome, dry_run);
    json::array left_out;
    for (const indicators::EvidenceName& name : read.evidence_left_out)
        left_out.push_back(json::object{{"code", name.code}, {"name", name.file.string()}});
    result["evidence_left_out"] = std::move(left_out);
    result["unanswerable"] = outcome.problems.empty() ? unanswerable_json(context, read, year) : json::array{};
    if (outcome.problems.empty()) return result;
    const spreadsheet::FailedRows failed{failed_rows_file(context),
                                         [&](const base::Error& error) { return words_of(context, error); }};
    const auto rows = indicators::write_failed_rows(context.upload, outcome.problems, failed);
    // Where a header is wrong there are no rows to hand back; the problems say so.
    if (!rows && rows.error().code != "spreadsheet.failed.header_wrong")
        return tl::unexpected<base::Error>(rows.error());
    result["rows_to_correct"] = rows ? static_cast<std::int64_t>(*rows) : 0;
    return result;
}

base::Result<json::object> run_evaluation(jobs::JobContext& context)
{
    const json::object& params = context.params;
    EvaluationOptions options;
    options.year = {static_cast<int>(params.at("year").as_int64())};
    TRY_ASSIGN(options.as_of, base::Date::parse(std::string_view{params.at("as_of").as_string()}));
    options.rule_set = params.at("rule_set").as_string();
    options.corrects = run_named(params);
    options.why = params.at("why").as_string();
    context.progress(0, 1, words_of(context, {base::ErrorKind::invalid, "app.job.measuring"}));
    TRY_ASSIGN(const indicators::Run run, evaluate(office_of(context), options));
    return json::object{{"run", run.id.text()},
                        {"year", run.year.year},
                        {"as_of", run.as_of.to_string()},
                        {"total", run.total ? json::value(run.total->to_string()) : json::value(nullptr)},
                        {"digest", run.digest}};
}

void add_indicator_job_routes(http::Router& router)
{
    const std::string of_year = "/api/v1/indicators/years/{year}";
    router.add({.method = http::Method::post,
                .path = of_year + "/imports",
                .operation = "importTargets",
                .permission = "indicators.import",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = start_import_of_targets});
    router.add({.method = http::Method::post,
                .path = of_year + "/evaluations",
                .operation = "evaluateYear",
                .permission = "indicators.evaluate",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = start_evaluation});
}

}  // namespace app
