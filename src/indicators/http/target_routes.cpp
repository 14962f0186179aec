// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "closing/http/correction_fields.h"
#include "indicators/http/answers.h"
#include "indicators/http/target_json.h"
#include "indicators/rule_sets.h"

namespace indicators {

namespace {

json::object year_json(const Indicators& indicators, const base::OrgId& org, base::FiscalYear year,
                       const std::vector<Run>& runs)
{
    const Targets targets = indicators.targets(org, year);
    json::object object{{"year", year.year},
                        {"goals", targets.goals.size()},
                        {"indicators", targets.indicators.size()},
                        {"revisions", to_json(targets.revisions).size()},
                        {"runs", 0},
                        {"newest_run", nullptr}};
    std::int64_t count = 0;
    for (const Run& run : runs) {
        if (run.year != year) continue;
        ++count;
        object["newest_run"] = run.id.text();
    }
    object["runs"] = count;
    return object;
}

http::Response years(http::Context& context)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const Indicators indicators = indicators_of(context);
    const std::vector<Run> runs = indicators.runs(context.actor.org);
    json::array items;
    for (const base::FiscalYear year : indicators.years(context.actor.org))
        items.push_back(year_json(indicators, context.actor.org, year, runs));
    return listed(std::move(items));
}

http::Response rule_sets(http::Context& context)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    json::array items;
    for (const std::string& id : shipped_rule_sets()) {
        const auto rules = load_rule_set(id);
        if (!rules) return http::problem(rules.error());
        json::array bands;
        for (const Band& band : rules->bands)
            bands.push_back(json::object{
                {"name", band.name}, {"upper", band.upper.to_string()}, {"lower", band.lower.to_string()}});
        items.push_back(json::object{
            {"id", rules->id},
            {"title", rules->title},
            {"region", rules->region},
            {"valid_from", rules->valid_from.to_string()},
            {"valid_to", rules->valid_to ? json::value(rules->valid_to->to_string()) : json::value(nullptr)},
            {"source", rules->source},
            {"execution_weight",
             rules->execution ? json::value(rules->execution->weight.to_string()) : json::value(nullptr)},
            {"indicators_total", rules->weights.total.to_string()},
            {"bands", std::move(bands)}});
    }
    return listed(std::move(items));
}

json::object targets_json(const http::Context& context, base::FiscalYear year, base::Date on)
{
    const Indicators indicators = indicators_of(context);
    const Targets stored = indicators.targets(context.actor.org, year);
    json::array goals;
    for (const Goal& goal : stored.goals) goals.push_back(to_json(goal));
    json::array first;
    for (const IndicatorSetting& setting : stored.indicators) first.push_back(to_json(setting));
    json::array supports;
    for (const SupportingMeasure& support : stored.supports) supports.push_back(to_json(support));
    json::array in_force;
    if (const auto now = indicators.in_force(context.actor.org, year, on))
        for (const IndicatorInForce& indicator : now->indicators) in_force.push_back(to_json(indicator, year, context));
    return {{"year", year.year},
            {"on", on.to_string()},
            {"fixed", indicators.has_run(context.actor.org, year)},
            {"goals", std::move(goals)},
            {"indicators", std::move(in_force)},
            {"first", std::move(first)},
            {"supports", std::move(supports)},
            {"revisions", to_json(stored.revisions)}};
}

// A year without targets is an empty grid: that is where one begins to fill it in.
http::Response targets(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    const base::Date on = day_of(query, *year, context.clock);
    if (auto problem = query.problem()) return *std::move(problem);
    return answer(200, targets_json(context, *year, on));
}

http::Response set_targets(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    const base::Date on = day_of(query, *year, context.clock);
    if (auto problem = query.problem()) return *std::move(problem);
    http::Fields fields{context.request};
    Targets next = targets_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto problems = indicators_of(context).set_targets(context.actor, *year, std::move(next));
    if (!problems) return http::problem(problems.error());
    if (!problems->empty()) {
        std::vector<http::FieldError> errors;
        for (const TargetProblem& problem : *problems) errors.push_back(field_error(problem));
        return wrong_fields(std::move(errors));
    }
    tell(context, "targets", *year);
    return answer(200, targets_json(context, *year, on));
}

std::vector<RevisionChange> document_of(http::Fields& fields)
{
    std::vector<RevisionChange> changes;
    const std::string document = fields.text("document", 100);
    const base::Date date = fields.date("date");
    for (http::Fields& line : fields.objects("changes")) {
        RevisionChange change;
        change.document = document;
        change.date = date;
        change.kind = line.word<RevisionKind>(
            "kind", {{"add", RevisionKind::add}, {"change", RevisionKind::change}, {"remove", RevisionKind::remove}});
        change.code = line.text("code", 60);
        change.part = line.optional_text("part", 20).value_or("");
        change.before = line.optional_text("before", 2'000).value_or("");
        change.after = line.optional_text("after", 2'000).value_or("");
        change.reason = line.optional_text("reason", 1'000).value_or("");
        changes.push_back(std::move(change));
    }
    if (without_outer_blanks(document).empty())
        fields.add("document", {base::ErrorKind::invalid, "indicators.import.cell_missing", {{"column", "文号"}}});
    if (changes.empty()) fields.add("changes", {base::ErrorKind::invalid, "indicators.revision.empty"});
    return changes;
}

http::Response revise(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    const std::vector<RevisionChange> document = document_of(fields);
    const auto correction = closing::correction_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto problems = indicators_of(context, correction).revise(context.actor, *year, document);
    if (!problems) return http::problem(problems.error());
    if (!problems->empty()) {
        std::vector<http::FieldError> errors;
        for (const TargetProblem& problem : *problems) errors.push_back(field_error(problem));
        return wrong_fields(std::move(errors));
    }
    tell(context, "targets", *year);
    return answer(201, to_json(document).front().as_object());
}

// Stores nothing: what the grid shows beside the cells while somebody types.
http::Response readings(http::Context& context)
{
    constexpr std::size_t most = 200;
    http::Fields fields{context.request};
    const std::int64_t year = fields.optional_integer("year").value_or(context.clock.today().year());
    json::array items;
    auto cells = fields.objects("items");
    if (cells.size() > most)
        fields.add("items", {base::ErrorKind::invalid, "request.list_too_long", {{"most", std::to_string(most)}}});
    for (http::Fields& row : cells) {
        const std::string text = row.text("target", 500);
        const std::string unit = row.optional_text("unit", 40).value_or("");
        const std::string sign = row.optional_text("sign", 20).value_or("");
        const auto reached = row.optional_text("actual", 500);
        const Target target = parse_target({text, unit, sign}, static_cast<int>(year));
        json::object item = reading_json(target, context);
        item["actual"] =
            reached ? json::value(to_json(parse_actual(*reached, unit, target, static_cast<int>(year)), context))
                    : json::value(nullptr);
        items.push_back(std::move(item));
    }
    if (year < 1990 || year > 2199)
        fields.add("year",
                   {base::ErrorKind::invalid, "request.number_out_of_range", {{"least", "1990"}, {"most", "2199"}}});
    if (auto problem = fields.problem()) return *std::move(problem);
    return answer(200, {{"items", std::move(items)}});
}

}  // namespace

void add_target_routes(http::Router& router, const Surroundings&)
{
    using http::Body;
    using http::Guard;
    using http::Method;
    constexpr std::size_t grid_bytes = 4 << 20;
    router.add({.path = "/api/v1/indicators/years",
                .operation = "listIndicatorYears",
                .permission = "indicators.read",
                .handle = years});
    router.add({.path = "/api/v1/indicators/rule-sets",
                .operation = "listRuleSets",
                .permission = "indicators.read",
                .handle = rule_sets});
    router.add({.path = "/api/v1/indicators/years/{year}/targets",
                .operation = "getTargets",
                .permission = "indicators.read",
                .handle = targets});
    router.add({.method = Method::put,
                .path = "/api/v1/indicators/years/{year}/targets",
                .operation = "setTargets",
                .permission = "indicators.edit",
                .body = Body::json,
                .body_limit = grid_bytes,
                .handle = set_targets});
    router.add({.method = Method::post,
                .path = "/api/v1/indicators/years/{year}/revisions",
                .operation = "issueRevision",
                .permission = "indicators.edit",
                .body = Body::json,
                .guard = Guard::idempotency_key,
                .handle = revise});
    router.add({.method = Method::post,
                .path = "/api/v1/indicators/target-readings",
                .operation = "readTargets",
                .permission = "indicators.read",
                .body = Body::json,
                .handle = readings});
}

}  // namespace indicators
