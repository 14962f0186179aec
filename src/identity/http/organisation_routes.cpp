// SPDX-License-Identifier: Apache-2.0
#include "http/fields.h"
#include "http/query.h"
#include "identity/http/identity_routes.h"
#include "identity/http/session_json.h"

namespace identity {

namespace {

constexpr std::size_t longest_name = 100;

boost::json::object to_json(const Organisation& organisation)
{
    boost::json::value parent;
    if (organisation.parent) parent = boost::json::string{organisation.parent->text()};
    return {{"id", organisation.id.text()},
            {"name", organisation.name},
            {"kind", to_text(organisation.kind)},
            {"parent", std::move(parent)},
            {"path", organisation.path},
            {"region_code", organisation.region_code},
            {"region_name", organisation.region_name}};
}

// Those within reach: who works on one of them picks it here.
http::Response list(http::Context& context)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const auto visitor = visitor_of(context);
    if (!visitor) return not_opened(visitor.error());
    const Reach reach = visitor->reach("desk.use");
    boost::json::array items;
    for (const Organisation& one : Organisations{context.db, context.clock}.all())
        if (reach.covers(one)) items.push_back(to_json(one));
    return answer({{"items", std::move(items)}, {"next", nullptr}});
}

http::Response find(http::Context& context)
{
    const auto found = Organisations{context.db, context.clock}.find(base::OrgId{context.part("org")});
    return found ? answer(to_json(*found)) : http::problem(found.error());
}

http::Response create(http::Context& context)
{
    http::Fields fields{context.request};
    Organisation wanted;
    wanted.name = fields.text("name", longest_name);
    wanted.kind = fields.word<OrgKind>("kind", {{"region", OrgKind::region},
                                                {"department", OrgKind::department},
                                                {"unit", OrgKind::unit},
                                                {"section", OrgKind::section}});
    wanted.region_code = fields.text("region_code", 6);
    wanted.region_name = fields.text("region_name", longest_name);
    const std::string parent = fields.optional_text("parent", longest_name).value_or("");
    if (!parent.empty()) wanted.parent = base::OrgId{parent};
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto visitor = visitor_of(context);
    if (!visitor) return not_opened(visitor.error());
    const auto created =
        Organisations{context.db, context.clock}.create(context.actor, wanted, visitor->reach("identity.orgs"));
    if (!created) return http::problem(created.error());
    http::Response response = answer(to_json(*created), 201);
    response.header("Location", "/api/v1/identity/organisations/" + created->id.text());
    return response;
}

http::Response change(http::Context& context)
{
    http::Fields fields{context.request};
    OrganisationChange wanted;
    wanted.name = fields.optional_text("name", longest_name);
    wanted.region_code = fields.optional_text("region_code", 6);
    wanted.region_name = fields.optional_text("region_name", longest_name);
    if (const auto parent = fields.optional_text("parent", longest_name)) wanted.parent = base::OrgId{*parent};
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto visitor = visitor_of(context);
    if (!visitor) return not_opened(visitor.error());
    const auto changed = Organisations{context.db, context.clock}.change(
        context.actor, base::OrgId{context.part("org")}, wanted, visitor->reach("identity.orgs"));
    return changed ? answer(to_json(*changed)) : http::problem(changed.error());
}

}  // namespace

void add_organisation_routes(http::Router& router)
{
    using http::Body;
    using http::Method;
    constexpr const char* all = "/api/v1/identity/organisations";
    constexpr const char* one = "/api/v1/identity/organisations/{org}";
    router.add({.method = Method::get,
                .path = all,
                .operation = "listOrganisations",
                .permission = "desk.use",
                .handle = list});
    router.add({.method = Method::post,
                .path = all,
                .operation = "createOrganisation",
                .permission = "identity.orgs",
                .body = Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = create});
    router.add(
        {.method = Method::get, .path = one, .operation = "getOrganisation", .permission = "desk.use", .handle = find});
    router.add({.method = Method::patch,
                .path = one,
                .operation = "changeOrganisation",
                .permission = "identity.orgs",
                .body = Body::json,
                .handle = change});
}

}  // namespace identity
