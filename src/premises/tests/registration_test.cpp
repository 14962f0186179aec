// SPDX-License-Identifier: Apache-2.0
#include "premises/core/registration.h"

#include <gtest/gtest.h>

#include "premises/tests/premises_fixture.h"

namespace premises {
namespace {

Member at(Member unit, Step step)
{
    unit.taken.push_back({step, on("2024-06-30")});
    return unit;
}

// A district of 2024: agencies 31 of 31 units with 10.58 万 m²; units below them 38 of 62, 4.38 of 11.93 万 m².
TEST(Progress, IsCountedByUnitsAndByArea)
{
    std::vector<Member> members;
    for (int i = 0; i < 31; ++i)
        members.push_back(
            at(member("A" + std::to_string(i), Category::agency, i == 0 ? "75800" : "1000"), Step::registered));
    for (int i = 0; i < 62; ++i) {
        const bool is_done = i < 38;
        const Member unit = member("B" + std::to_string(i), Category::public_one, is_done ? "1152.63" : "3145.84");
        members.push_back(at(unit, is_done ? Step::registered : Step::collecting));
    }
    members[31].stated_area = members[31].area = square_metres("1152.69");
    members[92].stated_area = members[92].area = square_metres("3145.68");
    const Progress progress = progress_of(members);
    ASSERT_EQ(progress.by_category.size(), 2U);
    const Share& agencies = progress.by_category[0].second;
    EXPECT_EQ(agencies.units_done, 31);
    EXPECT_EQ(agencies.units_rate()->to_string(), "100.00");
    EXPECT_EQ(agencies.area_done.to_string(), "105800.00");
    const Share& below = progress.by_category[1].second;
    EXPECT_EQ(below.units_total, 62);
    EXPECT_EQ(below.units_done, 38);
    EXPECT_EQ(below.units_rate()->to_string(), "61.29");
    EXPECT_EQ(below.area_done.to_string(), "43800.00");
    EXPECT_EQ(below.area_total.to_string(), "119300.00");
    EXPECT_EQ(below.area_rate()->to_string(), "36.71");
    EXPECT_EQ(progress.all.units_total, 93);
    EXPECT_EQ(progress.by_step[static_cast<std::size_t>(Step::collecting)].units, 24);
}

TEST(Progress, OfNobodyHasNoRate)
{
    EXPECT_FALSE(progress_of({}).all.units_rate());
    EXPECT_FALSE(progress_of({}).all.area_rate());
    EXPECT_TRUE(progress_of({}).by_category.empty());
}

TEST(Progress, RecordedIsAnEndAndNotRegistration)
{
    for (const auto& [step, done] : {std::pair{Step::applied, false}, std::pair{Step::recorded, false},
                                     std::pair{Step::registered, true}, std::pair{Step::approved_to_user, true}})
        EXPECT_EQ(at(member("A", Category::agency, "1"), step).done_on().has_value(), done);
}

TEST(Steps, GoForwardInTheOrderOfTheirDays)
{
    const base::Date today = on("2024-07-01");
    const Member unit = at(member("A", Category::agency, "1"), Step::surveyed);
    const auto next = [&](Step step, const char* day, const char* note = "") {
        return code_of(check_next(unit, {step, on(day), "", note}, today));
    };
    EXPECT_EQ(next(Step::applied, "2024-06-30"), "");
    EXPECT_EQ(next(Step::applied, "2024-06-29"), "premises.step.before_last");
    EXPECT_EQ(next(Step::registered, "2024-07-01"), "");
    EXPECT_EQ(next(Step::registered, "2024-07-02"), "premises.step.in_future");
    EXPECT_EQ(next(Step::surveyed, "2024-07-01"), "premises.step.reason_missing");
    EXPECT_EQ(next(Step::collecting, "2024-07-01"), "premises.step.reason_missing");
    EXPECT_EQ(next(Step::collecting, "2024-07-01", "测绘报告有误"), "");
}

TEST(Steps, TwoKindsOfRegistrationStandOnOneHeight)
{
    const Member unit = at(member("A", Category::agency, "1"), Step::registered);
    EXPECT_EQ(code_of(check_next(unit, {Step::approved_to_user, on("2024-07-01")}, on("2024-07-01"))),
              "premises.step.reason_missing");
    const Member recorded = at(member("A", Category::agency, "1"), Step::recorded);
    EXPECT_EQ(code_of(check_next(recorded, {Step::registered, on("2024-07-01")}, on("2024-07-01"))), "");
}

TEST(Members, HaveAnAreaOrBuildings)
{
    Member unit = member("", Category::agency, "1");
    EXPECT_EQ(code_of(check(unit)), "premises.member.code_empty");
    unit.code = "A";
    EXPECT_EQ(code_of(check(unit)), "");
    unit.stated_area = square_metres("0");
    EXPECT_EQ(code_of(check(unit)), "premises.member.area_not_positive");
    unit.stated_area.reset();
    EXPECT_EQ(code_of(check(unit)), "premises.member.area_missing");
    unit.buildings = {"FW-1"};
    EXPECT_EQ(code_of(check(unit)), "");
    unit.buildings = {"FW-1", "FW-1"};
    EXPECT_EQ(code_of(check(unit)), "premises.member.building_twice");
    unit.unit.clear();
    EXPECT_EQ(code_of(check(unit)), "premises.member.unit_empty");
}

TEST(Campaigns, AreDueAfterTheyStart)
{
    EXPECT_EQ(code_of(check(Campaign{"", "名称"})), "premises.campaign.code_empty");
    EXPECT_EQ(code_of(check(Campaign{"C", ""})), "premises.campaign.name_empty");
    EXPECT_EQ(code_of(check(Campaign{"C", "名称", on("2024-02-01"), on("2024-02-01")})), "");
    EXPECT_EQ(code_of(check(Campaign{"C", "名称", on("2024-02-01"), on("2024-01-31")})),
              "premises.campaign.due_before_start");
}

}  // namespace
}  // namespace premises
