// SPDX-License-Identifier: Apache-2.0
// What holds a room in the register, and what is known of rooms that were there before anybody asked since when.
#include "premises/tests/premises_fixture.h"

namespace premises {
namespace {

class RoomHoldTest : public PremisesFixture {
protected:
    void SetUp() override
    {
        PremisesFixture::SetUp();
        if (IsSkipped()) return;
        ASSERT_EQ(code_of(premises().record(actor, building("FW-1"))), "");
        ASSERT_EQ(code_of(premises().change_rooms(actor, "FW-1", {room("101"), room("102")})), "");
    }

    static Room room(const std::string& number, const std::string& area = "18")
    {
        return {"FW-1", number, 1, "", RoomUse::office, square_metres(area), "示例单位"};
    }
};

TEST_P(RoomHoldTest, ARoomThatIsNeededDoesNotLeave)
{
    const RoomHold agreement{"FW-1", "101", Holder::agreement, "2024-0001"};
    const RoomHold person{"FW-1", "101", Holder::person, "7"};
    ASSERT_EQ(code_of(premises().hold_room(actor, agreement)), "");
    ASSERT_EQ(code_of(premises().hold_room(actor, person)), "");
    const std::int64_t before = audit_records();
    EXPECT_EQ(code_of(premises().change_rooms(actor, "FW-1", {room("102")})), "premises.room.held_by_agreement");
    ASSERT_EQ(code_of(premises().release_room(actor, agreement)), "");
    EXPECT_EQ(code_of(premises().change_rooms(actor, "FW-1", {room("102")})), "premises.room.held_by_person");
    EXPECT_EQ(audit_records(), before);
    EXPECT_EQ(premises().rooms(actor.org, "FW-1")->size(), 2U);
    ASSERT_EQ(code_of(premises().change_rooms(actor, "FW-1", {room("101", "20"), room("103")})), "");  // 102 may go
    EXPECT_EQ(premises().rooms(actor.org, "FW-1")->front().usable, square_metres("20"));
    EXPECT_THROW(db->execute("DELETE FROM premises_room"), sql::SqlError);
    ASSERT_EQ(code_of(premises().release_room(actor, person)), "");
    EXPECT_EQ(code_of(premises().change_rooms(actor, "FW-1", {room("103")})), "");
    EXPECT_EQ(premises().rooms(actor.org, "FW-1")->size(), 1U);
}

TEST_P(RoomHoldTest, OnlyARoomOfTheRegisterIsHeld)
{
    EXPECT_EQ(code_of(premises().hold_room(actor, {"FW-1", "109", Holder::agreement, "2024-0001"})),
              "premises.room.unknown");
    base::Actor clerk = actor;
    clerk.unrestricted = false;
    EXPECT_EQ(code_of(premises().hold_room(clerk, {"FW-1", "101", Holder::agreement, "2024-0001"})),
              "premises.actor.not_permitted");
    EXPECT_EQ(code_of(premises().release_room(clerk, {"FW-1", "101", Holder::agreement, "2024-0001"})),
              "premises.actor.not_permitted");
}

// A register that was filled before migration 0003.
class OldRegisterTest : public PremisesFixture {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override { return {}; }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        std::set<std::pair<std::string, int>> steps{{"premises", 1}, {"premises", 2}};
        for (const sql::Migration& step : identity::migrations()) steps.emplace(step.slice, step.number);
        ASSERT_EQ(code_of(sql::migrate_to(*db, PremisesFixture::slices(), steps)), "");
        actor.org = organisation("示例中心");
        ASSERT_EQ(code_of(premises().record(actor, building("FW-1"))), "");
        for (const auto& [number, unit] : {std::pair{"101", "示例单位"}, std::pair{"102", ""}})
            db->execute(
                "INSERT INTO premises_room (org_id, kind, building, number, floor, name, room_use, usable_dm2, "
                "unit, note) VALUES (:org_id, 'building', 'FW-1', :number, 1, '', 'office', 1800, :unit, '')",
                {{"org_id", actor.org}, {"number", number}, {"unit", unit}});
        ASSERT_EQ(code_of(sql::migrate(*db, PremisesFixture::slices())), "");
    }
};

TEST_P(OldRegisterTest, ItsRoomsHaveAPastFromThatDayOn)
{
    const auto occupied = premises().occupancies(actor.org, "FW-1", "101");
    ASSERT_EQ(occupied.size(), 1U);
    EXPECT_EQ(occupied[0].unit, "示例单位");
    EXPECT_EQ(occupied[0].recorded_by, "migration");
    const auto vacant = premises().vacant_rooms(actor.org);
    ASSERT_EQ(vacant.size(), 1U);
    EXPECT_EQ(vacant[0].room.number, "102");
    EXPECT_EQ(vacant[0].since, occupied[0].from);  // both on the day of the migration
    const base::FixedClock later{(vacant[0].since.days_since_1970() + 1) * std::int64_t{86'400'000}};
    ASSERT_EQ(code_of(Premises(*db, later).give_room(actor, {"FW-1", "102", vacant[0].since, "另一单位", "示例"})), "");
    EXPECT_EQ(premises().occupancies(actor.org, "FW-1", "102").size(), 2U);
    EXPECT_TRUE(premises().vacant_rooms(actor.org).empty());
}

TEST_P(OldRegisterTest, ItsRoomsAreHeldAsNewOnesAre)
{
    ASSERT_EQ(code_of(premises().hold_room(actor, {"FW-1", "102", Holder::person, "1"})), "");
    EXPECT_EQ(code_of(premises().change_rooms(actor, "FW-1", {})), "premises.room.held_by_person");
}

MINGJI_EACH_ENGINE(RoomHoldTest);
MINGJI_EACH_ENGINE(OldRegisterTest);

}  // namespace
}  // namespace premises
