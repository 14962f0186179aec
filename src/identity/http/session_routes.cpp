// SPDX-License-Identifier: Apache-2.0
#include "http/query.h"
#include "identity/http/identity_routes.h"
#include "identity/http/session_json.h"

namespace identity {

namespace {

boost::json::object to_json(const ListedSession& session, const SessionId& mine)
{
    return {{"id", session.id.text()},
            {"account", session.account},
            {"name", session.name},
            {"origin", session.origin.address},
            {"agent", session.origin.agent},
            {"created_at", base::instant_text(session.created_ms)},
            {"seen_at", base::instant_text(session.seen_ms)},
            {"is_this", session.id == mine}};
}

// One's own; with `all=true` everybody's.
http::Response list(http::Context& context)
{
    http::Query query{context.request};
    const bool of_all = query.flag("all");
    const std::size_t limit = query.limit();
    const std::string cursor = query.text("cursor");
    if (auto problem = query.problem()) return *std::move(problem);
    if (of_all && !context.actor.may("identity.sessions"))
        return http::problem({base::ErrorKind::forbidden, "identity.session.forbidden"});
    const auto visitor = visitor_of(context);
    if (!visitor) return not_opened(visitor.error());
    const SessionFilter filter{of_all ? std::string{} : context.actor.person, cursor, limit + 1};
    const auto sessions = Sessions{context.db, context.clock}.list(context.actor.org, filter);
    return page(
        sessions, limit, [&](const ListedSession& one) { return to_json(one, visitor->session); },
        [](const ListedSession& one) { return one.id.text(); });
}

http::Response revoke(http::Context& context)
{
    const auto ended = Sessions{context.db, context.clock}.revoke(context.actor, SessionId{context.part("session")});
    if (!ended) return http::problem(ended.error());
    return {.status = 204};
}

}  // namespace

void add_session_routes(http::Router& router)
{
    using http::Method;
    router.add({.method = Method::get,
                .path = "/api/v1/identity/sessions",
                .operation = "listSessions",
                .permission = "desk.use",
                .handle = list});
    router.add({.method = Method::post,
                .path = "/api/v1/identity/sessions/{session}/revocation",
                .operation = "revokeSession",
                .permission = "desk.use",
                .guard = http::Guard::idempotency_key,
                .handle = revoke});
}

}  // namespace identity
