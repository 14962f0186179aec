// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "identity/identity.h"
#include "meetings/meetings.h"
#include "meetings/service.h"
#include "meetings/tests/reading.h"
#include "sql/tests/each_engine.h"

namespace meetings {
namespace {

constexpr Second hour = 3'600;

// Checklists that were signed before migration 0006, of meetings that stayed, were moved after and were moved before.
class OldServiceTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override { return {}; }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        const std::vector<std::span<const sql::Migration>> all{identity::migrations(), migrations()};
        std::set<std::pair<std::string, int>> steps;
        for (int step = 1; step <= 5; ++step) steps.emplace("meetings", step);
        for (const sql::Migration& step : identity::migrations()) steps.emplace(step.slice, step.number);
        ASSERT_EQ(code_of(sql::migrate_to(*db, all, steps)), "");
        officer.org = identity::Organisations{*db, clock}.create(officer, {{}, "示例中心", "420112", "示例区"})->id;
        for (const auto& [code, slot] : {std::pair{"A", 1}, std::pair{"B", 2}})
            db->execute(
                "INSERT INTO meetings_room (org_id, code, slot, name, area, seats, equipment, layouts, weekdays, "
                "from_minute, until_minute, needs_approval, is_active, note, version) VALUES (:org_id, :code, "
                ":slot, '示例' || :code, '', 20, '', '', '1', 480, 1080, 0, 1, '', 1)",
                {{"org_id", officer.org}, {"code", code}, {"slot", slot}});
        add("STAYED", "A", {{"asked", 1, "A", 9}, {"changed", 30, "A", 9}});
        add("AFTER", "B", {{"asked", 1, "A", 10}, {"moved", 30, "B", 11}});
        add("BEFORE", "B", {{"asked", 1, "A", 12}, {"moved", 10, "B", 13}, {"moved", 30, "B", 13}});
        ASSERT_EQ(code_of(sql::migrate(*db, all)), "");
    }

    struct OldStep {
        std::string action;
        std::int64_t at_ms;
        std::string room;
        int hour;
    };
    // Its 会前检查 was ticked and signed at 20, its 会后整理 at 20, too.
    void add(const std::string& number, const std::string& room, const std::vector<OldStep>& steps)
    {
        const sql::Parameters::value_type org{"org_id", officer.org};
        const sql::Parameters::value_type of{"number", number};
        db->execute(
            "INSERT INTO meetings_booking (org_id, number, booked_for, year, serial, room, slot, venue, starts, "
            "ends, state, title, kind, host, attendees, layout, equipment, is_confidential, note, reason, "
            "series, source, asked_by, asked_ms, version) VALUES (:org_id, :number, :number, 1970, 1, :room, "
            ":slot, '', :starts, :ends, 'approved', 'x', 'x', 'x', 1, '', '', 0, '', '', '', '', "
            "'x', 0, 1)",
            {org,
             of,
             {"room", room},
             {"slot", room == "A" ? 1 : 2},
             {"starts", steps.back().hour * hour},
             {"ends", (steps.back().hour + 1) * hour}});
        std::int64_t place = 0;
        for (const OldStep& step : steps)
            db->execute(
                "INSERT INTO meetings_booking_step (org_id, number, step, action, at_ms, by_whom, room, starts, "
                "ends, reason) VALUES (:org_id, :number, :step, :action, :at_ms, 'x', :room, :starts, "
                ":ends, '')",
                {org,
                 of,
                 {"step", ++place},
                 {"action", step.action},
                 {"at_ms", step.at_ms},
                 {"room", step.room},
                 {"starts", step.hour * hour},
                 {"ends", (step.hour + 1) * hour}});
        db->execute(
            "INSERT INTO meetings_service_answer (org_id, number, stage, item, answer, outcome, note, by_whom, "
            "answered_ms, recorded_ms, is_addition) VALUES (:org_id, :number, 'before', 'air', 1, 'done', '', "
            "'x', 20, 20, 0)",
            {org, of});
        for (const char* const stage : {"before", "after"})
            db->execute(
                "INSERT INTO meetings_service_sign_off (org_id, number, stage, by_whom, at_ms, due) VALUES "
                "(:org_id, :number, :stage, 'x', 20, NULL)",
                {org, of, {"stage", stage}});
    }

    StageFile stage(const std::string& number, std::size_t which = 0)
    {
        return Service{*db, clock}.stages(officer, number)->stages.at(which);
    }

    base::FixedClock clock{1'767'225'600'000};
    base::Actor officer{base::OrgId{}, "officer", "test", {}, true};
};

TEST_P(OldServiceTest, WhatWasMovedAfterItWasSignedIsOpen)
{
    for (const char* const number : {"STAYED", "BEFORE"}) {
        EXPECT_TRUE(stage(number).signed_off) << number;
        EXPECT_EQ(stage(number).answered, 1) << number;
        EXPECT_TRUE(stage(number).outdated.empty()) << number;
    }
    EXPECT_EQ(stage("BEFORE").signed_off->place, "示例B");
    EXPECT_EQ(stage("BEFORE").signed_off->span, (Span{13 * hour, 14 * hour}));
    const StageFile open = stage("AFTER");
    EXPECT_FALSE(open.signed_off);
    EXPECT_EQ(open.answered, 0);
    ASSERT_EQ(open.outdated.size(), 1U);
    EXPECT_EQ(open.outdated[0].place, "示例A");
    EXPECT_EQ(open.outdated[0].span, (Span{10 * hour, 11 * hour}));
    EXPECT_TRUE(stage("AFTER", 2).signed_off);  // tidying is of the meeting, wherever it was
}

TEST_P(OldServiceTest, WhatWasSignedStaysAsBefore)
{
    for (const char* const change :
         {"UPDATE meetings_service_sign_off SET at_ms = 0", "DELETE FROM meetings_service_sign_off",
          "UPDATE meetings_service_answer SET round = 1"})
        EXPECT_THROW(db->execute(change), sql::SqlError) << change;
}

MINGJI_EACH_ENGINE(OldServiceTest);

}  // namespace
}  // namespace meetings
