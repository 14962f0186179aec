// SPDX-License-Identifier: Apache-2.0
#include "meetings/meetings.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <random>
#include <thread>

#include <gtest/gtest.h>

#include "identity/identity.h"
#include "meetings/tests/reading.h"
#include "sql/database.h"
#include "sql/tests/each_engine.h"

namespace meetings {
namespace {

// Monday 2026-01-05, hours of the office.
Span hours(int from, int until, int days_later = 0)
{
    const Second day = start_of(on("2026-01-05")) + days_later * seconds_of_day;
    return {day + from * 3'600, day + until * 3'600};
}

NewBooking asking(const std::string& room, const Span& span)
{
    NewBooking asked;
    asked.booking.room = room;
    asked.booking.span = span;
    asked.booking.title = "示例会议";
    asked.booking.kind = "工作会议";
    asked.booking.host = "示例科室";
    return asked;
}

// Rooms A and B, on each engine, on Thursday 2026-01-01.
class MeetingsTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        officer.org = identity::Organisations{*db, clock}.create(officer, {{}, "示例中心", "420112", "示例区"})->id;
        clerk.org = officer.org;
        for (const char* const code : {"A", "B"}) {
            Room room;
            room.code = code;
            room.name = std::string{"示例会议室"} + code;
            room.seats = 20;
            ASSERT_EQ(code_of(meetings().record(officer, room)), "");
        }
    }

    std::int64_t audited()
    {
        return db->query("SELECT COUNT(*) AS n FROM identity_audit WHERE org_id = :org_id", {{"org_id", officer.org}})
            .front()
            .integer("n");
    }

    Meetings meetings() { return {*db, clock}; }
    Booking booked(const base::Actor& actor, const NewBooking& asked)
    {
        const auto done = meetings().book(actor, asked);
        EXPECT_EQ(code_of(done), "");
        return done ? done->front() : Booking{};
    }

    base::FixedClock clock{1'767'225'600'000};
    base::Actor officer{base::OrgId{}, "officer", "test", {}, true};
    base::Actor clerk{base::OrgId{}, "clerk", "test", {"meetings.read", "meetings.book"}, false};
};

TEST_P(MeetingsTest, OfTwoThatAskTheOneIsToldByWhat)
{
    const Booking first = booked(officer, asking("A", hours(9, 10)));
    EXPECT_EQ(first.number, "A-2026-0001");
    EXPECT_EQ(first.state, State::approved);
    const std::int64_t before = audited();
    const auto second = meetings().book(officer, asking("A", hours(9, 11)));
    ASSERT_EQ(code_of(second), "meetings.booking.taken");
    const base::ErrorArgs& args = second.error().args;
    EXPECT_NE(std::find(args.begin(), args.end(), std::pair<std::string, std::string>{"number", "A-2026-0001"}),
              args.end());
    EXPECT_EQ(code_of(meetings().book(clerk, asking("A", hours(9, 11)))), "meetings.booking.taken");
    EXPECT_EQ(audited(), before);
    EXPECT_EQ(booked(officer, asking("A", hours(10, 11))).number, "A-2026-0002");  // it touches
    EXPECT_EQ(booked(officer, asking("B", hours(9, 10))).number, "B-2026-0001");
    EXPECT_EQ(audited(), before + 2);
    NewBooking waits = asking("A", hours(9, 11));
    waits.wait = true;
    EXPECT_EQ(booked(clerk, waits).state, State::waiting);
}

TEST_P(MeetingsTest, ApprovingOneOfTwoMarksTheOtherAndOffersRooms)
{
    const Booking one = booked(clerk, asking("A", hours(9, 10)));
    const Booking other = booked(clerk, asking("A", hours(9, 11)));
    EXPECT_EQ(one.state, State::pending);
    BookingFilter open;
    open.clashing = true;
    EXPECT_EQ(meetings().bookings(officer.org, open).size(), 2U);
    EXPECT_EQ(code_of(meetings().decide(clerk, one.number, 1, true, "")), "meetings.actor.not_permitted");
    ASSERT_EQ(code_of(meetings().decide(officer, one.number, 1, true, "")), "");
    EXPECT_EQ(code_of(meetings().decide(officer, one.number, 1, true, "")), "meetings.booking.changed");
    EXPECT_EQ(code_of(meetings().decide(officer, one.number, 2, true, "")), "meetings.booking.not_pending");
    const auto file = meetings().booking(officer.org, other.number);
    ASSERT_TRUE(file);
    ASSERT_EQ(file->clashes.size(), 1U);
    EXPECT_EQ(file->clashes.front().state, State::approved);
    ASSERT_FALSE(file->alternatives.empty());
    EXPECT_EQ(file->alternatives.front().room, "B");
    EXPECT_EQ(code_of(meetings().decide(officer, other.number, 1, true, "")), "meetings.booking.taken");
    EXPECT_EQ(code_of(meetings().move(clerk, other.number, 1, "B", hours(9, 11), "")), "");
    EXPECT_EQ(code_of(meetings().decide(officer, other.number, 2, true, "")), "");
}

TEST_P(MeetingsTest, ASeriesIsBookedWholeOrNotAtAllAndItsMeetingsStandForThemselves)
{
    booked(officer, asking("A", hours(9, 10, 14)));  // late in the row
    NewBooking weekly = asking("A", hours(9, 10));
    weekly.series = Series{Every::week, on("2026-01-26"), {}};
    const std::int64_t before = audited();
    ASSERT_EQ(code_of(meetings().book(officer, weekly)), "meetings.booking.taken");
    EXPECT_EQ(meetings().bookings(officer.org, {}).size(), 1U);
    EXPECT_EQ(audited(), before);
    const auto preview = meetings().preview(officer.org, {"A", hours(9, 10), 1, {}, "", weekly.series});
    ASSERT_EQ(preview->instances.size(), 4U);
    EXPECT_FALSE(preview->instances[2].is_free);
    weekly.series->leave_out.insert(on("2026-01-19"));
    const auto series = meetings().book(officer, weekly);
    ASSERT_EQ(code_of(series), "");
    ASSERT_EQ(series->size(), 3U);
    EXPECT_EQ(series->back().series, series->front().number);
    // One is moved: the others neither move nor are asked for again.
    ASSERT_EQ(code_of(meetings().move(officer, series->at(1).number, 1, "B", hours(14, 15, 7), "")), "");
    EXPECT_EQ(meetings().booking(officer.org, series->at(2).number)->booking.version, 1);
    ASSERT_EQ(code_of(meetings().cancel(officer, series->at(1).number, 2, "改期", true)), "");
    EXPECT_EQ(meetings().booking(officer.org, series->at(0).number)->booking.state, State::approved);
    EXPECT_EQ(meetings().booking(officer.org, series->at(2).number)->booking.state, State::cancelled);
    EXPECT_EQ(code_of(meetings().book(officer, asking("A", hours(9, 10, 21)))), "");  // free again
}

TEST_P(MeetingsTest, AnotherOrganisationHasRoomsAndHoursOfItsOwn)
{
    booked(officer, asking("A", hours(9, 10)));
    base::Actor other = officer;
    other.org = identity::Organisations{*db, clock}.create(officer, {{}, "示例二中心", "420112", "示例区"})->id;
    Room room;
    room.code = "A";
    room.name = "示例会议室";
    room.seats = 20;
    ASSERT_EQ(code_of(meetings().record(other, room)), "");
    EXPECT_EQ(booked(other, asking("A", hours(9, 10))).number, "A-2026-0001");
    EXPECT_EQ(code_of(meetings().book(other, asking("A", hours(9, 10)))), "meetings.booking.taken");
    EXPECT_EQ(meetings().bookings(other.org, {}).size(), 1U);
}

TEST_P(MeetingsTest, WhoMayDoWhat)
{
    const Booking own = booked(clerk, asking("A", hours(9, 10)));
    const Booking others = booked(officer, asking("B", hours(9, 10)));
    EXPECT_EQ(code_of(meetings().cancel(clerk, others.number, 1, "x", false)), "meetings.booking.not_yours");
    EXPECT_EQ(code_of(meetings().cancel(clerk, own.number, 1, "", false)), "meetings.booking.reason_missing");
    EXPECT_EQ(code_of(meetings().cancel(clerk, own.number, 2, "x", false)), "meetings.booking.changed");
    EXPECT_EQ(code_of(meetings().book(clerk, asking("A", hours(7, 9)))), "meetings.booking.room_closed");
    EXPECT_EQ(code_of(meetings().book(clerk, asking("A", hours(9, 10, -5)))), "meetings.booking.in_past");
    EXPECT_EQ(code_of(meetings().book(clerk, asking("C", hours(9, 10)))), "meetings.room.unknown");
    NewBooking crowd = asking("A", hours(11, 12));
    crowd.booking.attendees = 20;
    EXPECT_EQ(code_of(meetings().book(clerk, crowd)), "");
    crowd.booking.attendees = 21;
    EXPECT_EQ(code_of(meetings().book(clerk, crowd)), "meetings.booking.too_many_people");
    // What was approved elsewhere is asked for anew.
    ASSERT_EQ(code_of(meetings().decide(officer, own.number, 1, true, "")), "");
    ASSERT_EQ(code_of(meetings().move(clerk, own.number, 2, "A", hours(15, 16), "")), "");
    EXPECT_EQ(meetings().booking(officer.org, own.number)->booking.state, State::pending);
    base::Actor nobody{officer.org, "nobody", "test", {"meetings.read"}, false};
    EXPECT_EQ(code_of(meetings().book(nobody, asking("A", hours(16, 17)))), "meetings.actor.not_permitted");
    EXPECT_EQ(code_of(meetings().record(clerk, Room{})), "meetings.actor.not_permitted");
}

TEST_P(MeetingsTest, WhatHappenedIsKept)
{
    const Booking one = booked(officer, asking("A", hours(9, 10)));
    ASSERT_EQ(code_of(meetings().move(officer, one.number, 1, "B", hours(10, 12), "换大会议室")), "");
    const auto steps = meetings().booking(officer.org, one.number)->steps;
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0].room, "A");
    EXPECT_EQ(steps[1].span, hours(10, 12));
    for (const char* const change : {"UPDATE meetings_booking_step SET reason = 'x'",
                                     "DELETE FROM meetings_booking_step", "DELETE FROM meetings_booking"})
        EXPECT_THROW(db->execute(change), sql::SqlError) << change;
    clock.advance((hours(12, 13).from - clock.seconds_since_1970()) * 1'000);
    const auto records = meetings().records(officer.org, "会议");
    ASSERT_EQ(code_of(records), "");
    EXPECT_EQ(base::to_string(records->rows.front().cells.back()), "已召开");
    EXPECT_EQ(meetings().statistics(officer.org, on("2026-01-01"), on("2026-12-31")).held, 1);
}

// 32 clients ask, move, extend, book series and approve within four hours of two rooms. The row that two may not share
// is the database's: no lock of the program is needed for it.
TEST_P(MeetingsTest, NoTwoMeetingsOverlapWhoeverAsksAtOnce)
{
    constexpr int clients = 32;
    constexpr int attempts = 40;
    db.reset();
    {
        const auto database = sql::Database::open(target(), 8);
        std::atomic<int> won{0};
        std::atomic<int> told{0};
        std::mutex guard;
        std::set<std::string> unexpected;
        const auto client = [&](unsigned seed) {
            std::mt19937 random{seed};
            const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
            for (int i = 0; i < attempts; ++i) {
                auto lease = database->lease();
                Meetings all{*lease, clock};
                const std::string room = pick(2) == 0 ? "A" : "B";
                const int from = 8 + pick(8);
                const Span span = hours(from, from + 1 + pick(2), pick(3));
                const auto known = all.bookings(officer.org, {});
                std::string code;
                const int way = known.empty() ? 0 : pick(5);
                if (way <= 1) {
                    NewBooking asked = asking(room, span);
                    if (way == 1)
                        asked.series =
                            Series{Every::day, base::Date::from_days(day_of(span.from).days_since_1970() + 2), {}};
                    code = code_of(all.book(pick(2) == 0 ? officer : clerk, asked));
                } else {
                    const Booking& one = known[random() % known.size()];
                    if (way == 2) code = code_of(all.move(officer, one.number, one.version, room, span, ""));
                    if (way == 3)
                        code = code_of(all.move(officer, one.number, one.version, *one.room,
                                                {one.span.from, one.span.until + 3'600}, ""));
                    if (way == 4) code = code_of(all.decide(officer, one.number, one.version, true, ""));
                }
                const bool is_told = code == "meetings.booking.taken" || code == "meetings.booking.changed" ||
                                     code == "meetings.booking.not_pending" ||
                                     code == "meetings.booking.taken_meanwhile";
                if (code.empty()) ++won;
                if (is_told) ++told;
                if (!code.empty() && !is_told) {
                    const std::lock_guard lock{guard};
                    unexpected.insert(code);
                }
            }
        };
        std::vector<std::thread> running;
        for (unsigned seed = 1; seed <= clients; ++seed) running.emplace_back(client, seed);
        for (std::thread& thread : running) thread.join();
        EXPECT_EQ(unexpected, std::set<std::string>{});
        EXPECT_EQ(won + told, clients * attempts);
        EXPECT_GT(won, 0);
        EXPECT_GT(told, 0);
    }
    db = open();
    std::vector<Booking> standing;
    for (const Booking& one : meetings().bookings(officer.org, {}))
        if (one.stands()) standing.push_back(one);
    EXPECT_EQ(clashing(standing), std::set<std::string>{});
}

MINGJI_EACH_ENGINE(MeetingsTest);

}  // namespace
}  // namespace meetings
