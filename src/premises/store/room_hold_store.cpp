// SPDX-License-Identifier: Apache-2.0
#include "premises/store/room_hold_store.h"

namespace premises {

std::vector<RoomHold> RoomHoldStore::of_building(const std::string& building) const
{
    constexpr std::string_view select = R"(
        SELECT building, number, holder, name FROM premises_room_hold
         WHERE org_id = :org_id AND building = :building
         ORDER BY number, holder, name)";
    std::vector<RoomHold> found;
    for (const auto& row : db_.query(select, {{"org_id", org_}, {"building", building}}))
        found.push_back(
            {row.text("building"), row.text("number"), of_word(holders, row.text("holder")).value(), row.text("name")});
    return found;
}

bool RoomHoldStore::add(const RoomHold& hold)
{
    constexpr std::string_view insert = R"(
        INSERT INTO premises_room_hold (org_id, building, number, holder, name)
        VALUES (:org_id, :building, :number, :holder, :name))";
    try {
        db_.execute(insert, {{"org_id", org_},
                             {"building", hold.building},
                             {"number", hold.number},
                             {"holder", named(holders, hold.holder).word},
                             {"name", hold.name}});
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::foreign_key) throw;
        return false;
    }
    return true;
}

void RoomHoldStore::remove(const RoomHold& hold)
{
    constexpr std::string_view one = R"(
        DELETE FROM premises_room_hold
         WHERE org_id = :org_id AND building = :building AND number = :number AND holder = :holder AND name = :name)";
    db_.execute(one, {{"org_id", org_},
                      {"building", hold.building},
                      {"number", hold.number},
                      {"holder", named(holders, hold.holder).word},
                      {"name", hold.name}});
}

}  // namespace premises
