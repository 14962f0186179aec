// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "app/serve/office.h"
#include "app/year/closing_json.h"
#include "app/year/year_routes.h"
#include "budget/http/year_parameter.h"
#include "http/fields.h"
#include "http/query.h"

namespace app {

namespace {

namespace json = boost::json;
using http::Context;
using http::Response;

Response answer(int status, const json::object& object)
{
    return {.status = status, .body = json::serialize(object)};
}

Response year_answer(int status, const Context& context, base::FiscalYear year)
{
    const closing::Closings closings{context.db, context.clock};
    return answer(status, closing_year_json(closings, context.actor.org, year, context.clock.today()));
}

Response show(Context& context)
{
    const auto year = budget::year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    return year_answer(200, context, *year);
}

// The period of a query or a body: one of the path's year.
template <class From>
std::optional<closing::Span> span_of(From& from, base::FiscalYear year, const std::string& written)
{
    const auto span = closing::Span::parse(written);
    if (span && span->year == year.year) return *span;
    from.add("period", {base::ErrorKind::invalid, "closing.period.malformed", {{"text", written}}});
    return std::nullopt;
}

Response list_open(Context& context)
{
    const auto year = budget::year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    const auto span = span_of(query, *year, query.text("period"));
    if (auto problem = query.problem()) return *std::move(problem);
    const auto closes = closing::Closings{context.db, context.clock}.would_close(context.actor.org, *span);
    if (!closes) return http::problem(closes.error());
    json::array periods;
    for (const closing::Span& one : *closes) periods.emplace_back(one.to_string());
    return answer(200, {{"items", open_items_json(open_items(office_of(context), *span), context.words)},
                        {"next", nullptr},
                        {"period", span->to_string()},
                        {"closes", std::move(periods)}});
}

Response close_period(Context& context)
{
    const auto year = budget::year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    const auto span = span_of(fields, *year, fields.text("period", 10));
    const bool accepts_open = fields.optional_flag("accept_open").value_or(false);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto closed = close(office_of(context), *span, accepts_open);
    if (!closed) return http::problem(closed.error());
    context.heard.push_back({"", context.actor.org.text(), "change",
                             json::serialize(json::object{{"what", "closing"}, {"name", std::to_string(year->year)}})});
    return year_answer(201, context, *year);
}

Response verify_year(Context& context)
{
    const auto year = budget::year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const auto found = verify(office_of(context), *year);
    if (!found) return http::problem(found.error());
    return answer(200, {{"items", unexplained_json(*found)}, {"next", nullptr}});
}

}  // namespace

void add_closing_routes(http::Router& router)
{
    const std::string of_year = "/api/v1/closing/years/{year}";
    router.add({.path = of_year, .operation = "getClosingYear", .permission = "closing.read", .handle = show});
    router.add({.path = of_year + "/open-items",
                .operation = "listClosingOpenItems",
                .permission = "closing.read",
                .handle = list_open});
    router.add({.method = http::Method::post,
                .path = of_year + "/closings",
                .operation = "closePeriod",
                .permission = "closing.close",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = close_period});
    router.add({.path = of_year + "/verification",
                .operation = "verifyClosing",
                .permission = "closing.read",
                .handle = verify_year});
}

}  // namespace app
