// SPDX-License-Identifier: Apache-2.0
#include "check/http/check_routes.h"

#include <sstream>

#include <boost/json.hpp>

#include "base/content_store.h"
#include "check/checked_reports.h"
#include "check/commented_docx.h"
#include "check/findings_html.h"
#include "check/findings_json.h"
#include "check/findings_sheet.h"
#include "check/http/report_json.h"
#include "http/fields.h"
#include "http/query.h"

namespace check {

namespace {

namespace json = boost::json;
using http::Context;
using http::Response;

Words words_of(const Context& context)
{
    const auto sentence = [words = context.words](const std::string& code, const base::ErrorArgs& args) {
        return words({base::ErrorKind::invalid, code, args});
    };
    return {sentence("check.language", {}), sentence};
}

CheckedReports reports_of(const Context& context)
{
    return {context.db, context.clock};
}

ReportId report_named(const Context& context)
{
    return ReportId{context.part("report")};
}

Response list(Context& context)
{
    http::Query query{context.request};
    const std::size_t limit = query.limit();
    std::string before;
    if (const auto cursor = query.cursor(1)) before = cursor->front();
    if (auto problem = query.problem()) return *std::move(problem);
    const ReportPage page = reports_of(context).page(context.actor.org, before, limit);
    json::array items;
    for (const ReportSummary& report : page.reports) items.push_back(to_json(report));
    json::object answer{{"items", std::move(items)}, {"next", nullptr}};
    if (!page.next.empty()) answer["next"] = http::cursor_of({page.next});
    return {.body = json::serialize(answer)};
}

Response show(Context& context)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    return report_answer(context, 200, context.part("report"));
}

// The other pages that show this file hear of it.
Response changed(Context& context, const base::Result<void>& done)
{
    if (!done) return http::problem(done.error());
    tell(context);
    return report_answer(context, 201, context.part("report"));
}

Response waive(Context& context)
{
    http::Fields fields{context.request};
    const std::string finding = fields.text("finding", 100);
    const std::string reason = fields.text("reason", 1'000);
    if (auto problem = fields.problem()) return *std::move(problem);
    return changed(context, reports_of(context).waive(context.actor, report_named(context), finding, reason));
}

Response withdraw(Context& context)
{
    http::Fields fields{context.request};
    const std::string finding = fields.text("finding", 100);
    const std::string reason = fields.text("reason", 1'000);
    if (auto problem = fields.problem()) return *std::move(problem);
    return changed(context, reports_of(context).withdraw(context.actor, report_named(context), finding, reason));
}

enum class Format { xlsx, csv, html, docx, json, sarif };

// Into the file itself where it was a .docx and is kept.
base::Result<std::string> with_comments(const Context& context, const KeptReport& kept, const Words& words)
{
    const base::ContentStore files = originals(context.data);
    const std::string& digest = kept.summary.file.digest;
    if (kept.summary.file.run || files.state_of(digest) != base::FileState::intact)
        return commented_docx(kept.checked, words);
    return commented_original(files.path_of(digest), kept.checked, words);
}

base::Result<void> write(const Context& context, const std::filesystem::path& file, const KeptReport& kept,
                         Format format, const Words& words)
{
    const Checked& checked = kept.checked;
    if (format == Format::xlsx || format == Format::csv)
        return spreadsheet::write_table(
            file, findings_sheet(checked, words),
            format == Format::xlsx ? spreadsheet::TableFormat::xlsx : spreadsheet::TableFormat::csv);
    std::ostringstream text;
    if (format == Format::docx) {
        TRY_ASSIGN(const std::string bytes, with_comments(context, kept, words));
        text << bytes;
    } else if (format == Format::html) {
        print_html(text, checked, words);
    } else {
        text << json::serialize(format == Format::json ? to_json(checked, words) : to_sarif({checked}, words)) << '\n';
    }
    base::write_durably(file, text.str());
    return {};
}

// A page that people sent us the words of is saved, never shown as one of ours.
Response export_findings(Context& context)
{
    http::Query query{context.request};
    const auto format = query
                            .word<Format>("format", {{"xlsx", Format::xlsx},
                                                     {"csv", Format::csv},
                                                     {"html", Format::html},
                                                     {"docx", Format::docx},
                                                     {"json", Format::json},
                                                     {"sarif", Format::sarif}})
                            .value_or(Format::xlsx);
    if (auto problem = query.problem()) return *std::move(problem);
    const auto kept = reports_of(context).find(context.actor.org, report_named(context));
    if (!kept) return http::problem(kept.error());
    constexpr const char* ends[] = {".xlsx", ".csv", ".html", ".docx", ".json", ".sarif"};
    const std::string end = ends[static_cast<std::size_t>(format)];
    const Words words = words_of(context);
    const auto file = http::temporary_file(context.data / "exports", end);
    const auto written = write(context, file->file, *kept, format, words);
    if (!written) return http::problem(written.error());
    const std::string name = std::filesystem::path{kept->summary.file.name}.stem().string();
    return http::attachment(file, words.sentence("check.sheet.file", {{"file", name}}) + end);
}

}  // namespace

Response report_answer(const Context& context, int status, const std::string& report)
{
    const auto kept = reports_of(context).find(context.actor.org, ReportId{report});
    if (!kept) return http::problem(kept.error());
    return {.status = status, .body = json::serialize(to_json(*kept, words_of(context)))};
}

void tell(Context& context)
{
    context.heard.push_back({"", context.actor.org.text(), "change",
                             json::serialize(json::object{{"what", "check.reports"}, {"name", ""}})});
}

void add_check_routes(http::Router& router)
{
    using http::Body;
    using http::Guard;
    using http::Method;
    const std::string one = "/api/v1/check/reports/{report}";
    router.add({.path = "/api/v1/check/reports",
                .operation = "listCheckedReports",
                .permission = "check.read",
                .handle = list});
    router.add({.path = one, .operation = "getCheckedReport", .permission = "check.read", .handle = show});
    router.add({.path = one + "/export",
                .operation = "exportFindings",
                .permission = "check.read",
                .handle = export_findings});
    router.add({.method = Method::post,
                .path = one + "/waivers",
                .operation = "waiveReportFinding",
                .permission = "check.waive",
                .body = Body::json,
                .guard = Guard::idempotency_key,
                .handle = waive});
    router.add({.method = Method::post,
                .path = one + "/withdrawals",
                .operation = "withdrawReportWaiver",
                .permission = "check.waive",
                .body = Body::json,
                .guard = Guard::idempotency_key,
                .handle = withdraw});
}

}  // namespace check
