// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "indicators/http/answers.h"
#include "indicators/http/fact_json.h"
#include "indicators/http/run_json.h"

namespace indicators {

namespace {

RunId run_of(const http::Context& context)
{
    return RunId{context.part("run")};
}

FactReader reader_of(const http::Context& context)
{
    return {context.db, context.clock};
}

http::Response facts(http::Context& context)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const auto all = reader_of(context).facts(context.actor.org, run_of(context));
    if (!all) return http::problem(all.error());
    json::array items;
    for (const Fact& fact : *all) items.push_back(fact_json(fact, context));
    return listed(std::move(items));
}

http::Response fact(http::Context& context)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const auto counted = reader_of(context).fact(context.actor.org, run_of(context), context.part("code"));
    if (!counted) return http::problem(counted.error());
    json::object object = fact_json(counted->fact, context);
    object["records"] = counted->records;
    return answer(200, object);
}

std::int64_t place_of(http::Query& query)
{
    const auto cursor = query.cursor(1);
    if (!cursor) return 0;
    std::int64_t place = 0;
    const char* const end = cursor->front().data() + cursor->front().size();
    if (std::from_chars(cursor->front().data(), end, place) == std::from_chars_result{end, {}} && place >= 0)
        return place;
    query.add("cursor", {base::ErrorKind::invalid, "request.cursor_malformed"});
    return 0;
}

http::Response records(http::Context& context, const Surroundings& surroundings)
{
    http::Query query{context.request};
    const std::size_t limit = query.limit();
    const std::int64_t after = place_of(query);
    if (auto problem = query.problem()) return *std::move(problem);
    const auto run = indicators_of(context).find_run(context.actor.org, run_of(context));
    if (!run) return http::problem(run.error());
    const auto page = reader_of(context).records(context.actor.org, run->id, context.part("code"),
                                                 surroundings.source(context, run->year), after, limit);
    if (!page) return http::problem(page.error());
    json::array items;
    for (const RecordBehind& record : page->records)
        items.push_back(record_json(record.frozen, record.cells, record.state));
    return answer(
        200,
        {{"columns", columns_json(page->columns)},
         {"total", page->total},
         {"unreadable", page->unreadable ? json::value(words_of(context, *page->unreadable)) : json::value(nullptr)},
         {"items", std::move(items)},
         {"next", page->next ? json::value(http::cursor_of({std::to_string(*page->next)})) : json::value(nullptr)}});
}

http::Response verify(http::Context& context, const Surroundings& surroundings)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const Indicators indicators = indicators_of(context);
    const auto run = indicators.find_run(context.actor.org, run_of(context));
    if (!run) return http::problem(run.error());
    const auto found = indicators.verify_fact(context.actor.org, run->id, context.part("code"),
                                              surroundings.source(context, run->year));
    return found ? answer(200, to_json(*found)) : http::problem(found.error());
}

}  // namespace

void add_fact_routes(http::Router& router, const Surroundings& surroundings)
{
    router.add({.path = "/api/v1/indicators/runs/{run}/facts",
                .operation = "listFacts",
                .permission = "indicators.read",
                .handle = facts});
    router.add({.path = "/api/v1/indicators/runs/{run}/facts/{code}",
                .operation = "getFact",
                .permission = "indicators.read",
                .handle = fact});
    router.add({.path = "/api/v1/indicators/runs/{run}/facts/{code}/records",
                .operation = "listFactRecords",
                .permission = "indicators.read",
                .handle = [surroundings](http::Context& context) { return records(context, surroundings); }});
    router.add({.path = "/api/v1/indicators/runs/{run}/facts/{code}/verification",
                .operation = "verifyFact",
                .permission = "indicators.read",
                .handle = [surroundings](http::Context& context) { return verify(context, surroundings); }});
}

}  // namespace indicators
