// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <optional>

#include <boost/json.hpp>

#include "app/known_figures.h"
#include "app/own_report.h"
#include "app/serve/gateway.h"
#include "app/serve/import_job.h"
#include "app/serve/job_kinds.h"
#include "app/serve/office.h"
#include "check/checked_reports.h"
#include "check/extension.h"
#include "check/http/check_routes.h"
#include "http/fields.h"
#include "jobs/jobs.h"
#include "jobs/uploads.h"

namespace app {

namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

// What a file is called decides how its text is read where the content does not: .txt, .md and .html are all text.
constexpr std::array<std::string_view, 6> text_ends{".txt", ".md", ".html", ".htm", ".csv", ".tsv"};

constexpr std::int64_t first_year = 1900;
constexpr std::int64_t last_year = 2200;

std::string name_to_read(const jobs::Upload& upload)
{
    const std::string end = fs::path{upload.name}.extension().string();
    const bool keeps = upload.type == jobs::FileType::csv &&
                       std::find(text_ends.begin(), text_ends.end(), std::string_view{end}) != text_ends.end();
    if (keeps) return upload.name;
    return upload.type == jobs::FileType::csv ? upload.name + ".txt" : jobs::name_by_type(upload.name, upload.type);
}

base::Result<jobs::Upload> report_upload(http::Context& context, const std::string& id)
{
    const jobs::Uploads uploads{context.db, context.clock, context.data / "uploads"};
    TRY_ASSIGN(jobs::Upload upload, uploads.find(context.actor, jobs::UploadId{id}));
    using jobs::FileType;
    for (const FileType type : {FileType::zip, FileType::png, FileType::jpg, FileType::ofd})
        if (upload.type == type)
            return base::fail(base::ErrorKind::invalid, "check.file.unknown_kind", {{"file", upload.name}});
    return upload;
}

http::Response start(http::Context& context)
{
    http::Fields fields{context.request};
    const std::string upload_id = fields.text("upload", 100);
    const auto year = fields.optional_integer("year");
    if (year && (*year < first_year || *year > last_year))
        fields.add("year", {base::ErrorKind::invalid, "cli.year.malformed", {{"text", std::to_string(*year)}}});
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto upload = report_upload(context, upload_id);
    if (!upload) return http::problem(422, upload.error());
    // Now, not when the job comes to it: whoever asks may see the figures, and there are some.
    if (year)
        if (const auto run = run_of_known_figures(office_of(context), {static_cast<int>(*year)}); !run)
            return http::problem(run.error());
    jobs::NewJob job{"check.report",
                     context.words({base::ErrorKind::invalid, "app.job.check", {{"file", upload->name}}}),
                     "check.read"};
    job.upload = upload->id;
    job.params = json::serialize(json::object{{"name", upload->name},
                                              {"read_as", name_to_read(*upload)},
                                              {"digest", upload->digest},
                                              {"bytes", upload->bytes},
                                              {"year", year ? json::value(*year) : json::value(nullptr)}});
    return start_import(context, std::move(job));
}

http::Response check_run(http::Context& context)
{
    const indicators::RunId id{context.part("run")};
    const auto run = indicators::Indicators{context.db, context.clock, context.data}.find_run(context.actor.org, id);
    if (!run) return http::problem(run.error());
    const auto own = own_report(office_of(context), *run);
    if (!own) return http::problem(own.error());
    const auto kept = check::CheckedReports{context.db, context.clock}.add(context.actor, own->file, own->checked);
    if (!kept) return http::problem(kept.error());
    check::tell(context);
    return check::report_answer(context, 201, kept->id.text());
}

std::int64_t count_of(const check::Findings& findings, base::Severity severity)
{
    return std::count_if(findings.begin(), findings.end(),
                         [&](const check::Finding& finding) { return finding.severity == severity; });
}

}  // namespace

base::Result<json::object> run_check(jobs::JobContext& context)
{
    const json::object& params = context.params;
    const auto step = [&](int done, const char* code) {
        context.progress(done, 3, words_of(context, {base::ErrorKind::invalid, code}));
    };
    step(0, "app.job.reading");
    // Under the name that its sender gave it: that says how it is read, and places and messages name it.
    const fs::path file = context.upload.parent_path() / std::string{params.at("read_as").as_string()};
    if (file != context.upload) fs::rename(context.upload, file);
    auto read = check::read_report(file);
    if (!read) {
        for (auto& [name, value] : read.error().args)
            if (name == "file") value = params.at("name").as_string();
        return tl::unexpected<base::Error>(read.error());
    }
    step(1, "app.job.checking");
    std::optional<check::Known> known;
    if (const json::value& year = params.at("year"); !year.is_null()) {
        TRY_ASSIGN(known, known_figures(office_of(context), {static_cast<int>(year.as_int64())}));
    }
    const check::Beside beside{nullptr, known ? &*known : nullptr};
    TRY(check::refuse_other_year(read->text, beside));
    const check::Checked checked = check::check_text(std::move(read->text), beside);
    step(2, "app.job.keeping");
    const check::CheckedFile about{std::string{params.at("name").as_string()},
                                   std::string{params.at("digest").as_string()}, params.at("bytes").as_int64()};
    if (check::extension_of(file) == ".docx") TRY(check::originals(context.data).keep(file, about.bytes));
    TRY_ASSIGN(const check::ReportSummary kept,
               (check::CheckedReports{context.db, context.clock}.add(context.actor, about, checked)));
    return json::object{{"report", kept.id.text()},
                        {"errors", count_of(checked.findings, base::Severity::error)},
                        {"warnings", count_of(checked.findings, base::Severity::warning)},
                        {"notes", count_of(checked.findings, base::Severity::note)}};
}

void add_check_job_routes(http::Router& router)
{
    router.add({.method = http::Method::post,
                .path = "/api/v1/check/reports",
                .operation = "checkReport",
                .permission = "check.run",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = start});
    router.add({.method = http::Method::post,
                .path = "/api/v1/check/runs/{run}/report",
                .operation = "checkRunReport",
                .permission = "check.run",
                .guard = http::Guard::idempotency_key,
                .handle = check_run});
}

}  // namespace app
