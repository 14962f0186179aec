// SPDX-License-Identifier: Apache-2.0
#include "http/fields.h"
#include "identity/http/identity_routes.h"
#include "identity/http/session_json.h"
#include "identity/setup.h"
#include "identity/sign_in.h"

namespace identity {

namespace {

constexpr std::size_t longest_password = 1'000;

http::Response open_session(http::Context& context, Doorkeeper& door)
{
    http::Fields fields{context.request};
    Attempt attempt;
    attempt.account = fields.text("account", 64);
    attempt.password = fields.text("password", longest_password);
    attempt.second_factor = fields.optional_text("totp", 10);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto session = SignIn{context.db, context.clock, door}.with_password(attempt, origin_of(context.request));
    return session ? opened(201, *session) : not_opened(session.error());
}

http::Response open_session_with_code(http::Context& context, Doorkeeper& door)
{
    http::Fields fields{context.request};
    const std::string code = fields.text("code", 200);
    const auto second_factor = fields.optional_text("totp", 10);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto session =
        SignIn{context.db, context.clock, door}.with_code(code, second_factor, origin_of(context.request));
    return session ? opened(201, *session) : not_opened(session.error());
}

http::Response get_setup(const http::Context& context, Doorkeeper& door)
{
    return answer({{"is_needed", FirstRun{context.db, context.clock, door}.is_needed()}});
}

NewAdministrator administrator(http::Fields& fields, std::string_view role)
{
    auto object = fields.object(role);
    if (!object) {
        fields.text(role);  // says that it is missing
        return {};
    }
    return {object->text("account", 64), object->text("name", 100)};
}

http::Response set_up(http::Context& context, Doorkeeper& door)
{
    http::Fields fields{context.request};
    const std::string code = fields.text("code", 100);
    Founding founding;
    founding.unit = fields.text("unit", 100);
    founding.region_code = fields.text("region_code", 6);
    founding.region_name = fields.text("region_name", 100);
    founding.sysadmin = administrator(fields, "sysadmin");
    founding.secadmin = administrator(fields, "secadmin");
    founding.auditor = administrator(fields, "auditor");
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto founded = FirstRun{context.db, context.clock, door}.found(code, founding, context.request.remote);
    if (!founded) return http::problem(founded.error());
    boost::json::array administrators;
    for (const auto& one : founded->administrators)
        administrators.push_back(boost::json::object{{"role", one.role}, {"account", one.account}, {"code", one.code}});
    return answer({{"org", founded->org.text()},
                   {"administrators", std::move(administrators)},
                   {"expires_at", base::instant_text(founded->expires_ms)}},
                  201);
}

}  // namespace

// None of these is kept to be answered again: each answer holds a secret.
void add_sign_in_routes(http::Router& router, const Door& door)
{
    using http::Access;
    using http::Body;
    using http::Method;
    const auto with = [&door](auto handle) { return [door, handle](http::Context& c) { return handle(c, door()); }; };
    router.add({.method = Method::post,
                .path = "/api/v1/identity/sessions",
                .operation = "openSession",
                .access = Access::open,
                .body = Body::json,
                .handle = with(open_session)});
    router.add({.method = Method::post,
                .path = "/api/v1/identity/code-sessions",
                .operation = "openSessionWithCode",
                .access = Access::open,
                .body = Body::json,
                .handle = with(open_session_with_code)});
    router.add({.method = Method::get,
                .path = "/api/v1/identity/setup",
                .operation = "getSetup",
                .access = Access::open,
                .handle = with(get_setup)});
    router.add({.method = Method::post,
                .path = "/api/v1/identity/setup",
                .operation = "setUp",
                .access = Access::open,
                .body = Body::json,
                .handle = with(set_up)});
}

}  // namespace identity
