// SPDX-License-Identifier: Apache-2.0
// Campaigns of unified registration.
#include "identity/identity.h"
#include "premises/premises.h"
#include "premises/store/campaign_store.h"
#include "premises/store/estate_store.h"
#include "premises/use_case.h"

namespace premises {

using base::ErrorKind;

namespace {

base::Error unknown_campaign(const std::string& code)
{
    return {ErrorKind::not_found, "premises.campaign.unknown", {{"campaign", code}}};
}

base::Error unknown_member(const std::string& code)
{
    return {ErrorKind::not_found, "premises.member.unknown", {{"member", code}}};
}

// Of members that have buildings, those buildings.
std::map<std::string, Estate> buildings_of(sql::Connection& db, const base::OrgId& org,
                                           const std::vector<Member>& members)
{
    std::map<std::string, Estate> found;
    const EstateStore store{db, org};
    for (const Member& member : members)
        for (const std::string& code : member.buildings)
            if (!found.contains(code)) found.emplace(code, store.find(EstateKind::building, code).value());
    return found;
}

base::Result<void> check_buildings(sql::Connection& db, const base::OrgId& org, const Member& member)
{
    const EstateStore store{db, org};
    for (const std::string& code : member.buildings) {
        const auto building = store.find(EstateKind::building, code);
        if (!building) return tl::unexpected<base::Error>(named_unknown(EstateKind::building, code));
        if (!member.stated_area && !gross_area(*building))
            return base::fail(ErrorKind::invalid, "premises.building.area_missing", {{"building", code}});
    }
    return {};
}

std::string digest_of(const std::string& campaign, const Member& member)
{
    return digest_of_cells(cells_of(MemberRow{campaign, {}, member}));
}

}  // namespace

CampaignFile Premises::whole(const base::OrgId& org, Campaign campaign) const
{
    CampaignFile file{std::move(campaign)};
    file.members = CampaignStore{db_, org}.members(file.campaign.code);
    file.buildings = buildings_of(db_, org, file.members);
    for (Member& member : file.members) {
        if (member.stated_area) continue;
        for (const std::string& code : member.buildings)
            member.area += gross_area(file.buildings.at(code)).value_or(Area{});
    }
    file.progress = progress_of(file.members);
    return file;
}

std::vector<CampaignFile> Premises::campaigns(const base::OrgId& org) const
{
    std::vector<CampaignFile> files;
    for (Campaign& campaign : CampaignStore{db_, org}.all()) files.push_back(whole(org, std::move(campaign)));
    return files;
}

base::Result<CampaignFile> Premises::campaign(const base::OrgId& org, const std::string& code) const
{
    auto found = CampaignStore{db_, org}.find(code);
    if (!found) return tl::unexpected<base::Error>(unknown_campaign(code));
    return whole(org, *std::move(found));
}

base::Result<void> Premises::open(const base::Actor& actor, const Campaign& campaign)
{
    TRY(require(actor, "premises.edit"));
    TRY(check(campaign));
    sql::Transaction transaction{db_};
    lock_register(db_, actor.org);
    CampaignStore store{db_, actor.org};
    if (store.find(campaign.code))
        return base::fail(ErrorKind::conflict, "premises.campaign.code_taken", {{"campaign", campaign.code}});
    store.add(campaign);
    identity::record(db_, actor, clock_, {"premises.campaign.open", campaign.code, campaign.name});
    transaction.commit();
    return {};
}

base::Result<void> Premises::add_member(const base::Actor& actor, const std::string& campaign, const Member& member)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock_register(db_, actor.org);
    CampaignStore store{db_, actor.org};
    if (!store.find(campaign)) return tl::unexpected<base::Error>(unknown_campaign(campaign));
    TRY(check(member));
    if (store.member(campaign, member.code))
        return base::fail(ErrorKind::conflict, "premises.member.code_taken", {{"member", member.code}});
    TRY(check_buildings(db_, actor.org, member));
    store.add_member(campaign, member);
    identity::record(
        db_, actor, clock_,
        {"premises.member.add", campaign + " " + member.code, member.unit, std::nullopt, digest_of(campaign, member)});
    transaction.commit();
    return {};
}

base::Result<void> Premises::change_member(const base::Actor& actor, const std::string& campaign, const Member& member)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock_register(db_, actor.org);
    CampaignStore store{db_, actor.org};
    if (!store.find(campaign)) return tl::unexpected<base::Error>(unknown_campaign(campaign));
    const auto before = store.member(campaign, member.code);
    if (!before) return tl::unexpected<base::Error>(unknown_member(member.code));
    TRY(check(member));
    TRY(check_buildings(db_, actor.org, member));
    store.change_member(campaign, member);
    Member after = member;
    after.taken = before->taken;
    identity::record(db_, actor, clock_,
                     {"premises.member.change", campaign + " " + member.code, member.unit, digest_of(campaign, *before),
                      digest_of(campaign, after)});
    transaction.commit();
    return {};
}

base::Result<void> Premises::take_step(const base::Actor& actor, const std::string& campaign, const std::string& code,
                                       const TakenStep& step)
{
    TRY(require(actor, "premises.edit"));
    sql::Transaction transaction{db_};
    lock_register(db_, actor.org);
    CampaignStore store{db_, actor.org};
    if (!store.find(campaign)) return tl::unexpected<base::Error>(unknown_campaign(campaign));
    auto member = store.member(campaign, code);
    if (!member) return tl::unexpected<base::Error>(unknown_member(code));
    TRY(check_next(*member, step, clock_.today()));
    TakenStep taken = step;
    taken.recorded_by = actor.name;
    store.add_step(campaign, *member, taken, clock_.milliseconds_since_1970());
    const std::string before = digest_of(campaign, *member);
    member->taken.push_back(std::move(taken));
    identity::record(db_, actor, clock_,
                     {"premises.step.take", campaign + " " + code,
                      std::string{named(steps, step.step).chinese} + " " + step.taken_on.to_string(), before,
                      digest_of(campaign, *member)});
    transaction.commit();
    return {};
}

}  // namespace premises
