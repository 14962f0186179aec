// SPDX-License-Identifier: Apache-2.0
#include "http/fields.h"
#include "http/query.h"
#include "identity/http/identity_routes.h"
#include "identity/http/session_json.h"
#include "identity/people.h"

namespace identity {

namespace {

constexpr std::size_t longest_name = 100;
constexpr int code_minutes = 60;

boost::json::object to_json(const Person& person)
{
    boost::json::value section;
    if (person.section) section = boost::json::string{person.section->text()};
    return {{"id", person.id.text()},
            {"account", person.account},
            {"name", person.name},
            {"section", std::move(section)},
            {"is_active", person.is_active},
            {"has_password", person.has_password},
            {"has_second_factor", person.has_second_factor},
            {"roles", to_json(person.roles)}};
}

http::Response list(http::Context& context)
{
    http::Query query{context.request};
    const std::size_t limit = query.limit();
    const PersonFilter filter{query.text("q"), query.text("cursor"), limit + 1};
    if (auto problem = query.problem()) return *std::move(problem);
    const auto people = People{context.db, context.clock}.list(context.actor.org, filter);
    return page(
        people, limit, [](const Person& one) { return to_json(one); }, [](const Person& one) { return one.account; });
}

http::Response find(http::Context& context)
{
    const auto person = People{context.db, context.clock}.find(context.actor.org, PersonId{context.part("person")});
    return person ? answer(to_json(*person)) : http::problem(person.error());
}

http::Response add(http::Context& context)
{
    http::Fields fields{context.request};
    Person wanted;
    wanted.account = fields.text("account", 64);
    wanted.name = fields.text("name", longest_name);
    if (const auto section = fields.optional_text("section", longest_name)) wanted.section = base::OrgId{*section};
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto added = People{context.db, context.clock}.add(context.actor, wanted);
    if (!added) return http::problem(added.error());
    http::Response response = answer(to_json(*added), 201);
    response.header("Location", "/api/v1/identity/people/" + added->id.text());
    return response;
}

http::Response change(http::Context& context)
{
    http::Fields fields{context.request};
    PersonChange wanted;
    wanted.name = fields.optional_text("name", longest_name);
    if (const auto section = fields.optional_text("section", longest_name)) wanted.section = base::OrgId{*section};
    wanted.is_active = fields.optional_flag("is_active");
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto changed =
        People{context.db, context.clock}.change(context.actor, PersonId{context.part("person")}, wanted);
    return changed ? answer(to_json(*changed)) : http::problem(changed.error());
}

http::Response issue_code(http::Context& context)
{
    const std::int64_t expires_ms = context.clock.milliseconds_since_1970() + std::int64_t{code_minutes} * 60'000;
    const auto code =
        Sessions{context.db, context.clock}.issue_code(context.actor, PersonId{context.part("person")}, code_minutes);
    if (!code) return http::problem(code.error());
    return answer({{"code", *code}, {"expires_at", base::instant_text(expires_ms)}}, 201);
}

}  // namespace

void add_people_routes(http::Router& router)
{
    using http::Body;
    using http::Method;
    constexpr const char* all = "/api/v1/identity/people";
    constexpr const char* one = "/api/v1/identity/people/{person}";
    router.add(
        {.method = Method::get, .path = all, .operation = "listPeople", .permission = "identity.read", .handle = list});
    router.add({.method = Method::post,
                .path = all,
                .operation = "addPerson",
                .permission = "identity.people",
                .body = Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = add});
    router.add(
        {.method = Method::get, .path = one, .operation = "getPerson", .permission = "identity.read", .handle = find});
    router.add({.method = Method::patch,
                .path = one,
                .operation = "changePerson",
                .permission = "identity.people",
                .body = Body::json,
                .handle = change});
    // Not kept to be answered again: the database would hold the code. A second one makes the first one void.
    router.add({.method = Method::post,
                .path = "/api/v1/identity/people/{person}/code",
                .operation = "issueCode",
                .permission = "identity.people",
                .handle = issue_code});
}

}  // namespace identity
