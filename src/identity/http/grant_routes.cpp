// SPDX-License-Identifier: Apache-2.0
#include "http/fields.h"
#include "http/query.h"
#include "identity/grants.h"
#include "identity/http/identity_routes.h"
#include "identity/http/session_json.h"

namespace identity {

namespace {

constexpr std::size_t longest_reason = 500;
const std::vector<std::pair<std::string_view, Scope>> scope_words{{"own", Scope::own},
                                                                  {"section", Scope::section},
                                                                  {"unit", Scope::unit},
                                                                  {"unit_and_below", Scope::unit_and_below},
                                                                  {"all", Scope::all}};

boost::json::value instant_or_null(const std::optional<std::int64_t>& milliseconds)
{
    if (!milliseconds) return nullptr;
    return boost::json::string{base::instant_text(*milliseconds)};
}

boost::json::object to_json(const Grant& grant)
{
    return {{"id", grant.id},
            {"person", grant.person.text()},
            {"account", grant.account},
            {"name", grant.person_name},
            {"role", grant.role.role},
            {"scope", to_text(grant.role.scope)},
            {"state", to_text(grant.state)},
            {"proposed_by", grant.proposed_by},
            {"proposed_at", base::instant_text(grant.proposed_ms)},
            {"decided_by", text_or_null(grant.decided_by)},
            {"decided_at", instant_or_null(grant.decided_ms)},
            {"revoked_by", text_or_null(grant.revoked_by)},
            {"revoked_at", instant_or_null(grant.revoked_ms)}};
}

http::Response answered(const base::Result<Grant>& grant, int status = 200)
{
    return grant ? answer(to_json(*grant), status) : http::problem(grant.error());
}

http::Response list_roles(const http::Context&)
{
    boost::json::array items;
    for (const Role& role : roles()) {
        boost::json::array permissions;
        for (const std::string_view permission : role.permissions) permissions.emplace_back(permission);
        items.push_back(boost::json::object{{"code", role.code},
                                            {"name", role.chinese},
                                            {"english_name", role.english},
                                            {"is_administrator", role.is_administrator},
                                            {"permissions", std::move(permissions)}});
    }
    return answer({{"items", std::move(items)}, {"next", nullptr}});
}

http::Response list(http::Context& context)
{
    http::Query query{context.request};
    GrantFilter filter = grant_filter(query);
    filter.before_id = query.text("cursor");
    const std::size_t limit = query.limit();
    if (auto problem = query.problem()) return *std::move(problem);
    filter.most = limit + 1;
    const auto grants = Grants{context.db, context.clock}.list(context.actor.org, filter);
    return page(
        grants, limit, [](const Grant& one) { return to_json(one); }, [](const Grant& one) { return one.id; });
}

http::Response propose(http::Context& context)
{
    http::Fields fields{context.request};
    const HeldRole role{fields.text("role", 50), fields.word<Scope>("scope", scope_words)};
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto visitor = visitor_of(context);
    if (!visitor) return not_opened(visitor.error());
    return answered(Grants{context.db, context.clock}.propose(context.actor, PersonId{context.part("person")}, role,
                                                              visitor->reach("identity.people").scope),
                    201);
}

http::Response decide(http::Context& context)
{
    http::Fields fields{context.request};
    const GrantAct act =
        fields.word<GrantAct>("decision", {{"approve", GrantAct::approve}, {"refuse", GrantAct::refuse}});
    const std::string reason = fields.optional_text("reason", longest_reason).value_or("");
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto visitor = visitor_of(context);
    if (!visitor) return not_opened(visitor.error());
    return answered(Grants{context.db, context.clock}.decide(context.actor, context.part("grant"), act, reason,
                                                             visitor->reach("identity.authorise").scope));
}

http::Response revoke(http::Context& context)
{
    http::Fields fields{context.request};
    const std::string reason = fields.optional_text("reason", longest_reason).value_or("");
    if (auto problem = fields.problem()) return *std::move(problem);
    return answered(Grants{context.db, context.clock}.revoke(context.actor, context.part("grant"), reason));
}

}  // namespace

GrantFilter grant_filter(http::Query& query)
{
    GrantFilter filter;
    filter.state = query.word<GrantState>("state", {{"proposed", GrantState::proposed},
                                                    {"active", GrantState::active},
                                                    {"refused", GrantState::refused},
                                                    {"revoked", GrantState::revoked}});
    filter.person = query.text("person");
    return filter;
}

void add_grant_routes(http::Router& router)
{
    using http::Body;
    using http::Method;
    const auto add = [&router](const char* path, const char* operation, const char* permission,
                               http::Response (*handle)(http::Context&)) {
        router.add({.method = Method::post,
                    .path = path,
                    .operation = operation,
                    .permission = permission,
                    .body = Body::json,
                    .guard = http::Guard::idempotency_key,
                    .handle = handle});
    };
    router.add({.method = Method::get,
                .path = "/api/v1/identity/roles",
                .operation = "listRoles",
                .permission = "identity.read",
                .handle = list_roles});
    router.add({.method = Method::get,
                .path = "/api/v1/identity/grants",
                .operation = "listGrants",
                .permission = "identity.read",
                .handle = list});
    add("/api/v1/identity/people/{person}/grants", "proposeGrant", "identity.people", propose);
    add("/api/v1/identity/grants/{grant}/decision", "decideGrant", "identity.authorise", decide);
    add("/api/v1/identity/grants/{grant}/revocation", "revokeGrant", "identity.authorise", revoke);
}

}  // namespace identity
