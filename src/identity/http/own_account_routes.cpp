// SPDX-License-Identifier: Apache-2.0
#include "http/fields.h"
#include "identity/http/identity_routes.h"
#include "identity/http/session_cookie.h"
#include "identity/http/session_json.h"
#include "identity/own_password.h"
#include "identity/second_factor.h"

namespace identity {

namespace {

constexpr std::size_t longest_password = 1'000;

http::Response me(http::Context& context)
{
    const auto visitor = visitor_of(context);
    if (!visitor) return not_opened(visitor.error());
    return answer(to_json(*visitor));
}

http::Response sign_out(http::Context& context)
{
    const auto visitor = visitor_of(context);
    if (!visitor) return not_opened(visitor.error());
    Sessions{context.db, context.clock}.close(context.actor, *visitor, "sign_out");
    http::Response response{.status = 204};
    response.header("Set-Cookie", ended_cookie());
    return response;
}

// What a new password has to be, for whoever is about to think of one.
http::Response get_password_rules(const http::Context&, Doorkeeper& door)
{
    const PasswordProfile& profile = door.passwords.profile();
    return answer({{"name", profile.name},
                   {"least_letters", profile.least_letters},
                   {"least_letters_with_second_factor", profile.least_letters_with_second_factor},
                   {"most_letters", profile.most_letters},
                   {"least_classes", profile.least_classes},
                   {"account_piece", profile.account_piece},
                   {"rotation_days", profile.rotation_days},
                   {"history", profile.history}});
}

http::Response change_password(http::Context& context, Doorkeeper& door)
{
    http::Fields fields{context.request};
    const auto current = fields.optional_text("current", longest_password);
    const std::string fresh = fields.text("password", longest_password);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto visitor = visitor_of(context);
    if (!visitor) return not_opened(visitor.error());
    const auto session = OwnPassword{context.db, context.clock, door}.change(context.actor, *visitor, current, fresh,
                                                                             origin_of(context.request));
    return session ? opened(200, *session) : not_opened(session.error());
}

http::Response begin_second_factor(http::Context& context, Doorkeeper& door)
{
    http::Fields fields{context.request};
    const auto present = fields.optional_text("totp", 10);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto visitor = visitor_of(context);
    if (!visitor) return not_opened(visitor.error());
    const auto enrolment = SecondFactor{context.db, context.clock, door}.begin(context.actor, *visitor, present);
    if (!enrolment) return http::problem(enrolment.error());
    return answer({{"secret", enrolment->secret}, {"uri", enrolment->uri}}, 201);
}

http::Response confirm_second_factor(http::Context& context, Doorkeeper& door)
{
    http::Fields fields{context.request};
    const std::string code = fields.text("code", 10);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto visitor = visitor_of(context);
    if (!visitor) return not_opened(visitor.error());
    const auto session = SecondFactor{context.db, context.clock, door}.confirm(context.actor, *visitor, code,
                                                                               origin_of(context.request));
    return session ? opened(200, *session) : not_opened(session.error());
}

}  // namespace

// None of these is kept to be answered again: what they answer is a secret, or ended what was asked with.
void add_own_account_routes(http::Router& router, const Door& door)
{
    using http::Access;
    using http::Body;
    using http::Method;
    const auto with = [&door](auto handle) { return [door, handle](http::Context& c) { return handle(c, door()); }; };
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
    router.add({.method = Method::get,
                .path = "/api/v1/identity/password",
                .operation = "getPasswordRules",
                .access = Access::signed_in,
                .handle = with(get_password_rules)});
    router.add({.method = Method::post,
                .path = "/api/v1/identity/password",
                .operation = "changePassword",
                .access = Access::signed_in,
                .body = Body::json,
                .handle = with(change_password)});
    router.add({.method = Method::post,
                .path = "/api/v1/identity/second-factor",
                .operation = "beginSecondFactor",
                .access = Access::signed_in,
                .body = Body::json,
                .handle = with(begin_second_factor)});
    router.add({.method = Method::post,
                .path = "/api/v1/identity/second-factor/confirmation",
                .operation = "confirmSecondFactor",
                .access = Access::signed_in,
                .body = Body::json,
                .handle = with(confirm_second_factor)});
}

}  // namespace identity
