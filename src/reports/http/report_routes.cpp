// SPDX-License-Identifier: Apache-2.0
#include "reports/http/report_routes.h"

#include <charconv>

#include <boost/json.hpp>

#include "base/instant.h"
#include "http/fields.h"
#include "http/query.h"
#include "reports/http/preview_json.h"
#include "reports/reports.h"

namespace reports {

namespace {

namespace json = boost::json;

base::Result<base::FiscalYear> year_of(const http::Context& context)
{
    const std::string& written = context.part("year");
    base::FiscalYear year;
    const char* const end = written.data() + written.size();
    const bool is_number = std::from_chars(written.data(), end, year.year) == std::from_chars_result{end, {}};
    if (is_number && written.size() == 4 && year.year >= 1990 && year.year <= 2199) return year;
    return base::fail(base::ErrorKind::not_found, "reports.year.unknown", {{"year", written}});
}

http::Response answer(const json::object& object)
{
    return {.body = json::serialize(object)};
}

json::object to_json(const SectionText& text)
{
    return {{"section", text.section},
            {"title", text.title},
            {"text", text.text},
            {"version", text.version},
            {"account", text.version > 0 ? json::value(text.account) : json::value(nullptr)},
            {"at", text.version > 0 ? json::value(base::instant_text(text.at_ms)) : json::value(nullptr)}};
}

http::Response list(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    json::array items;
    for (const SectionText& text : Narratives{context.db, context.clock}.all(context.actor.org, *year))
        items.push_back(to_json(text));
    return answer({{"items", std::move(items)}, {"next", nullptr}});
}

http::Response shown(const http::Context& context, base::FiscalYear year)
{
    const auto text = Narratives{context.db, context.clock}.find(context.actor.org, year, context.part("section"));
    return text ? answer(to_json(*text)) : http::problem(text.error());
}

http::Response show(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    return shown(context, *year);
}

http::Response write(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    const std::string text = fields.text("text", 20'000);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto version =
        Narratives{context.db, context.clock}.write(context.actor, *year, context.part("section"), text);
    if (!version) return http::problem(version.error());
    context.heard.push_back(
        {"", context.actor.org.text(), "change",
         json::serialize(json::object{{"what", "reports.sections"}, {"name", std::to_string(year->year)}})});
    return shown(context, *year);
}

http::Response preview(http::Context& context, const Compose& compose)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    PreviewRequest request{*year, query.text("run"), query.date("date").value_or(context.clock.today())};
    if (auto problem = query.problem()) return *std::move(problem);
    const auto composed = compose(context, request);
    return composed ? answer(to_json(*composed)) : http::problem(composed.error());
}

}  // namespace

void add_report_routes(http::Router& router, const Compose& compose)
{
    using http::Body;
    using http::Method;
    const std::string of_year = "/api/v1/reports/years/{year}";
    router.add({.path = of_year + "/sections",
                .operation = "listReportSections",
                .permission = "reports.read",
                .handle = list});
    router.add({.path = of_year + "/sections/{section}",
                .operation = "getReportSection",
                .permission = "reports.read",
                .handle = show});
    router.add({.method = Method::put,
                .path = of_year + "/sections/{section}",
                .operation = "setReportSection",
                .permission = "reports.text",
                .body = Body::json,
                .handle = write});
    router.add({.path = of_year + "/preview",
                .operation = "previewReport",
                .permission = "reports.read",
                .handle = [compose](http::Context& context) { return preview(context, compose); }});
}

}  // namespace reports
