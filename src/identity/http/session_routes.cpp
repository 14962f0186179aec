// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "http/fields.h"
#include "identity/http/identity_routes.h"
#include "identity/http/session_cookie.h"
#include "identity/sessions.h"

namespace identity {

namespace {

boost::json::array texts(const std::set<std::string>& set)
{
    boost::json::array array;
    for (const std::string& text : set) array.emplace_back(text);
    return array;
}

boost::json::object to_json(const Visitor& visitor)
{
    boost::json::array roles;
    for (const HeldRole& held : visitor.roles)
        roles.push_back(boost::json::object{{"role", held.role}, {"scope", to_text(held.scope)}});
    return {{"session", visitor.session.text()},
            {"person", visitor.person.text()},
            {"account", visitor.account},
            {"name", visitor.name},
            {"org", visitor.org.text()},
            {"org_name", visitor.org_name},
            {"roles", std::move(roles)},
            {"permissions", texts(visitor.rights.permissions)},
            {"csrf_token", visitor.csrf},
            {"must_change_password", visitor.must_change_password},
            {"must_set_second_factor", visitor.must_set_second_factor}};
}

http::Response opened(const Opened& session)
{
    http::Response response{.status = 201, .body = boost::json::serialize(to_json(session.visitor))};
    response.header("Set-Cookie", session_cookie(session.token));
    return response;
}

http::Response open_with_code(http::Context& context)
{
    http::Fields fields{context.request};
    const std::string code = fields.text("code", 200);
    if (auto problem = fields.problem()) return *std::move(problem);
    const Origin origin{context.request.remote, std::string{context.request.headers.get("user-agent").substr(0, 200)}};
    auto session = Sessions{context.db, context.clock}.open_with_code(code, origin);
    if (!session) return http::problem(401, session.error());
    return opened(*session);
}

base::Result<Visitor> visitor_of(const http::Context& context)
{
    return Sessions{context.db, context.clock}.find(session_token(context.request));
}

http::Response me(http::Context& context)
{
    const auto visitor = visitor_of(context);
    if (!visitor) return http::problem(401, visitor.error());
    return {.body = boost::json::serialize(to_json(*visitor))};
}

http::Response sign_out(http::Context& context)
{
    const auto visitor = visitor_of(context);
    if (!visitor) return http::problem(401, visitor.error());
    Sessions{context.db, context.clock}.close(*visitor, "sign_out");
    http::Response response{.status = 204};
    response.header("Set-Cookie", ended_cookie());
    return response;
}

}  // namespace

void add_session_routes(http::Router& router)
{
    using http::Access;
    using http::Body;
    using http::Method;
    router.add({.method = Method::post,
                .path = "/api/v1/identity/code-sessions",
                .operation = "openSessionWithCode",
                .access = Access::open,
                .body = Body::json,
                .handle = open_with_code});
    router.add({.method = Method::get,
                .path = "/api/v1/identity/me",
                .operation = "getMe",
                .access = Access::signed_in,
                .handle = me});
    router.add({.method = Method::post,
                .path = "/api/v1/identity/sign-out",
                .operation = "signOut",
                .access = Access::signed_in,
                .handle = sign_out});
}

}  // namespace identity
