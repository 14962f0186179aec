// SPDX-License-Identifier: Apache-2.0
#include "premises/premises.h"

#include "premises/tests/premises_fixture.h"

namespace premises {
namespace {

class PremisesTest : public PremisesFixture {};

TEST_P(PremisesTest, KeepsAnEstateAsItWasRecorded)
{
    Estate land = parcel("TD-1");
    land.land_use = "机关团体用地";
    land.acquired_by = "划拨";
    ASSERT_EQ(code_of(premises().record(actor, land)), "");
    Estate house = building("FW-1", "5210.35");
    house.parcel = "TD-1";
    house.address = "示例路";
    house.title = {TitleStatus::approved_to_user,  "涉密",          "示例中心", "示例证",
                   "420112001001GB00001F00010001", on("2020-05-20")};
    house.structure = "框架";
    house.completed_on = on("2001-06-30");
    house.floors_above = 6;
    house.floors_below = 0;
    house.areas.push_back({AreaSource::survey, square_metres("5211"), on("2020-01-02"), "示例报告"});
    house.papers = {{PaperKind::tax, PaperState::missing, "", {}, "找不到"}};
    house.note = "备注";
    ASSERT_EQ(code_of(premises().record(actor, house)), "");
    const auto file = premises().file(actor.org, EstateKind::building, "FW-1");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->estate, house);
    EXPECT_EQ(file->comparison->difference.to_string(), "0.65");
    EXPECT_EQ(premises().file(actor.org, EstateKind::parcel, "TD-1")->estate, land);
    EXPECT_EQ(premises().file(actor.org, EstateKind::parcel, "TD-1")->buildings, std::vector<std::string>{"FW-1"});
    EXPECT_FALSE(premises().file(actor.org, EstateKind::parcel, "TD-1")->comparison);
}

TEST_P(PremisesTest, RefusesWhatIsTakenOrUnknown)
{
    ASSERT_EQ(code_of(premises().record(actor, building("FW-1"))), "");
    const std::int64_t before = audit_records();
    EXPECT_EQ(code_of(premises().record(actor, building("FW-1"))), "premises.estate.code_taken");
    EXPECT_EQ(code_of(premises().record(actor, parcel("FW-1"))), "");  // codes of land are others
    Estate lost = building("FW-2");
    lost.parcel = "TD-0";
    EXPECT_EQ(code_of(premises().record(actor, lost)), "premises.parcel.unknown");
    EXPECT_EQ(code_of(premises().change(actor, building("FW-3"))), "premises.building.unknown");
    EXPECT_EQ(code_of(premises().change(actor, parcel("TD-3"))), "premises.parcel.unknown");
    EXPECT_EQ(code_of(premises().file(actor.org, EstateKind::building, "FW-2")), "premises.building.unknown");
    EXPECT_EQ(code_of(premises().rooms(actor.org, "FW-2")), "premises.building.unknown");
    EXPECT_EQ(code_of(premises().change_rooms(actor, "FW-2", {})), "premises.building.unknown");
    EXPECT_EQ(audit_records(), before + 1);
    base::Actor clerk = actor;
    clerk.unrestricted = false;
    EXPECT_EQ(code_of(premises().record(clerk, building("FW-9"))), "premises.actor.not_permitted");
    clerk.permissions = {"premises.edit"};
    EXPECT_EQ(code_of(premises().record(clerk, building("FW-9"))), "");
    EXPECT_EQ(code_of(premises().import(clerk, {folder.file("a.xlsx")})), "premises.actor.not_permitted");
}

TEST_P(PremisesTest, ChangesLeaveOneAuditRecordEach)
{
    ASSERT_EQ(code_of(premises().record(actor, building("FW-1", "10"))), "");
    const std::int64_t before = audit_records();
    Estate changed = building("FW-1", "11");
    changed.areas.push_back({AreaSource::usable, square_metres("7")});
    ASSERT_EQ(code_of(premises().change(actor, changed)), "");
    ASSERT_EQ(
        code_of(premises().change_rooms(actor, "FW-1", {{"", "101", 1, "", RoomUse::office, square_metres("7")}})), "");
    EXPECT_EQ(audit_records(), before + 2);
    EXPECT_EQ(premises().file(actor.org, EstateKind::building, "FW-1")->estate, changed);
    EXPECT_EQ(premises().rooms(actor.org, "FW-1")->front().building, "FW-1");
    EXPECT_EQ(code_of(premises().change_rooms(actor, "FW-1", {{"", "101", 0}})), "premises.room.floor_zero");
    EXPECT_EQ(premises().rooms(actor.org, "FW-1")->size(), 1U);
    ASSERT_EQ(code_of(premises().change_rooms(actor, "FW-1", {})), "");
    EXPECT_TRUE(premises().rooms(actor.org, "FW-1")->empty());
}

TEST_P(PremisesTest, WhoHadARoomIsOnlyEverAdded)
{
    ASSERT_EQ(code_of(premises().record(actor, building("FW-1", "10"))), "");
    const Room room{"", "101", 1, "", RoomUse::office, square_metres("7")};
    ASSERT_EQ(code_of(premises().change_rooms(actor, "FW-1", {room})), "");
    ASSERT_EQ(premises().vacant_rooms(actor.org).size(), 1U);
    EXPECT_EQ(premises().vacant_rooms(actor.org).front().since, on("2024-01-01"));
    EXPECT_EQ(code_of(premises().give_room(actor, {"FW-1", "102", on("2024-01-01"), "甲"})), "premises.room.unknown");
    EXPECT_EQ(code_of(premises().give_room(actor, {"FW-1", "101", on("2024-01-02"), "甲"})),
              "premises.occupancy.in_future");
    EXPECT_EQ(code_of(premises().give_room(actor, {"FW-1", "101", on("2023-12-31"), "甲"})),
              "premises.occupancy.before_last");
    EXPECT_EQ(code_of(premises().give_room(actor, {"FW-1", "101", on("2024-01-01"), ""})),
              "premises.occupancy.same_unit");
    const std::int64_t before = audit_records();
    ASSERT_EQ(code_of(premises().give_room(actor, {"FW-1", "101", on("2024-01-01"), "甲", "示例文"})), "");
    EXPECT_EQ(audit_records(), before + 1);
    EXPECT_TRUE(premises().vacant_rooms(actor.org).empty());
    EXPECT_EQ(premises().rooms(actor.org, "FW-1")->front().unit, "甲");
    ASSERT_EQ(code_of(premises().change_rooms(actor, "FW-1", {room})), "");
    const auto all = premises().occupancies(actor.org, "FW-1", "101");
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[1], (Occupancy{"FW-1", "101", on("2024-01-01"), "甲", "示例文", "tester"}));
    EXPECT_EQ(all[2].unit, "");
    for (const char* const change : {"UPDATE premises_room_use SET unit = '乙'", "DELETE FROM premises_room_use"})
        EXPECT_THROW(db->execute(change), sql::SqlError) << change;
    base::Actor reader = actor;
    reader.unrestricted = false;
    EXPECT_EQ(code_of(premises().give_room(reader, {"FW-1", "101", on("2024-01-01"), "甲"})),
              "premises.actor.not_permitted");
}

TEST_P(PremisesTest, PagesHaveNoGapsAndTheirSums)
{
    for (int i = 0; i < 7; ++i) {
        Estate house = building("FW-" + std::to_string(i), std::to_string(100 + i));
        house.unit = i % 2 == 0 ? "甲单位" : "乙单位";
        if (i == 3) house.title = {TitleStatus::unregistered, "缺少材料"};
        ASSERT_EQ(code_of(premises().record(actor, house)), "");
    }
    std::vector<std::string> seen;
    std::string after;
    bool has_next = true;
    while (has_next) {
        const EstatePage page = premises().page(actor.org, EstateKind::building, {}, after, 3);
        for (const Estate& estate : page.estates) seen.push_back(estate.code);
        after = seen.back();
        has_next = page.has_next;
        EXPECT_EQ(page.total, 7);
        ASSERT_EQ(page.areas.size(), 1U);
        EXPECT_EQ(page.areas.front().area.to_string(), "721.00");
    }
    EXPECT_EQ(seen.size(), 7U);
    const auto count = [&](const EstateFilter& filter) {
        return premises().page(actor.org, EstateKind::building, filter, "", 50).total;
    };
    EXPECT_EQ(count({"甲单位"}), 4);
    EXPECT_EQ(count({"甲"}), 0);
    EXPECT_EQ(count({"", TitleStatus::unregistered}), 1);
    EXPECT_EQ(count({"", {}, "fw-3"}), 1);
    EXPECT_EQ(count({"", {}, "示例楼"}), 7);
    EXPECT_EQ(count({"", {}, "%"}), 0);
    EXPECT_EQ(premises().page(actor.org, EstateKind::parcel, {}, "", 50).total, 0);
}

TEST_P(PremisesTest, NobodySeesAnotherOrganisation)
{
    ASSERT_EQ(code_of(premises().record(actor, building("FW-1", "10"))), "");
    ASSERT_EQ(code_of(premises().open(actor, {"C", "活动"})), "");
    const base::OrgId other = organisation("另一个中心");
    EXPECT_EQ(premises().page(other, EstateKind::building, {}, "", 50).total, 0);
    EXPECT_EQ(code_of(premises().file(other, EstateKind::building, "FW-1")), "premises.building.unknown");
    EXPECT_TRUE(premises().campaigns(other).empty());
    EXPECT_EQ(code_of(premises().records(other, "房屋")), "premises.records.nothing_recorded");
}

TEST_P(PremisesTest, ACampaignCountsItsUnits)
{
    ASSERT_EQ(code_of(premises().record(actor, building("FW-1", "100.50"))), "");
    ASSERT_EQ(code_of(premises().record(actor, building("FW-2"))), "");
    EXPECT_EQ(code_of(premises().add_member(actor, "C", member("A", Category::agency, "1"))),
              "premises.campaign.unknown");
    ASSERT_EQ(code_of(premises().open(actor, {"C", "活动"})), "");
    EXPECT_EQ(code_of(premises().open(actor, {"C", "又一个"})), "premises.campaign.code_taken");
    Member of_buildings = member("A", Category::agency, "");
    of_buildings.buildings = {"FW-2"};
    EXPECT_EQ(code_of(premises().add_member(actor, "C", of_buildings)), "premises.building.area_missing");
    of_buildings.buildings = {"FW-3"};
    EXPECT_EQ(code_of(premises().add_member(actor, "C", of_buildings)), "premises.building.unknown");
    of_buildings.buildings = {"FW-1"};
    ASSERT_EQ(code_of(premises().add_member(actor, "C", of_buildings)), "");
    EXPECT_EQ(code_of(premises().add_member(actor, "C", of_buildings)), "premises.member.code_taken");
    ASSERT_EQ(code_of(premises().add_member(actor, "C", member("B", Category::public_one, "50"))), "");
    ASSERT_EQ(code_of(premises().take_step(actor, "C", "A", {Step::applied, on("2023-12-30")})), "");
    ASSERT_EQ(code_of(premises().take_step(actor, "C", "A", {Step::registered, on("2023-12-31"), "示例文"})), "");
    EXPECT_EQ(code_of(premises().take_step(actor, "C", "A", {Step::applied, on("2023-12-31")})),
              "premises.step.reason_missing");
    EXPECT_EQ(code_of(premises().take_step(actor, "C", "Z", {Step::applied, on("2023-12-31")})),
              "premises.member.unknown");
    const auto file = premises().campaign(actor.org, "C");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->progress.all.area_done.to_string(), "100.50");
    EXPECT_EQ(file->progress.all.area_total.to_string(), "150.50");
    EXPECT_EQ(file->members[0].taken.size(), 2U);
    EXPECT_EQ(file->members[0].taken[1].recorded_by, "tester");
    for (const char* const change :
         {"UPDATE premises_member_step SET taken_on = '2024-01-01'", "DELETE FROM premises_member_step"})
        EXPECT_THROW(db->execute(change), sql::SqlError) << change;
    Member changed = member("B", Category::public_two, "60");
    ASSERT_EQ(code_of(premises().change_member(actor, "C", changed)), "");
    EXPECT_EQ(code_of(premises().change_member(actor, "C", member("Z", Category::agency, "1"))),
              "premises.member.unknown");
    EXPECT_EQ(premises().campaign(actor.org, "C")->members[1].area.to_string(), "60.00");
    EXPECT_EQ(code_of(premises().campaign(actor.org, "D")), "premises.campaign.unknown");
}

TEST_P(PremisesTest, HandsItsRecordsToMeasures)
{
    EXPECT_EQ(code_of(premises().records(actor.org, "没有")), "premises.records.unknown_collection");
    EXPECT_EQ(code_of(premises().records(actor.org, "房屋")), "premises.records.nothing_recorded");
    Estate house = building("FW-1", "100.50");
    house.areas.front().measured_on = on("2023-05-01");
    ASSERT_EQ(code_of(premises().record(actor, house)), "");
    const auto areas = premises().records(actor.org, "面积");
    ASSERT_TRUE(areas);
    ASSERT_EQ(areas->rows.size(), 1U);
    EXPECT_EQ(base::to_string(areas->rows[0].cells[*areas->column("面积")]), "100.50");
    EXPECT_EQ(base::to_string(areas->rows[0].cells[*areas->period_column]), "2023-05-01");
    ASSERT_EQ(code_of(premises().open(actor, {"C", "活动"})), "");
    ASSERT_EQ(code_of(premises().add_member(actor, "C", member("A", Category::agency, "12.30"))), "");
    const auto before = premises().records(actor.org, "登记");
    EXPECT_EQ(base::to_string(before->rows[0].cells[*before->column("是否完成")]), "否");
    ASSERT_EQ(code_of(premises().take_step(actor, "C", "A", {Step::registered, on("2023-12-31")})), "");
    const auto after = premises().records(actor.org, "登记");
    EXPECT_EQ(base::to_string(after->rows[0].cells[*after->column("是否完成")]), "是");
    EXPECT_EQ(base::to_string(after->rows[0].cells[*after->period_column]), "2023-12-31");
    EXPECT_NE(before->rows[0].digest, after->rows[0].digest);
    EXPECT_EQ(before->rows[0].id, after->rows[0].id);
}

MINGJI_EACH_ENGINE(PremisesTest);

}  // namespace
}  // namespace premises
