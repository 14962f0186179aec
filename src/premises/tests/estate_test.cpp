// SPDX-License-Identifier: Apache-2.0
#include "premises/core/estate.h"

#include <gtest/gtest.h>

#include "premises/core/room.h"
#include "premises/tests/premises_fixture.h"

namespace premises {
namespace {

TEST(Estate, SaysWhyNothingIsRegistered)
{
    Estate estate = building("FW-1");
    EXPECT_EQ(code_of(check(estate)), "");
    estate.title.status = TitleStatus::unregistered;
    EXPECT_EQ(code_of(check(estate)), "premises.title.reason_missing");
    estate.title.reason = "缺少材料";
    EXPECT_EQ(code_of(check(estate)), "");
    estate.title.registered_on = on("2020-01-01");
    EXPECT_EQ(code_of(check(estate)), "premises.title.registered_without_title");
    estate.title = {TitleStatus::unregistered, "缺少材料", "", "示例证1号"};
    EXPECT_EQ(code_of(check(estate)), "premises.title.registered_without_title");
    estate.title.status = TitleStatus::recorded;
    EXPECT_EQ(code_of(check(estate)), "");
}

TEST(Estate, HasACodeANameAndEachSourceOnce)
{
    Estate estate = building("", "10");
    EXPECT_EQ(code_of(check(estate)), "premises.estate.code_empty");
    estate.code = "FW-1";
    estate.name.clear();
    EXPECT_EQ(code_of(check(estate)), "premises.estate.name_empty");
    estate.name = "示例";
    estate.areas.push_back({AreaSource::survey, square_metres("0")});
    EXPECT_EQ(code_of(check(estate)), "premises.area.not_positive");
    estate.areas.back().area = square_metres("0.01");
    EXPECT_EQ(code_of(check(estate)), "");
    estate.areas.back().source = AreaSource::certificate;
    EXPECT_EQ(code_of(check(estate)), "premises.area.source_twice");
    Estate land = parcel("TD-1");
    land.areas.push_back({AreaSource::usable, square_metres("1")});
    EXPECT_EQ(code_of(check(land)), "premises.area.usable_of_land");
}

TEST(Estate, NamesItsMissingPapers)
{
    Estate estate = building("FW-1");
    estate.papers = {{PaperKind::tax, PaperState::missing},
                     {PaperKind::planning, PaperState::held},
                     {PaperKind::transfer, PaperState::not_needed}};
    EXPECT_EQ(estate.missing_papers(), (std::vector<PaperKind>{PaperKind::tax}));
    estate.papers.push_back({PaperKind::tax, PaperState::held});
    EXPECT_EQ(code_of(check(estate)), "premises.paper.kind_twice");
}

TEST(Estate, IsAsLargeAsTheBestSourceSays)
{
    Estate estate = building("FW-1");
    EXPECT_FALSE(gross_area(estate));
    estate.areas = {{AreaSource::usable, square_metres("60")}};
    EXPECT_FALSE(gross_area(estate));
    estate.areas.push_back({AreaSource::drawing, square_metres("90")});
    EXPECT_EQ(gross_area(estate)->to_string(), "90.00");
    estate.areas.push_back({AreaSource::certificate, square_metres("100")});
    EXPECT_EQ(gross_area(estate)->to_string(), "100.00");
}

Room room(const std::string& number, std::int64_t floor, const std::string& area, RoomUse use = RoomUse::office)
{
    return {"FW-1", number, floor, "", use, square_metres(area)};
}

TEST(Rooms, StandOnFloorsThatAreNotZero)
{
    EXPECT_EQ(code_of(check(room("", 1, "1"))), "premises.room.number_empty");
    EXPECT_EQ(code_of(check(room("a", 0, "1"))), "premises.room.floor_zero");
    EXPECT_EQ(code_of(check(room("a", -1, "1"))), "");
    EXPECT_EQ(code_of(check(room("a", -20, "1"))), "");
    EXPECT_EQ(code_of(check(room("a", -21, "1"))), "premises.room.floor_out_of_range");
    EXPECT_EQ(code_of(check(room("a", 200, "1"))), "");
    EXPECT_EQ(code_of(check(room("a", 201, "1"))), "premises.room.floor_out_of_range");
    EXPECT_EQ(code_of(check(room("a", 1, "0"))), "premises.room.area_not_positive");
    EXPECT_EQ(code_of(check(std::vector{room("a", 1, "1"), room("a", 2, "1")})), "premises.room.number_twice");
}

TEST(Rooms, AreSummedByFloorAndUse)
{
    const auto floors = floors_of({room("301", 3, "20.10"), room("B1", -1, "7", RoomUse::equipment),
                                   room("302", 3, "10"), room("303", 3, "5", RoomUse::technical)});
    ASSERT_EQ(floors.size(), 2U);
    EXPECT_EQ(floors[0].floor, -1);
    EXPECT_EQ(floors[1].usable.to_string(), "35.10");
    ASSERT_EQ(floors[1].by_use.size(), 2U);
    EXPECT_EQ(floors[1].by_use[0].rooms, 2);
    EXPECT_EQ(floors[1].by_use[0].usable.to_string(), "30.10");
    EXPECT_EQ(floors[1].by_use[1].use, RoomUse::technical);
}

}  // namespace
}  // namespace premises
