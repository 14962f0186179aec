// SPDX-License-Identifier: Apache-2.0
// Campaigns of unified registration.
#include <algorithm>

#include "premises/http/answers.h"
#include "premises/http/premises_routes.h"

namespace premises {

namespace {

http::Response list(http::Context& context)
{
    boost::json::array items;
    for (const CampaignFile& file : premises_of(context).campaigns(context.actor.org)) items.push_back(row_json(file));
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

http::Response show(http::Context& context, const std::string& code, int status)
{
    const auto file = premises_of(context).campaign(context.actor.org, code);
    return file ? answer(status, json_of(*file)) : http::problem(file.error());
}

http::Response open(http::Context& context)
{
    http::Fields fields{context.request};
    Campaign campaign;
    campaign.code = fields.text("code", 60);
    campaign.name = fields.text("name", 200);
    campaign.started_on = fields.optional_date("started_on");
    campaign.due_on = fields.optional_date("due_on");
    campaign.note = fields.optional_text("note", 500).value_or("");
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = premises_of(context).open(context.actor, campaign);
    if (!done) return refused(done.error());
    tell(context, "campaigns", campaign.code);
    return show(context, campaign.code, 201);
}

Member member_of(http::Fields& fields)
{
    Member member;
    member.unit = fields.text("unit", 200);
    member.category = fields.word<Category>("category", words_of(categories));
    member.stated_area = optional_area_of(fields, "area_m2");
    if (fields.has("buildings"))
        member.buildings = fields.texts("buildings");
    else
        fields.optional_text("buildings");
    member.note = fields.optional_text("note", 500).value_or("");
    return member;
}

http::Response show_member(http::Context& context, const std::string& code, int status)
{
    const auto file = premises_of(context).campaign(context.actor.org, context.part("campaign"));
    if (!file) return http::problem(file.error());
    const auto found = std::find_if(file->members.begin(), file->members.end(),
                                    [&](const Member& member) { return member.code == code; });
    if (found == file->members.end())
        return http::problem({base::ErrorKind::not_found, "premises.member.unknown", {{"member", code}}});
    return answer(status, json_of(*found, *file));
}

http::Response add_member(http::Context& context)
{
    http::Fields fields{context.request};
    std::string code = fields.text("code", 60);
    Member member = member_of(fields);
    member.code = std::move(code);
    if (auto problem = fields.problem()) return *std::move(problem);
    const std::string& campaign = context.part("campaign");
    const auto done = premises_of(context).add_member(context.actor, campaign, member);
    if (!done) return refused(done.error());
    tell(context, "campaigns", campaign);
    return show_member(context, member.code, 201);
}

http::Response change_member(http::Context& context)
{
    http::Fields fields{context.request};
    Member member = member_of(fields);
    member.code = context.part("member");
    if (auto problem = fields.problem()) return *std::move(problem);
    const std::string& campaign = context.part("campaign");
    const auto done = premises_of(context).change_member(context.actor, campaign, member);
    if (!done) return refused(done.error());
    tell(context, "campaigns", campaign);
    return show_member(context, member.code, 200);
}

http::Response take_step(http::Context& context)
{
    http::Fields fields{context.request};
    TakenStep step;
    step.step = fields.word<Step>("step", words_of(steps));
    step.taken_on = fields.date("taken_on");
    step.document = fields.optional_text("document", 200).value_or("");
    step.note = fields.optional_text("note", 500).value_or("");
    if (auto problem = fields.problem()) return *std::move(problem);
    const std::string& campaign = context.part("campaign");
    const std::string& member = context.part("member");
    const auto done = premises_of(context).take_step(context.actor, campaign, member, step);
    if (!done) return refused(done.error());
    tell(context, "campaigns", campaign);
    return show_member(context, member, 201);
}

}  // namespace

void add_campaign_routes(http::Router& router)
{
    const auto read = [&router](const char* path, const char* operation, http::Handler handle) {
        router.add({.path = path, .operation = operation, .permission = "premises.read", .handle = std::move(handle)});
    };
    const auto write = [&router](http::Method method, const char* path, const char* operation, http::Handler handle) {
        router.add({.method = method,
                    .path = path,
                    .operation = operation,
                    .permission = "premises.edit",
                    .body = http::Body::json,
                    .guard = method == http::Method::post ? http::Guard::idempotency_key : http::Guard::if_match,
                    .handle = std::move(handle)});
    };
    using http::Method;
    read("/api/v1/premises/campaigns", "listCampaigns", list);
    write(Method::post, "/api/v1/premises/campaigns", "openCampaign", open);
    read("/api/v1/premises/campaigns/{campaign}", "getCampaign",
         [](http::Context& context) { return show(context, context.part("campaign"), 200); });
    write(Method::post, "/api/v1/premises/campaigns/{campaign}/members", "addCampaignMember", add_member);
    read("/api/v1/premises/campaigns/{campaign}/members/{member}", "getCampaignMember",
         [](http::Context& context) { return show_member(context, context.part("member"), 200); });
    write(Method::put, "/api/v1/premises/campaigns/{campaign}/members/{member}", "changeCampaignMember", change_member);
    write(Method::post, "/api/v1/premises/campaigns/{campaign}/members/{member}/steps", "takeCampaignStep", take_step);
}

}  // namespace premises
