// SPDX-License-Identifier: Apache-2.0
#include "identity/http/session_json.h"

#include "identity/http/session_cookie.h"

namespace identity {

base::Result<Visitor> visitor_of(const http::Context& context)
{
    return Sessions{context.db, context.clock}.find(session_token(context.request));
}

Origin origin_of(const http::Request& request)
{
    return {request.remote, std::string{request.headers.get("user-agent").substr(0, 200)}};
}

boost::json::array to_json(const std::vector<HeldRole>& roles)
{
    boost::json::array array;
    for (const HeldRole& held : roles)
        array.push_back(boost::json::object{{"role", held.role}, {"scope", to_text(held.scope)}});
    return array;
}

boost::json::object to_json(const Visitor& visitor)
{
    boost::json::array permissions;
    for (const auto& [permission, scope] : visitor.rights.permissions) permissions.emplace_back(permission);
    return {{"session", visitor.session.text()},
            {"person", visitor.person.text()},
            {"account", visitor.account},
            {"name", visitor.name},
            {"org", visitor.org.text()},
            {"org_name", visitor.org_name},
            {"roles", to_json(visitor.roles)},
            {"permissions", std::move(permissions)},
            {"csrf_token", visitor.csrf},
            {"must_change_password", visitor.must_change_password},
            {"has_second_factor", visitor.has_second_factor},
            {"must_set_second_factor", visitor.must_set_second_factor()}};
}

http::Response opened(int status, const Opened& session)
{
    http::Response response = answer(to_json(session.visitor), status);
    response.header("Set-Cookie", session_cookie(session.token));
    return response;
}

http::Response not_opened(const base::Error& error)
{
    if (error.code == "identity.sign_in.busy") {
        http::Response response = http::problem(429, error);
        response.header("Retry-After", "1");
        return response;
    }
    const bool is_sign_in = error.code == "identity.sign_in.refused" || error.code == "identity.code.not_valid" ||
                            error.code == "identity.second_factor.needed" || error.code == "identity.session.none";
    return is_sign_in ? http::problem(401, error) : http::problem(error);
}

}  // namespace identity
