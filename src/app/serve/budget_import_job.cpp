// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "app/serve/import_job.h"
#include "app/serve/job_kinds.h"
#include "budget/budget.h"
#include "budget/http/year_parameter.h"
#include "closing/http/correction_fields.h"
#include "http/fields.h"

namespace app {

namespace {

constexpr const char* kind_words[] = {"budget", "payments"};

http::Response start(http::Context& context)
{
    const auto year = budget::year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    using budget::ImportKind;
    const auto kind =
        fields.word<ImportKind>("kind", {{kind_words[0], ImportKind::budget}, {kind_words[1], ImportKind::payments}});
    const std::string upload_id = fields.text("upload", 100);
    const bool dry_run = fields.optional_flag("dry_run").value_or(false);
    const auto correction = closing::correction_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto upload = table_upload(context, upload_id);
    if (!upload) return http::problem(422, upload.error());
    const bool is_budget = kind == ImportKind::budget;
    jobs::NewJob job{"budget.import",
                     context.words({base::ErrorKind::invalid,
                                    is_budget ? "app.job.import_budget" : "app.job.import_payments",
                                    {{"year", std::to_string(year->year)}, {"file", upload->name}}}),
                     "budget.read"};
    job.upload = upload->id;
    job.params = boost::json::serialize(boost::json::object{{"kind", kind_words[is_budget ? 0 : 1]},
                                                            {"year", year->year},
                                                            {"dry_run", dry_run},
                                                            {"correction", closing::to_json(correction)}});
    return start_import(context, std::move(job));
}

boost::json::object result_json(const jobs::JobContext& context, const budget::ImportOutcome& outcome, bool dry_run)
{
    boost::json::array problems;
    for (const budget::ImportProblem& problem : outcome.problems)
        problems.push_back(problem_json(context, problem.place, problem.column, problem.error));
    return {{"stored", outcome.stored},
            {"dry_run", dry_run},
            {"counts", boost::json::object{{"rows", outcome.rows},
                                           {"added", outcome.added},
                                           {"unchanged", outcome.skipped},
                                           {"totals", outcome.totals}}},
            {"amount", outcome.amount.to_string()},
            {"passed_over", texts_json(outcome.sheets_passed_over)},
            {"examples", texts_json(outcome.examples)},
            {"problems", std::move(problems)},
            {"problems_not_listed", outcome.problems_not_listed}};
}

}  // namespace

base::Result<boost::json::object> run_budget_import(jobs::JobContext& context)
{
    const bool is_budget = context.params.at("kind").as_string() == kind_words[0];
    const bool dry_run = context.params.at("dry_run").as_bool();
    const base::FiscalYear year{static_cast<int>(context.params.at("year").as_int64())};
    TRY_ASSIGN(spreadsheet::Workbook workbook, spreadsheet::Workbook::open(context.upload));
    const budget::ImportFile file{workbook, context.upload.filename().string(),
                                  dry_run ? budget::ImportMode::dry_run : budget::ImportMode::store,
                                  rows_read(context)};
    budget::Budgets budgets{context.db, context.clock, closing::correction_of(context.params)};
    TRY_ASSIGN(const budget::ImportOutcome outcome, is_budget ? budgets.import_budget(context.actor, year, file)
                                                              : budgets.import_payments(context.actor, year, file));
    boost::json::object result = result_json(context, outcome, dry_run);
    if (outcome.problems.empty()) return result;
    const auto kind = is_budget ? budget::ImportKind::budget : budget::ImportKind::payments;
    const spreadsheet::FailedRows failed{failed_rows_file(context),
                                         [&](const base::Error& error) { return words_of(context, error); }};
    // Where a header is wrong there are no rows to hand back; the problems say so.
    const auto rows = budgets.write_failed(context.actor, year, kind, file, failed);
    if (!rows && rows.error().code != "spreadsheet.failed.header_wrong")
        return tl::unexpected<base::Error>(rows.error());
    result["rows_to_correct"] = rows ? static_cast<std::int64_t>(*rows) : 0;
    return result;
}

void add_budget_import_routes(http::Router& router)
{
    router.add({.method = http::Method::post,
                .path = "/api/v1/budget/years/{year}/imports",
                .operation = "importIntoBudget",
                .permission = "budget.import",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = start});
}

}  // namespace app
