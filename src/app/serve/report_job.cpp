// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "app/report_output.h"
#include "app/serve/gateway.h"
#include "app/serve/import_job.h"
#include "app/serve/job_kinds.h"
#include "app/serve/office.h"
#include "app/serve/report_wiring.h"
#include "app/year_report.h"
#include "http/fields.h"
#include "indicators/http/year_parameter.h"
#include "jobs/jobs.h"
#include "reports/reports.h"

namespace app {

namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

constexpr const char* kind = "reports.render";

cli::Language language_named(const std::string& language)
{
    return language == "en" ? cli::Language::english : cli::Language::chinese;
}

http::Response start(http::Context& context)
{
    const auto year = indicators::year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    const std::string run_id = fields.optional_text("run", 100).value_or("");
    const base::Date date = fields.optional_date("date").value_or(context.clock.today());
    if (auto problem = fields.problem()) return *std::move(problem);
    // Told at once what would only fail later: which run, and whether its records are what they were.
    const auto run = run_to_report(office_of(context), *year, run_id);
    if (!run) return http::problem(run.error());
    if (const auto report = year_report(office_of(context), *run, printed_date(date), language_of(context.request),
                                        RecordLists::figures_alone);
        !report)
        return http::problem(report.error());
    jobs::NewJob job{
        kind, context.words({base::ErrorKind::invalid, "app.job.render", {{"year", std::to_string(year->year)}}}),
        "reports.read"};
    job.params =
        json::serialize(json::object{{"year", year->year}, {"run", run->id.text()}, {"date", date.to_string()}});
    return start_import(context, std::move(job));
}

// The rendered file of that name. Only what the job's result names is opened: a name from outside never becomes a path
// by itself.
std::optional<fs::path> file_of(const http::Context& context, const jobs::Job& job, std::string_view name)
{
    const json::value result = json::parse(job.result.value_or("{}"));
    for (const auto& file : result.at("files").as_array()) {
        const fs::path path = context.data / "jobs" / job.id.text() / name;
        if (file.at("name").as_string() == name && fs::is_regular_file(path)) return path;
    }
    return std::nullopt;
}

// The newest rendering of the year that one may see.
http::Response newest_file(http::Context& context)
{
    const auto year = indicators::year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const std::string& name = context.part("name");
    jobs::JobFilter filter{jobs::JobState::done, kind, {}, {}};
    const jobs::Jobs jobs{context.db, context.clock};
    constexpr std::size_t page_size = 50;
    do {
        const jobs::JobPage page = jobs.page(context.actor, filter, page_size);
        for (const jobs::Job& job : page.jobs) {
            if (json::parse(job.what.params).at("year").as_int64() != year->year) continue;
            if (const auto path = file_of(context, job, name))
                return http::attachment(*path, std::to_string(year->year) + "-" + name);
        }
        filter.before = page.next;
    } while (!filter.before.empty());
    return http::problem(
        {base::ErrorKind::not_found, "app.report.not_rendered", {{"year", std::to_string(year->year)}}});
}

}  // namespace

base::Result<reports::Preview> compose_preview(const http::Context& context, const reports::PreviewRequest& request)
{
    const cli::Office office = office_of(context);
    TRY_ASSIGN(const indicators::Run run, run_to_report(office, request.year, request.run));
    TRY_ASSIGN(reports::YearReport report, year_report(office, run, printed_date(request.date),
                                                       language_of(context.request), RecordLists::figures_alone));
    return reports::Preview{std::move(report), run.id.text()};
}

base::Result<boost::json::object> run_report_rendering(jobs::JobContext& context)
{
    const cli::Office office = office_of(context);
    const base::FiscalYear year{static_cast<int>(context.params.at("year").as_int64())};
    const cli::Language language = language_named(context.language);
    const auto step = [&](int done) {
        context.progress(done, reports::render_steps + 1,
                         words_of(context, {base::ErrorKind::invalid, "app.job.rendering"}));
    };
    step(0);
    TRY_ASSIGN(const indicators::Run run,
               run_to_report(office, year, std::string{context.params.at("run").as_string()}));
    TRY_ASSIGN(const base::Date date, base::Date::parse(std::string_view{context.params.at("date").as_string()}));
    TRY_ASSIGN(const indicators::RuleSet rules, indicators::load_rule_set(run.rule_set.id));
    TRY_ASSIGN(const reports::YearReport report, year_report(office, run, printed_date(date), language));
    TRY_ASSIGN(const reports::Rendered rendered,
               reports::render(report, report_fonts(), [&](int done) { step(done + 1); }));
    TRY_ASSIGN(const std::string scores, score_json(run, rules, language));
    write_file(context.files / "report.docx", rendered.docx);
    write_file(context.files / "report.pdf", rendered.pdf);
    write_file(context.files / "report.xlsx", rendered.xlsx);
    write_file(context.files / "report.zip", rendered.package);
    write_file(context.files / "score.json", scores);
    return json::object{
        {"year", year.year}, {"run", run.id.text()}, {"date", date.to_string()}, {"signed", !report.signed_by.empty()}};
}

void add_report_job_routes(http::Router& router)
{
    router.add({.method = http::Method::post,
                .path = "/api/v1/reports/years/{year}/renderings",
                .operation = "renderReport",
                .permission = "reports.read",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = start});
    router.add({.path = "/api/v1/reports/years/{year}/files/{name}",
                .operation = "getReportFile",
                .permission = "reports.read",
                .handle = newest_file});
}

}  // namespace app
