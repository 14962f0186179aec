// SPDX-License-Identifier: Apache-2.0
#include "premises/core/registration.h"

#include <set>

namespace premises {

namespace {

using base::ErrorKind;
using base::fail;

// Two ends of equal right stand on the same height.
int height_of(Step step)
{
    return step == Step::approved_to_user ? static_cast<int>(Step::registered) : static_cast<int>(step);
}

std::optional<base::Decimal> rate(base::Decimal part, base::Decimal whole)
{
    if (whole.is_zero()) return std::nullopt;
    return base::Ratio{part, whole}.percent(2);
}

}  // namespace

bool is_done(Step step)
{
    return step == Step::registered || step == Step::approved_to_user;
}

std::optional<base::Date> Member::done_on() const
{
    return is_done(step()) ? std::optional{taken.back().taken_on} : std::nullopt;
}

base::Result<void> check(const Campaign& campaign)
{
    if (campaign.code.empty()) return fail(ErrorKind::invalid, "premises.campaign.code_empty");
    if (campaign.name.empty())
        return fail(ErrorKind::invalid, "premises.campaign.name_empty", {{"code", campaign.code}});
    if (campaign.started_on && campaign.due_on && *campaign.due_on < *campaign.started_on)
        return fail(ErrorKind::invalid, "premises.campaign.due_before_start");
    return {};
}

base::Result<void> check(const Member& member)
{
    if (member.code.empty()) return fail(ErrorKind::invalid, "premises.member.code_empty");
    const base::ErrorArgs args{{"member", member.code}};
    if (member.unit.empty()) return fail(ErrorKind::invalid, "premises.member.unit_empty", args);
    if (!member.stated_area && member.buildings.empty())
        return fail(ErrorKind::invalid, "premises.member.area_missing", args);
    if (member.stated_area && *member.stated_area <= Area{})
        return fail(ErrorKind::invalid, "premises.member.area_not_positive", args);
    std::set<std::string> met;
    for (const std::string& building : member.buildings)
        if (!met.insert(building).second)
            return fail(ErrorKind::invalid, "premises.member.building_twice", {{"building", building}});
    return {};
}

base::Result<void> check_next(const Member& member, const TakenStep& next, base::Date today)
{
    if (next.taken_on > today)
        return fail(ErrorKind::invalid, "premises.step.in_future", {{"date", next.taken_on.to_string()}});
    if (member.taken.empty()) return {};
    const TakenStep& last = member.taken.back();
    if (next.taken_on < last.taken_on)
        return fail(ErrorKind::conflict, "premises.step.before_last", {{"date", last.taken_on.to_string()}});
    if (height_of(next.step) <= height_of(last.step) && next.note.empty())
        return fail(ErrorKind::conflict, "premises.step.reason_missing",
                    {{"step", std::string{named(steps, last.step).chinese}}});
    return {};
}

void Share::add(const Member& member)
{
    ++units_total;
    area_total += member.area;
    if (!is_done(member.step())) return;
    ++units_done;
    area_done += member.area;
}

std::optional<base::Decimal> Share::units_rate() const
{
    return rate(base::Decimal::whole(units_done), base::Decimal::whole(units_total));
}

std::optional<base::Decimal> Share::area_rate() const
{
    return rate(area_done.m2(), area_total.m2());
}

Progress progress_of(const std::vector<Member>& members)
{
    Progress progress;
    for (const auto& step : steps) progress.by_step.push_back({step.value});
    for (const auto& category : categories) {
        Share share;
        for (const Member& member : members)
            if (member.category == category.value) share.add(member);
        if (share.units_total > 0) progress.by_category.emplace_back(category.value, share);
    }
    for (const Member& member : members) {
        progress.all.add(member);
        for (StepShare& share : progress.by_step) {
            if (share.step != member.step()) continue;
            ++share.units;
            share.area += member.area;
        }
    }
    return progress;
}

}  // namespace premises
