// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include <boost/json.hpp>

#include "app/desk_report.h"
#include "app/serve/indicator_wiring.h"
#include "app/serve/office.h"
#include "base/instant.h"
#include "http/fields.h"
#include "http/query.h"
#include "indicators/forecast_json.h"
#include "indicators/http/year_parameter.h"
#include "indicators/signatures.h"

namespace app {

namespace {

namespace json = boost::json;
using indicators::Forecast;

http::Response answer(const json::object& object)
{
    return {.body = json::serialize(object)};
}

// What every one of these routes begins with.
struct Asked {
    base::FiscalYear year;
    base::Date on;
    std::unique_ptr<Forecaster> forecaster;
};

base::Result<Asked> asked(const http::Context& context, base::FiscalYear year, base::Date on,
                          const std::string& rule_set)
{
    TRY_ASSIGN(auto forecaster, Forecaster::make(office_of(context), year, rule_set));
    return Asked{year, on, std::move(forecaster)};
}

http::Response forecast(http::Context& context)
{
    const auto year = indicators::year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    const base::Date on = indicators::day_of(query, *year, context.clock);
    const std::string rule_set = rule_set_of(query, query.text("rule_set"));
    const bool tests = query.word<bool>("back_test", {{"true", true}, {"false", false}}).value_or(false);
    if (auto problem = query.problem()) return *std::move(problem);
    const auto about = asked(context, *year, on, rule_set);
    if (!about) return http::problem(about.error());
    const auto found = about->forecaster->forecast(on);
    if (!found) return http::problem(found.error());
    json::object object = indicators::to_json(*found, context.words);
    object["back_test"] = nullptr;
    if (!tests) return answer(object);
    const auto test = about->forecaster->back_test();
    if (!test) return http::problem(test.error());
    object["back_test"] = indicators::to_json(*test);
    return answer(object);
}

indicators::Assumptions assumptions_of(http::Fields& fields)
{
    indicators::Assumptions assumptions;
    if (fields.has("figures"))
        for (http::Fields& figure : fields.objects("figures"))
            assumptions.figures.push_back({figure.text("code", 60), figure.text("value", 200)});
    assumptions.adjusted = fields.optional_money("adjusted");
    assumptions.executed = fields.optional_money("executed");
    for (const auto& [name, amount] : {std::pair{"adjusted", assumptions.adjusted}, {"executed", assumptions.executed}})
        if (amount && amount->fen() < 0) fields.add(name, {base::ErrorKind::invalid, "app.forecast.amount_negative"});
    return assumptions;
}

json::object moved(const std::optional<base::Decimal>& before, const std::optional<base::Decimal>& after)
{
    const auto text = [](const std::optional<base::Decimal>& value) {
        return value ? json::value(value->to_string()) : json::value(nullptr);
    };
    return {{"before", text(before)},
            {"after", text(after)},
            {"difference", before && after ? json::value((*after - *before).to_string()) : json::value(nullptr)}};
}

json::object moves(const Forecast& before, const Forecast& after, const indicators::Words& words)
{
    json::array rows;
    for (std::size_t i = 0; i < after.rows.size(); ++i) {
        if (before.rows[i].score.expected == after.rows[i].score.expected) continue;
        json::object row = moved(before.rows[i].score.expected, after.rows[i].score.expected);
        row["code"] = after.rows[i].code;
        rows.push_back(std::move(row));
    }
    return {{"total", moved(before.total.expected, after.total.expected)},
            {"execution", moved(before.execution.expected, after.execution.expected)},
            {"rows", std::move(rows)},
            {"forecast", indicators::to_json(after, words)}};
}

http::Response what_if(http::Context& context)
{
    const auto year = indicators::year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    const base::Date today = std::clamp(context.clock.today(), year->first_day(), year->last_day());
    const base::Date on = fields.optional_date("on").value_or(today);
    const std::string rule_set = rule_set_of(fields, fields.optional_text("rule_set").value_or(""));
    const indicators::Assumptions assumptions = assumptions_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto about = asked(context, *year, on, rule_set);
    if (!about) return http::problem(about.error());
    const auto basis = about->forecaster->basis(on);
    if (!basis) return http::problem(basis.error());
    for (const indicators::AssumptionProblem& wrong : indicators::check(assumptions, *basis)) {
        http::Response response = http::problem({base::ErrorKind::invalid, "request.fields_wrong"});
        const char* const member = wrong.error.code == "indicators.indicator.unknown" ? "/code" : "/value";
        response.problem->fields.push_back({"/figures/" + std::to_string(wrong.figure) + member, wrong.error});
        return response;
    }
    const auto& rules = about->forecaster->rules();
    const auto& monitoring = about->forecaster->monitoring();
    return answer(moves(indicators::forecast(rules, monitoring, *basis),
                        indicators::forecast(rules, monitoring, *basis, assumptions), context.words));
}

json::object missing_json(const indicators::Missing& missing, const indicators::Monitoring& monitoring,
                          const http::Context& context)
{
    json::object object{
        {"kind", missing.kind},
        {"code", missing.code.empty() ? json::value(nullptr) : json::value(missing.code)},
        {"name", missing.name},
        {"message", context.words({base::ErrorKind::invalid, "indicators.missing." + missing.kind, missing.args})},
        {"since", missing.since ? json::value(missing.since->to_string()) : json::value(nullptr)},
        {"basis", nullptr}};
    const auto basis = monitoring.missing.find(missing.kind);
    if (basis != monitoring.missing.end() && !basis->second.text.empty()) object["basis"] = basis->second.text;
    return object;
}

json::value newest_run(const http::Context& context, base::FiscalYear year)
{
    const auto signatures = indicators::Signatures{context.db, context.clock, context.data}.all(context.actor.org);
    json::value newest(nullptr);
    for (const indicators::Run& run :
         indicators::Indicators{context.db, context.clock, context.data}.runs(context.actor.org)) {
        if (run.year != year) continue;
        newest = json::object{{"run", run.id.text()},
                              {"as_of", run.as_of.to_string()},
                              {"at", base::instant_text(run.at_ms)},
                              {"total", run.total ? json::value(run.total->to_string()) : json::value(nullptr)},
                              {"signed", signatures.contains(run.id)}};
    }
    return newest;
}

http::Response desk(http::Context& context)
{
    const auto year = indicators::year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    const base::Date on = indicators::day_of(query, *year, context.clock);
    const std::string rule_set = rule_set_of(query, query.text("rule_set"));
    if (auto problem = query.problem()) return *std::move(problem);
    const auto about = asked(context, *year, on, rule_set);
    if (!about) return http::problem(about.error());
    const auto report = desk_report(office_of(context), *about->forecaster, *year, on);
    if (!report) return http::problem(report.error());
    const indicators::Monitoring& monitoring = about->forecaster->monitoring();
    json::array missing;
    std::map<std::string, std::int64_t> counts;
    for (const indicators::Missing& one : report->missing) {
        missing.push_back(missing_json(one, monitoring, context));
        ++counts[one.kind];
    }
    json::object counted{{"all", report->missing.size()}};
    for (const auto& [kind, count] : counts) counted[kind] = count;
    return answer(
        {{"forecast", indicators::to_json(report->forecast, context.words)},
         {"missing", std::move(missing)},
         {"counts", std::move(counted)},
         {"newest_run", newest_run(context, *year)},
         {"back_test", report->back_test ? json::value(indicators::to_json(*report->back_test)) : json::value(nullptr)},
         {"lights", json::object{{"title", monitoring.title},
                                 {"source", monitoring.source},
                                 {"valid_from", monitoring.valid_from.to_string()}}}});
}

}  // namespace

void add_watch_routes(http::Router& router)
{
    router.add({.path = "/api/v1/indicators/years/{year}/forecast",
                .operation = "getForecast",
                .permission = "indicators.read",
                .handle = forecast});
    router.add({.method = http::Method::post,
                .path = "/api/v1/indicators/years/{year}/what-if",
                .operation = "askWhatIf",
                .permission = "indicators.read",
                .body = http::Body::json,
                .handle = what_if});
    router.add({.path = "/api/v1/indicators/years/{year}/desk",
                .operation = "getIndicatorDesk",
                .permission = "indicators.read",
                .handle = desk});
}

}  // namespace app
