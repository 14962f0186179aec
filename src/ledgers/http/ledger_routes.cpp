// SPDX-License-Identifier: Apache-2.0
#include "ledgers/http/ledger_routes.h"

#include <algorithm>

#include <boost/json.hpp>

#include "ledgers/http/ledger_json.h"
#include "ledgers/standard.h"

namespace ledgers {

namespace {

Ledgers ledgers_of(const http::Context& context)
{
    return {context.db, context.clock};
}

void tell(http::Context& context, const std::string& ledger)
{
    context.heard.push_back({"", context.actor.org.text(), "change",
                             boost::json::serialize(boost::json::object{{"what", "ledgers"}, {"name", ledger}})});
}

http::Response list(http::Context& context)
{
    const std::vector<Summary> declared = ledgers_of(context).list(context.actor);
    boost::json::array items;
    for (const Summary& summary : declared) items.push_back(to_json(summary));
    boost::json::array standard;
    for (const Definition& definition : standard_ledgers()) {
        const bool is_known = std::any_of(declared.begin(), declared.end(),
                                          [&](const Summary& summary) { return summary.name == definition.name; });
        if (!is_known) standard.push_back(to_json(Register{definition}));
    }
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}, {"standard", std::move(standard)}});
}

http::Response show_one(http::Context& context, const std::string& name, int status)
{
    const auto found = ledgers_of(context).find(context.actor, name);
    return found ? answer(status, to_json(*found)) : http::problem(found.error());
}

http::Response create(http::Context& context)
{
    http::Fields fields{context.request};
    const std::string name = fields.text("name", 60);
    const Register declared = register_of(fields, name);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto created = ledgers_of(context).create(context.actor, declared);
    if (!created) return http::problem(created.error());
    tell(context, name);
    http::Response response = show_one(context, declared.definition.name, 201);
    return response;
}

http::Response change(http::Context& context)
{
    http::Fields fields{context.request};
    const std::string& name = context.part("ledger");
    const Register declared = register_of(fields, name);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto changed = ledgers_of(context).change(context.actor, declared);
    if (!changed) return http::problem(changed.error());
    tell(context, name);
    return show_one(context, name, 200);
}

http::Response show_mapping(http::Context& context)
{
    const auto mapping = ledgers_of(context).mapping(context.actor, context.part("ledger"));
    if (!mapping) return http::problem(mapping.error());
    boost::json::array pairs;
    for (const auto& [header, title] : *mapping) {
        boost::json::object pair{{"header", header}, {"column", nullptr}};
        if (!title.empty()) pair["column"] = title;
        pairs.push_back(std::move(pair));
    }
    return answer(200, {{"mapping", std::move(pairs)}});
}

http::Response map(http::Context& context)
{
    http::Fields fields{context.request};
    std::vector<std::pair<std::string, std::string>> mapping;
    for (http::Fields& pair : fields.objects("mapping"))
        mapping.emplace_back(pair.text("header", 200), pair.optional_text("column", 200).value_or(""));
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto mapped = ledgers_of(context).map_all(context.actor, context.part("ledger"), mapping);
    if (!mapped) return http::problem(mapped.error());
    tell(context, context.part("ledger"));
    return show_mapping(context);
}

}  // namespace

void add_ledger_routes(http::Router& router, RecordLists& lists)
{
    using http::Body;
    using http::Guard;
    using http::Method;
    router.add({.path = "/api/v1/ledgers", .operation = "listLedgers", .permission = "ledgers.read", .handle = list});
    router.add({.method = Method::post,
                .path = "/api/v1/ledgers",
                .operation = "declareLedger",
                .permission = "ledgers.declare",
                .body = Body::json,
                .guard = Guard::idempotency_key,
                .handle = create});
    router.add({.path = "/api/v1/ledgers/{ledger}",
                .operation = "getLedger",
                .permission = "ledgers.read",
                .handle = [](http::Context& context) { return show_one(context, context.part("ledger"), 200); }});
    router.add({.method = Method::put,
                .path = "/api/v1/ledgers/{ledger}",
                .operation = "changeLedger",
                .permission = "ledgers.declare",
                .body = Body::json,
                .handle = change});
    router.add({.path = "/api/v1/ledgers/{ledger}/mapping",
                .operation = "getLedgerMapping",
                .permission = "ledgers.read",
                .handle = show_mapping});
    router.add({.method = Method::put,
                .path = "/api/v1/ledgers/{ledger}/mapping",
                .operation = "changeLedgerMapping",
                .permission = "ledgers.map",
                .body = Body::json,
                .handle = map});
    add_record_routes(router, lists);
}

}  // namespace ledgers
