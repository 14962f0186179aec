// SPDX-License-Identifier: Apache-2.0
#include "app/serve/import_job.h"

#include "app/serve/gateway.h"
#include "jobs/http/job_routes.h"
#include "jobs/jobs.h"
#include "jobs/uploads.h"

namespace app {

base::Result<jobs::Upload> table_upload(http::Context& context, const std::string& id)
{
    const jobs::Uploads uploads{context.db, context.clock, context.data / "uploads"};
    TRY_ASSIGN(jobs::Upload upload, uploads.find(context.actor, jobs::UploadId{id}));
    using jobs::FileType;
    const bool is_table = upload.type == FileType::xlsx || upload.type == FileType::xls ||
                          upload.type == FileType::ods || upload.type == FileType::csv;
    if (!is_table) return base::fail(base::ErrorKind::invalid, "jobs.upload.not_a_table", {{"name", upload.name}});
    return upload;
}

http::Response start_import(http::Context& context, jobs::NewJob job)
{
    job.language = language_of(context.request) == cli::Language::english ? "en" : "zh-CN";
    const auto started = jobs::Jobs{context.db, context.clock}.start(context.actor, job);
    return started ? jobs::started(context, *started) : http::problem(started.error());
}

std::string words_of(const jobs::JobContext& context, const base::Error& error)
{
    const cli::Language language = context.language == "en" ? cli::Language::english : cli::Language::chinese;
    return cli::sentence(language, error.code, error.args);
}

boost::json::object problem_json(const jobs::JobContext& context, const std::string& place, const std::string& column,
                                 const base::Error& error)
{
    return {{"place", place}, {"column", column}, {"code", error.code}, {"message", words_of(context, error)}};
}

boost::json::array problems_json(const jobs::JobContext& context, const std::vector<ledgers::ImportProblem>& list)
{
    boost::json::array problems;
    for (const ledgers::ImportProblem& problem : list) {
        if (problems.size() == most_problems_listed) break;
        problems.push_back(problem_json(context, problem.place, problem.column, problem.error));
    }
    return problems;
}

base::Result<void> tell_findings(jobs::JobContext& context, const ledgers::Findings& findings,
                                 boost::json::object& result,
                                 const std::function<base::Result<std::size_t>(const spreadsheet::FailedRows&)>& write)
{
    boost::json::array problems = problems_json(context, findings.problems);
    result["problems_not_listed"] = findings.problem_count - problems.size();
    result["problems"] = std::move(problems);
    if (findings.problem_count == 0) return {};
    const auto rows =
        write({failed_rows_file(context), [&](const base::Error& error) { return words_of(context, error); }});
    const bool can_be_told = rows || rows.error().code == "spreadsheet.failed.header_wrong" ||
                             rows.error().code == "ledgers.import.too_many_mistakes";
    if (!can_be_told) return tl::unexpected<base::Error>(rows.error());
    result["rows_to_correct"] = rows ? static_cast<std::int64_t>(*rows) : 0;
    return {};
}

boost::json::array texts_json(const std::vector<std::string>& texts)
{
    boost::json::array array;
    for (const std::string& text : texts) array.emplace_back(text);
    return array;
}

std::filesystem::path failed_rows_file(const jobs::JobContext& context)
{
    return context.files / (context.language == "en" ? "rows-to-correct.xlsx" : "待改正.xlsx");
}

std::function<void(std::int64_t, std::int64_t)> rows_read(const jobs::JobContext& context)
{
    return [&context](std::int64_t done, std::int64_t total) {
        const base::Error note{base::ErrorKind::invalid, "app.job.rows_read", {{"rows", std::to_string(done)}}};
        context.progress(done, total, words_of(context, note));
    };
}

}  // namespace app
