// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <boost/json.hpp>

#include "app/serve/import_job.h"
#include "app/serve/job_kinds.h"
#include "closing/http/correction_fields.h"
#include "http/fields.h"
#include "ledgers/ledgers.h"

namespace app {

namespace {

constexpr std::size_t most_rows_shown = 200;  // of each part of a difference; the counts are complete

http::Response start(http::Context& context)
{
    const std::string& ledger = context.part("ledger");
    http::Fields fields{context.request};
    const std::string upload_id = fields.text("upload", 100);
    const bool dry_run = fields.optional_flag("dry_run").value_or(false);
    const bool remove_missing = fields.optional_flag("remove_missing").value_or(false);
    const auto correction = closing::correction_of(fields);
    boost::json::array mapping;
    if (fields.has("mapping"))
        for (http::Fields& pair : fields.objects("mapping"))
            mapping.push_back(boost::json::object{{"header", pair.text("header", 200)},
                                                  {"column", pair.optional_text("column", 200).value_or("")}});
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto importable = ledgers::Ledgers{context.db, context.clock}.find_for_import(context.actor, ledger);
    if (!importable) return http::problem(importable.error());
    const auto upload = table_upload(context, upload_id);
    if (!upload) return http::problem(422, upload.error());
    jobs::NewJob job{
        "ledgers.import",
        context.words(
            {base::ErrorKind::invalid, "app.job.import_ledger", {{"ledger", ledger}, {"file", upload->name}}}),
        "ledgers.read"};
    job.upload = upload->id;
    job.params = boost::json::serialize(boost::json::object{{"ledger", ledger},
                                                            {"dry_run", dry_run},
                                                            {"remove_missing", remove_missing},
                                                            {"mapping", std::move(mapping)},
                                                            {"correction", closing::to_json(correction)}});
    return start_import(context, std::move(job));
}

ledgers::ImportOptions options_of(const jobs::JobContext& context)
{
    ledgers::ImportOptions options;
    for (const auto& pair : context.params.at("mapping").as_array())
        options.mapping.emplace_back(pair.at("header").as_string(), pair.at("column").as_string());
    if (context.params.at("remove_missing").as_bool()) options.missing = ledgers::Missing::remove;
    options.progress = rows_read(context);
    return options;
}

boost::json::object cells_json(const ledgers::Definition& definition, const std::string& joined)
{
    std::vector<std::string> cells = ledgers::split_cells(joined);
    cells.resize(definition.columns.size());
    boost::json::object json;
    for (std::size_t i = 0; i < cells.size(); ++i) json[definition.columns[i].title] = cells[i];
    return json;
}

boost::json::array added_json(const ledgers::ImportReport& report)
{
    boost::json::array rows;
    for (const std::size_t at : report.difference.added) {
        if (rows.size() == most_rows_shown) break;
        const ledgers::NewRecord& record = report.reading.records[at];
        rows.push_back(boost::json::object{{"identity", ledgers::shown_identity(record.identity)},
                                           {"place", report.reading.place_of(record)},
                                           {"cells", cells_json(report.definition, record.cells)}});
    }
    return rows;
}

boost::json::array changed_json(const ledgers::ImportReport& report, const std::vector<ledgers::Changed>& list)
{
    boost::json::array rows;
    for (const ledgers::Changed& changed : list) {
        if (rows.size() == most_rows_shown) break;
        boost::json::array columns;
        for (const ledgers::ColumnChange& column : changed.columns)
            columns.push_back(
                boost::json::object{{"column", column.column}, {"before", column.before}, {"after", column.after}});
        rows.push_back(boost::json::object{{"identity", ledgers::shown_identity(changed.before.identity)},
                                           {"place", report.reading.place_of(report.reading.records[changed.record])},
                                           {"columns", std::move(columns)}});
    }
    return rows;
}

boost::json::array missing_json(const ledgers::ImportReport& report)
{
    boost::json::array rows;
    for (const ledgers::KnownRecord& record : report.difference.missing) {
        if (rows.size() == most_rows_shown) break;
        rows.push_back(boost::json::object{{"identity", ledgers::shown_identity(record.identity)},
                                           {"place", record.place},
                                           {"cells", cells_json(report.definition, record.cells)}});
    }
    return rows;
}

boost::json::object counts_json(const ledgers::ImportReport& report)
{
    const ledgers::Difference& difference = report.difference;
    std::size_t totals = 0;
    for (const ledgers::SheetRead& sheet : report.reading.sheets) totals += sheet.totals;
    return {{"rows", report.reading.records.size()},
            {"added", difference.added.size()},
            {"changed", difference.changed.size()},
            {"restored", difference.restored.size()},
            {"unchanged", difference.unchanged},
            {"missing", difference.missing.size()},
            {"removed", report.removed},
            {"totals", totals},
            {"problems", report.reading.problem_count}};
}

// Headers of the files that the register has no column for: what a mapping could be about.
boost::json::array unknown_headers_json(const ledgers::Reading& reading)
{
    boost::json::array headers;
    for (const ledgers::SheetRead& sheet : reading.sheets)
        for (const std::string& header : sheet.unknown_headers)
            headers.push_back(boost::json::object{{"sheet", sheet.name}, {"header", header}});
    return headers;
}

boost::json::array problems_json(const jobs::JobContext& context, const ledgers::Reading& reading)
{
    boost::json::array problems;
    for (const ledgers::Problem& problem : reading.problems) {
        if (problems.size() == most_problems_listed) break;
        problems.push_back(problem_json(context, problem.place, problem.column, problem.error));
    }
    return problems;
}

boost::json::object result_json(const jobs::JobContext& context, const ledgers::ImportReport& report, bool dry_run)
{
    const ledgers::Reading& reading = report.reading;
    boost::json::array problems = problems_json(context, reading);
    const std::size_t listed = problems.size();
    return {{"ledger", report.ledger},
            {"stored", report.is_stored},
            {"dry_run", dry_run},
            {"declared", report.was_declared && report.is_stored},
            {"counts", counts_json(report)},
            {"added", added_json(report)},
            {"changed", changed_json(report, report.difference.changed)},
            {"restored", changed_json(report, report.difference.restored)},
            {"missing", missing_json(report)},
            {"passed_over", texts_json(reading.passed_over)},
            {"examples", texts_json(reading.examples)},
            {"unknown_headers", unknown_headers_json(reading)},
            {"problems", std::move(problems)},
            {"problems_not_listed", reading.problem_count - listed}};
}

}  // namespace

base::Result<boost::json::object> run_ledger_import(jobs::JobContext& context)
{
    const std::string name{context.params.at("ledger").as_string()};
    const bool dry_run = context.params.at("dry_run").as_bool();
    const ledgers::ImportOptions options = options_of(context);
    ledgers::Ledgers ledgers{context.db, context.clock, closing::correction_of(context.params)};
    TRY_ASSIGN(const ledgers::ImportReport report,
               dry_run ? ledgers.preview(context.actor, name, {context.upload}, options)
                       : ledgers.import(context.actor, name, {context.upload}, options));
    boost::json::object result = result_json(context, report, dry_run);
    if (report.reading.is_clean()) return result;
    const spreadsheet::FailedRows failed{failed_rows_file(context),
                                         [&](const base::Error& error) { return words_of(context, error); }};
    const auto rows = ledgers.write_failed(context.actor, name, {context.upload}, options, failed);
    if (!rows && rows.error().code != "spreadsheet.failed.header_wrong")
        return tl::unexpected<base::Error>(rows.error());
    result["rows_to_correct"] = rows ? static_cast<std::int64_t>(*rows) : 0;
    return result;
}

void add_ledger_import_routes(http::Router& router)
{
    router.add({.method = http::Method::post,
                .path = "/api/v1/ledgers/{ledger}/imports",
                .operation = "importIntoLedger",
                .permission = "ledgers.import",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = start});
}

}  // namespace app
