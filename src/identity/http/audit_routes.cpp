// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "http/query.h"
#include "identity/audit.h"
#include "identity/http/identity_routes.h"
#include "identity/http/session_json.h"

namespace identity {

namespace {

boost::json::object to_json(const AuditRecord& record)
{
    return {{"id", record.id},
            {"at", base::instant_text(record.at_ms)},
            {"actor", record.actor},
            {"origin", record.origin},
            {"action", record.change.action},
            {"subject", record.change.subject},
            {"detail", record.change.detail},
            {"before_digest", text_or_null(record.change.before_digest)},
            {"after_digest", text_or_null(record.change.after_digest)}};
}

boost::json::object to_json(const Verification& result)
{
    boost::json::value fault;
    if (result.fault)
        fault = boost::json::object{{"kind", to_text(result.fault->kind)},
                                    {"sequence", result.fault->sequence},
                                    {"record", result.fault->audit_id}};
    return {{"org", result.org.text()},    {"is_intact", !result.fault},        {"sealed", result.sealed},
            {"unsealed", result.unsealed}, {"checkpoints", result.checkpoints}, {"fault", std::move(fault)}};
}

// Days are whole ones on the office's wall, both included.
AuditFilter filter_of(http::Query& query)
{
    AuditFilter filter;
    filter.actor = query.text("actor", 64);
    filter.action = query.text("action");
    if (const auto from = query.date("from")) filter.from_ms = base::begin_of(*from);
    if (const auto to = query.date("to"))
        filter.until_ms = base::begin_of(base::Date::from_days(to->days_since_1970() + 1));
    return filter;
}

http::Response list(http::Context& context)
{
    http::Query query{context.request};
    AuditFilter filter = filter_of(query);
    const std::size_t limit = query.limit();
    filter.before_id = query.text("cursor");
    filter.most = limit + 1;
    if (auto problem = query.problem()) return *std::move(problem);
    const auto records = AuditTrail{context.db, context.clock}.list(context.actor.org, filter);
    return page(
        records, limit, [](const AuditRecord& one) { return to_json(one); },
        [](const AuditRecord& one) { return one.id; });
}

http::Response export_records(http::Context& context)
{
    http::Query query{context.request};
    const AuditFilter filter = filter_of(query);
    if (auto problem = query.problem()) return *std::move(problem);
    auto text = AuditTrail{context.db, context.clock}.export_csv(context.actor, filter);
    if (!text) return http::problem(text.error());
    http::Response response{.content_type = "text/csv; charset=utf-8", .body = *std::move(text)};
    response.header("Content-Disposition",
                    "attachment; filename=\"audit.csv\"; filename*=UTF-8''"
                    "%E5%AE%A1%E8%AE%A1%E8%AE%B0%E5%BD%95.csv");
    return response;
}

http::Response verify(http::Context& context)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const CheckpointFile file{context.data};
    return answer(to_json(AuditTrail{context.db, context.clock}.verify(context.actor.org, file)));
}

boost::json::object to_json(const Checkpoint& one)
{
    return {{"org", one.org.text()},
            {"sequence", one.sequence},
            {"chain_digest", one.link},
            {"at", base::instant_text(one.at_ms)}};
}

// Newest first; a page goes on behind the place that its last one had in the chain.
http::Response list_checkpoints(http::Context& context)
{
    http::Query query{context.request};
    const std::size_t limit = query.limit();
    const std::int64_t below = query.integer("cursor", 1, std::numeric_limits<std::int64_t>::max())
                                   .value_or(std::numeric_limits<std::int64_t>::max());
    if (auto problem = query.problem()) return *std::move(problem);
    std::vector<Checkpoint> known = CheckpointFile{context.data}.read().list;
    std::erase_if(known, [&](const Checkpoint& one) { return one.org != context.actor.org || one.sequence >= below; });
    std::reverse(known.begin(), known.end());
    return page(
        known, limit, [](const Checkpoint& one) { return to_json(one); },
        [](const Checkpoint& one) { return std::to_string(one.sequence); });
}

http::Response make_checkpoints(http::Context& context)
{
    const CheckpointFile file{context.data};
    const auto made = AuditTrail{context.db, context.clock}.checkpoint(context.actor, file);
    if (!made) return http::problem(made.error());
    boost::json::array items;
    for (const Checkpoint& one : *made)
        if (one.org == context.actor.org) items.push_back(to_json(one));
    return answer({{"items", std::move(items)}, {"next", nullptr}}, 201);
}

}  // namespace

void add_audit_routes(http::Router& router)
{
    using http::Method;
    const auto read = [&router](const char* path, const char* operation, http::Response (*handle)(http::Context&)) {
        router.add({.method = Method::get,
                    .path = path,
                    .operation = operation,
                    .permission = "audit.read",
                    .handle = handle});
    };
    read("/api/v1/identity/audit", "listAudit", list);
    read("/api/v1/identity/audit/export", "exportAudit", export_records);
    read("/api/v1/identity/audit/verification", "verifyAudit", verify);
    read("/api/v1/identity/audit/checkpoints", "listCheckpoints", list_checkpoints);
    // Not held together with a key: a line may only be written once what it speaks of stands in the database, and a
    // second one with nothing new writes nothing.
    router.add({.method = Method::post,
                .path = "/api/v1/identity/audit/checkpoints",
                .operation = "makeCheckpoints",
                .permission = "audit.checkpoint",
                .handle = make_checkpoints});
}

}  // namespace identity
