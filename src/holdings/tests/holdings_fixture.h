// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "holdings/holdings.h"

#include <gtest/gtest.h>

#include "identity/identity.h"
#include "premises/premises.h"
#include "sql/tests/each_engine.h"

namespace holdings {

using premises::Area;
using premises::Estate;
using premises::Room;
using premises::RoomUse;

template <class T>
std::string code_of(const base::Result<T>& result)
{
    return result ? std::string{} : result.error().code;
}

inline base::Date on(const std::string& day)
{
    return base::Date::parse(day).value();
}

inline Entry seen(const std::string& id, const std::string& number, const std::string& unit)
{
    return {id, "FW-1", number, unit, SeenState::in_use, "", 1'704'067'200'000, ""};
}

// A building with 101 of 甲 and 102 of nobody, on each engine.
class HoldingsTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), premises::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        actor.org = identity::Organisations{*db, early}.create(actor, {{}, "示例中心", "420112", "示例区"})->id;
        Estate house;
        house.code = "FW-1";
        house.name = "示例楼";
        house.title.status = premises::TitleStatus::registered;
        premises::Premises before{*db, early};
        ASSERT_EQ(code_of(before.record(actor, house)), "");
        const std::vector<Room> rooms{{"", "101", 1, "", RoomUse::office, Area::from_dm2(1000), "甲"},
                                      {"", "102", 1, "", RoomUse::office, Area::from_dm2(2050), ""}};
        ASSERT_EQ(code_of(before.change_rooms(actor, "FW-1", rooms)), "");
    }

    std::int64_t audited()
    {
        return db->query("SELECT COUNT(*) AS n FROM identity_audit WHERE org_id = :org_id", {{"org_id", actor.org}})
            .front()
            .integer("n");
    }

    Holdings holdings() { return {*db, clock}; }
    Stocktake asked() const { return {"PD-1", "示例盘点", on("2024-03-31"), {}, {"FW-1"}}; }

    base::FixedClock early{1'704'067'200'000};  // 2024-01-01
    base::FixedClock clock{1'711'900'800'000};  // 2024-04-01, 91 days later
    base::Actor actor{base::OrgId{}, "tester", "test", {}, true};
};

}  // namespace holdings
