// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "indicators/http/answers.h"
#include "indicators/http/run_json.h"
#include "indicators/records_behind.h"

namespace indicators {

namespace {

Signatures signatures_of(const http::Context& context)
{
    return {context.db, context.clock, context.data};
}

base::Result<Run> run_of(const http::Context& context)
{
    return indicators_of(context).find_run(context.actor.org, RunId{context.part("run")});
}

// Newest first; few enough to come in one page.
http::Response list(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const auto signatures = signatures_of(context).all(context.actor.org);
    std::vector<Run> runs = indicators_of(context).runs(context.actor.org);
    std::reverse(runs.begin(), runs.end());
    json::array items;
    for (const Run& run : runs) {
        if (run.year != *year) continue;
        const auto signature = signatures.find(run.id);
        items.push_back(
            summary_json(run, signature == signatures.end() ? std::nullopt : std::optional{signature->second}));
    }
    return listed(std::move(items));
}

http::Response shown(const http::Context& context, const Run& run, int status = 200)
{
    return answer(status, to_json(run, signatures_of(context).standing(context.actor.org, run.id), context));
}

http::Response show(http::Context& context)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const auto run = run_of(context);
    return run ? shown(context, *run) : http::problem(run.error());
}

http::Response verify(http::Context& context, const Surroundings& surroundings)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const auto run = run_of(context);
    if (!run) return http::problem(run.error());
    const auto found =
        indicators_of(context).verify(context.actor.org, run->id, surroundings.source(context, run->year));
    return found ? answer(200, to_json(*found)) : http::problem(found.error());
}

http::Response compare_with(http::Context& context)
{
    http::Query query{context.request};
    const std::string with = query.text("with");
    if (with.empty()) query.add("with", {base::ErrorKind::invalid, "request.field_missing"});
    if (auto problem = query.problem()) return *std::move(problem);
    const auto after = run_of(context);
    if (!after) return http::problem(after.error());
    const auto before = indicators_of(context).find_run(context.actor.org, RunId{with});
    if (!before) return http::problem(before.error());
    if (before->year != after->year)
        return http::problem(
            {base::ErrorKind::invalid,
             "indicators.run.years_differ",
             {{"year", std::to_string(after->year.year)}, {"other", std::to_string(before->year.year)}}});
    const FactReader reader{context.db, context.clock};
    const auto facts_before = reader.facts(context.actor.org, before->id);
    const auto facts_after = reader.facts(context.actor.org, after->id);
    if (!facts_before || !facts_after) return http::problem(facts_before ? facts_after.error() : facts_before.error());
    return answer(200, comparison_json(*before, *facts_before, *after, *facts_after));
}

http::Response waive(http::Context& context)
{
    http::Fields fields{context.request};
    const std::int64_t finding = fields.integer("finding");
    const std::string reason = fields.text("reason", 1'000);
    if (auto problem = fields.problem()) return *std::move(problem);
    const RunId id{context.part("run")};
    const auto waiver = signatures_of(context).waive(context.actor, id, finding, reason);
    if (!waiver) return http::problem(waiver.error());
    const auto run = run_of(context);
    if (!run) return http::problem(run.error());
    tell(context, "runs", run->year);
    return shown(context, *run, 201);
}

http::Response sign(http::Context& context, const Surroundings& surroundings)
{
    const auto run = run_of(context);
    if (!run) return http::problem(run.error());
    const auto signature =
        signatures_of(context).sign(context.actor, run->id, surroundings.source(context, run->year),
                                    [&](const Run& signing) { return surroundings.check_report(context, signing); });
    if (!signature) return http::problem(signature.error());
    tell(context, "runs", run->year);
    return shown(context, *run, 201);
}

}  // namespace

void add_run_routes(http::Router& router, const Surroundings& surroundings)
{
    using http::Body;
    using http::Guard;
    using http::Method;
    router.add({.path = "/api/v1/indicators/years/{year}/runs",
                .operation = "listRuns",
                .permission = "indicators.read",
                .handle = list});
    router.add({.path = "/api/v1/indicators/runs/{run}",
                .operation = "getRun",
                .permission = "indicators.read",
                .handle = show});
    router.add({.path = "/api/v1/indicators/runs/{run}/verification",
                .operation = "verifyRun",
                .permission = "indicators.read",
                .handle = [surroundings](http::Context& context) { return verify(context, surroundings); }});
    router.add({.path = "/api/v1/indicators/runs/{run}/comparison",
                .operation = "compareRuns",
                .permission = "indicators.read",
                .handle = compare_with});
    router.add({.method = Method::post,
                .path = "/api/v1/indicators/runs/{run}/waivers",
                .operation = "waiveFinding",
                .permission = "indicators.edit",
                .body = Body::json,
                .guard = Guard::idempotency_key,
                .handle = waive});
    router.add({.method = Method::post,
                .path = "/api/v1/indicators/runs/{run}/signature",
                .operation = "signRun",
                .permission = "indicators.sign",
                .guard = Guard::idempotency_key,
                .handle = [surroundings](http::Context& context) { return sign(context, surroundings); }});
}

}  // namespace indicators
