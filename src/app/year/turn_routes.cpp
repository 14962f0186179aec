// SPDX-License-Identifier: Apache-2.0
// A year from the one before, and two years side by side.
#include "app/serve/office.h"
#include "app/year/comparison_tables.h"
#include "app/year/roll_over.h"
#include "app/year/year_routes.h"
#include "budget/http/year_parameter.h"
#include "http/fields.h"
#include "http/query.h"

namespace app {

namespace {

namespace json = boost::json;

http::Response answer(int status, const json::object& object)
{
    return {.status = status, .body = json::serialize(object)};
}

base::FiscalYear year_before(base::FiscalYear year, const std::optional<std::int64_t>& said)
{
    return {said ? static_cast<int>(*said) : year.year - 1};
}

http::Response preview(http::Context& context)
{
    const auto year = budget::year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    const auto from = query.integer("from", 1'990, 2'199);
    if (auto problem = query.problem()) return *std::move(problem);
    const auto over = roll_over(office_of(context), year_before(*year, from), *year, true);
    return over ? answer(200, to_json(*over, context.words)) : http::problem(over.error());
}

http::Response roll(http::Context& context)
{
    const auto year = budget::year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    const auto from = fields.optional_integer("from");
    if (from && (*from < 1'990 || *from > 2'199))
        fields.add("from", {base::ErrorKind::invalid, "budget.year.out_of_range", {{"year", std::to_string(*from)}}});
    const auto left = fields.has("leave") ? fields.texts("leave") : std::vector<std::string>{};
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto over = roll_over(office_of(context), year_before(*year, from), *year, false, {left.begin(), left.end()});
    if (!over) return http::problem(over.error());
    for (const char* const what : {"budget.lines", "indicators.targets"})
        context.heard.push_back({"", context.actor.org.text(), "change",
                                 json::serialize(json::object{{"what", what}, {"name", std::to_string(year->year)}})});
    return answer(201, to_json(*over, context.words));
}

using Show = http::Response (*)(const http::Context&, const YearComparison&);

http::Response side_by_side(http::Context& context, Show show)
{
    http::Query query{context.request};
    const auto before = query.integer("before", 1'990, 2'199);
    const auto after = query.integer("after", 1'990, 2'199);
    if (auto problem = query.problem()) return *std::move(problem);
    const base::FiscalYear later{after ? static_cast<int>(*after) : context.clock.today().year()};
    const auto comparison = compare_years(office_of(context), year_before(later, before), later);
    return comparison ? show(context, *comparison) : http::problem(comparison.error());
}

http::Response as_json(const http::Context&, const YearComparison& comparison)
{
    return answer(200, to_json(comparison));
}

http::Response as_workbook(const http::Context& context, const YearComparison& comparison)
{
    const auto file = http::temporary_file(context.data / "exports", ".xlsx");
    const auto written = spreadsheet::write_workbook(file->file, tables_of(comparison));
    if (!written) return http::problem(written.error());
    return http::attachment(
        file, std::to_string(comparison.before.year) + "-" + std::to_string(comparison.after.year) + "两年对比.xlsx");
}

}  // namespace

void add_turn_routes(http::Router& router)
{
    const std::string of_year = "/api/v1/closing/years/{year}/roll-over";
    router.add({.path = of_year, .operation = "previewRollOver", .permission = "closing.close", .handle = preview});
    router.add({.method = http::Method::post,
                .path = of_year,
                .operation = "rollOver",
                .permission = "closing.close",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = roll});
    const auto compare = [&router](const char* path, const char* operation, Show show) {
        router.add(
            {.path = path, .operation = operation, .permission = "closing.read", .handle = [show](auto& context) {
                 return side_by_side(context, show);
             }});
    };
    compare("/api/v1/closing/comparison", "compareYears", as_json);
    compare("/api/v1/closing/comparison/export", "exportComparison", as_workbook);
}

}  // namespace app
