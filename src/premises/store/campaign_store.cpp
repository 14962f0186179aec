// SPDX-License-Identifier: Apache-2.0
#include "premises/store/campaign_store.h"

#include <algorithm>

namespace premises {

namespace {

Campaign campaign_of(const sql::Row& row)
{
    return {row.text("code"), row.text("name"), row.date_if("started_on"), row.date_if("due_on"), row.text("note")};
}

sql::Parameters values_of(const Member& member)
{
    return {{"code", member.code},
            {"unit", member.unit},
            {"category", named(categories, member.category).word},
            {"area_dm2", member.stated_area ? sql::Value{member.stated_area->dm2()} : sql::Value{}},
            {"note", member.note}};
}

}  // namespace

sql::Parameters CampaignStore::scoped(const std::string& campaign, sql::Parameters more) const
{
    more.insert(more.begin(), {{"org_id", org_}, {"campaign", campaign}});
    return more;
}

std::vector<Campaign> CampaignStore::all() const
{
    constexpr std::string_view every = R"(
        SELECT code, name, started_on, due_on, note FROM premises_campaign WHERE org_id = :org_id ORDER BY code)";
    std::vector<Campaign> found;
    for (const auto& row : db_.query(every, {{"org_id", org_}})) found.push_back(campaign_of(row));
    return found;
}

std::optional<Campaign> CampaignStore::find(const std::string& code) const
{
    constexpr std::string_view one = R"(
        SELECT code, name, started_on, due_on, note FROM premises_campaign
         WHERE org_id = :org_id AND code = :campaign)";
    for (const auto& row : db_.query(one, scoped(code))) return campaign_of(row);
    return std::nullopt;
}

void CampaignStore::add(const Campaign& campaign)
{
    constexpr std::string_view insert = R"(
        INSERT INTO premises_campaign (org_id, code, name, started_on, due_on, note)
        VALUES (:org_id, :campaign, :name, :started_on, :due_on, :note))";
    db_.execute(insert, scoped(campaign.code, {{"name", campaign.name},
                                               {"started_on", campaign.started_on},
                                               {"due_on", campaign.due_on},
                                               {"note", campaign.note}}));
}

std::vector<Member> CampaignStore::members(const std::string& campaign) const
{
    constexpr std::string_view of_campaign = R"(
        SELECT code, unit, category, area_dm2, note FROM premises_member
         WHERE org_id = :org_id AND campaign = :campaign
         ORDER BY code)";
    std::vector<Member> found;
    for (const auto& row : db_.query(of_campaign, scoped(campaign))) {
        Member member;
        member.code = row.text("code");
        member.unit = row.text("unit");
        member.category = of_word(categories, row.text("category")).value();
        if (!row.is_null("area_dm2")) member.stated_area = Area::from_dm2(row.integer("area_dm2"));
        member.note = row.text("note");
        member.area = member.stated_area.value_or(Area{});
        found.push_back(std::move(member));
    }
    read_parts(campaign, found);
    return found;
}

// A campaign has some hundred units: all of them are read.
std::optional<Member> CampaignStore::member(const std::string& campaign, const std::string& code) const
{
    for (Member& member : members(campaign))
        if (member.code == code) return std::move(member);
    return std::nullopt;
}

void CampaignStore::read_parts(const std::string& campaign, std::vector<Member>& members) const
{
    constexpr std::string_view buildings = R"(
        SELECT member, building FROM premises_member_building
         WHERE org_id = :org_id AND campaign = :campaign
         ORDER BY member, position)";
    constexpr std::string_view taken = R"(
        SELECT member, step, taken_on, document, note, account FROM premises_member_step
         WHERE org_id = :org_id AND campaign = :campaign
         ORDER BY member, number)";
    std::map<std::string, Member*> by_code;
    for (Member& member : members) by_code[member.code] = &member;
    for (const auto& row : db_.query(buildings, scoped(campaign)))
        by_code.at(row.text("member"))->buildings.push_back(row.text("building"));
    for (const auto& row : db_.query(taken, scoped(campaign)))
        by_code.at(row.text("member"))
            ->taken.push_back({of_word(steps, row.text("step")).value(), row.date("taken_on"), row.text("document"),
                               row.text("note"), row.text("account")});
}

void CampaignStore::add_member(const std::string& campaign, const Member& member)
{
    constexpr std::string_view insert = R"(
        INSERT INTO premises_member (org_id, campaign, code, unit, category, area_dm2, note)
        VALUES (:org_id, :campaign, :code, :unit, :category, :area_dm2, :note))";
    db_.execute(insert, scoped(campaign, values_of(member)));
    write_buildings(campaign, member);
}

void CampaignStore::change_member(const std::string& campaign, const Member& member)
{
    constexpr std::string_view update = R"(
        UPDATE premises_member SET unit = :unit, category = :category, area_dm2 = :area_dm2, note = :note
         WHERE org_id = :org_id AND campaign = :campaign AND code = :code)";
    constexpr std::string_view remove = R"(
        DELETE FROM premises_member_building
         WHERE org_id = :org_id AND campaign = :campaign AND member = :member)";
    db_.execute(update, scoped(campaign, values_of(member)));
    db_.execute(remove, scoped(campaign, {{"member", member.code}}));
    write_buildings(campaign, member);
}

void CampaignStore::write_buildings(const std::string& campaign, const Member& member)
{
    constexpr std::string_view insert = R"(
        INSERT INTO premises_member_building (org_id, campaign, member, kind, building, position)
        VALUES (:org_id, :campaign, :member, 'building', :building, :position))";
    std::int64_t position = 0;
    for (const std::string& building : member.buildings)
        db_.execute(insert,
                    scoped(campaign, {{"member", member.code}, {"building", building}, {"position", ++position}}));
}

void CampaignStore::add_step(const std::string& campaign, const Member& member, const TakenStep& step,
                             std::int64_t now_ms)
{
    constexpr std::string_view insert = R"(
        INSERT INTO premises_member_step (org_id, campaign, member, number, step, taken_on, document, note, account,
                                          recorded_ms)
        VALUES (:org_id, :campaign, :member, :number, :step, :taken_on, :document, :note, :account, :recorded_ms))";
    db_.execute(insert, scoped(campaign, {{"member", member.code},
                                          {"number", static_cast<std::int64_t>(member.taken.size()) + 1},
                                          {"step", named(steps, step.step).word},
                                          {"taken_on", step.taken_on},
                                          {"document", step.document},
                                          {"note", step.note},
                                          {"account", step.recorded_by},
                                          {"recorded_ms", now_ms}}));
}

}  // namespace premises
