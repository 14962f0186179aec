// SPDX-License-Identifier: Apache-2.0
#include "meetings/service.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "identity/identity.h"
#include "identity/people.h"
#include "meetings/meetings.h"
#include "meetings/tests/reading.h"
#include "sql/database.h"
#include "sql/tests/each_engine.h"

namespace meetings {
namespace {

// A room, who asks (clerk), who serves (server), who is named (helper), on each engine, on Thursday 2026-01-01.
class ServiceTest : public sql::EachEngine {
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
        clerk.org = server.org = helper.org = officer.org;
        for (const char* const account : {"clerk", "helper"})
            ASSERT_TRUE((identity::People{*db, clock}.add(officer, {{}, account, std::string{"示例"} + account})));
        Room room;
        room.code = "A";
        room.name = "示例会议室";
        room.seats = 20;
        room.needs_approval = false;
        room.equipment = {"投影"};
        ASSERT_EQ(code_of(meetings().record(officer, room)), "");
        room.code = "B";
        room.name = "另一会议室";
        ASSERT_EQ(code_of(meetings().record(officer, room)), "");
    }

    Meetings meetings() { return {*db, clock}; }
    Service service() { return {*db, clock}; }

    static Span hours(int from, int until, int days_later = 0)
    {
        const Second day = start_of(on("2026-01-05")) + days_later * seconds_of_day;
        return {day + from * 3'600, day + until * 3'600};
    }
    std::vector<Booking> booked(const base::Actor& actor, const Span& span, bool is_confidential = false,
                                std::optional<Series> series = {})
    {
        NewBooking asked;
        asked.booking.room = "A";
        asked.booking.span = span;
        asked.booking.title = "示例会议";
        asked.booking.kind = "工作会议";
        asked.booking.host = "示例科室";
        asked.booking.is_confidential = is_confidential;
        asked.series = std::move(series);
        const auto done = meetings().book(actor, asked);
        EXPECT_EQ(code_of(done), "");
        return done.value_or(std::vector<Booking>{});
    }
    void name_helper(const std::string& number)
    {
        ServiceSheet sheet;
        sheet.staff = {{"helper", ""}};
        ASSERT_EQ(code_of(service().change(clerk, number, sheet)), "");
    }
    std::string tick(const std::string& number, Stage stage, const std::string& item, std::int64_t version = 0)
    {
        NewAnswer asked;
        asked.item = item;
        asked.version = version;
        return code_of(service().answer(server, number, stage, asked));
    }
    StageFile stage(const std::string& number, std::size_t which = 0)
    {
        return service().stages(officer, number)->stages.at(which);
    }
    void sign(const std::string& number, Stage which, std::size_t place)
    {
        for (const ItemFile& item : stage(number, place).items) {
            const std::string& code = item.item.code;
            EXPECT_EQ(item.answers.empty() ? tick(number, which, code) : "", "");
        }
        ASSERT_EQ(code_of(service().sign_off(server, number, which, stage(number, place).version)), "");
    }
    void go_to(Second second) { clock.advance(second * 1'000 - clock.milliseconds_since_1970()); }
    std::vector<std::string> told(const base::Actor& actor, bool with_acknowledged = false)
    {
        std::vector<std::string> said;
        for (const NoticeFile& file : service().notices(actor, {with_acknowledged, "", 50}).files)
            said.push_back(file.notice.number + " " + file.notice.what);
        return said;
    }
    std::int64_t audited()
    {
        return db->query("SELECT COUNT(*) AS n FROM identity_audit WHERE org_id = :org_id", {{"org_id", officer.org}})
            .front()
            .integer("n");
    }

    base::FixedClock clock{1'767'225'600'000};
    base::Actor officer{base::OrgId{}, "officer", "test", {}, true};
    base::Actor clerk{base::OrgId{}, "clerk", "test", {"meetings.read", "meetings.book"}, false};
    base::Actor server{base::OrgId{}, "server", "test", {"meetings.read", "meetings.serve"}, false};
    base::Actor helper{base::OrgId{}, "helper", "test", {"meetings.read", "meetings.book"}, false};
};

TEST_P(ServiceTest, WhoAskedServesOrIsNamedChangesTheSheet)
{
    const std::string number = booked(clerk, hours(9, 10)).front().number;
    EXPECT_EQ(code_of(service().change(helper, number, {})), "meetings.service.not_yours");
    EXPECT_FALSE(service().sheet(helper, number)->may_change);
    name_helper(number);
    EXPECT_EQ(service().sheet(helper, number)->sheet.staff.front().name, "示例helper");
    ServiceSheet sheet = service().sheet(helper, number)->sheet;
    sheet.place_cards = {{"示例甲", "示例科室"}, {"示例乙", ""}};
    sheet.refreshments = {{"茶水", 3}};
    sheet.equipment = {"投影"};
    const std::int64_t before = audited();
    EXPECT_EQ(code_of(service().change(helper, number, sheet)), "");
    EXPECT_EQ(audited(), before + 1);
    EXPECT_EQ(code_of(service().change(helper, number, sheet)), "meetings.service.sheet_changed");
    const ServiceSheet kept = service().sheet(clerk, number)->sheet;
    EXPECT_EQ(kept.version, 2);
    EXPECT_EQ(kept.place_cards, sheet.place_cards);
    EXPECT_EQ(kept.refreshments, sheet.refreshments);
    ServiceSheet stranger = kept;
    stranger.staff = {{"nobody", "x"}};
    EXPECT_EQ(code_of(service().change(server, number, stranger)), "meetings.service.account_unknown");
    go_to(hours(9, 10).until - 1);
    EXPECT_EQ(code_of(service().change(server, number, kept)), "");
    go_to(hours(9, 10).until);
    EXPECT_EQ(code_of(service().change(server, number, service().sheet(server, number)->sheet)),
              "meetings.service.over");
    EXPECT_EQ(code_of(service().sheet(clerk, "A-2026-0009")), "meetings.booking.unknown");
}

TEST_P(ServiceTest, WhatWasTickedAndSignedStays)
{
    const std::string number = booked(clerk, hours(9, 10)).front().number;
    EXPECT_EQ(code_of(service().sign_off(clerk, number, Stage::before, 0)), "meetings.actor.not_permitted");
    EXPECT_EQ(tick(number, Stage::secrecy, "plan"), "meetings.service.stage_unknown");
    EXPECT_EQ(code_of(service().sign_off(server, number, Stage::before, 0)), "meetings.service.unanswered");
    sign(number, Stage::before, 0);
    EXPECT_EQ(code_of(service().sign_off(server, number, Stage::before, stage(number).version)),
              "meetings.service.signed_off");
    NewAnswer addition;
    addition.item = "air";
    addition.version = 1;
    addition.is_addition = true;
    EXPECT_EQ(code_of(service().answer(server, number, Stage::before, addition)), "");
    // A signed stage is not answered past the program.
    for (const char* const change :
         {"UPDATE meetings_service_sign_off SET at_ms = 0", "DELETE FROM meetings_service_sign_off",
          "UPDATE meetings_service_answer SET note = 'x'", "DELETE FROM meetings_service_answer"})
        EXPECT_THROW(db->execute(change), sql::SqlError) << change;
    for (const char* const row :
         {"'before', 'air', 3, 'done', '', 'x', 0, 0, 0", "'after', 'tidy', 1, 'done', '', 'x', 0, 0, 1",
          "'after', 'tidy', 1, 'failed', '', 'x', 0, 0, 0"})
        EXPECT_THROW(db->execute("INSERT INTO meetings_service_answer (org_id, number, stage, item, answer, outcome, "
                                 "note, by_whom, answered_ms, recorded_ms, is_addition) VALUES ('" +
                                 officer.org.text() + "', '" + number + "', " + row + ")"),
                     sql::SqlError)
            << row;
}

TEST_P(ServiceTest, WhatIsMovedElsewhereIsLookedAtAgain)
{
    const std::string number = booked(clerk, hours(9, 10)).front().number;
    sign(number, Stage::before, 0);
    const Booking now = meetings().booking(officer.org, number)->booking;
    ASSERT_EQ(code_of(meetings().describe(
                  clerk, number, 1, {"示例会议二", now.kind, now.host, 2, now.layout, now.equipment, "示例备注"})),
              "");
    ASSERT_EQ(code_of(meetings().move(clerk, number, 2, "A", hours(9, 11), "")), "");  // it only ends later
    EXPECT_TRUE(stage(number).signed_off);
    ASSERT_EQ(code_of(meetings().move(clerk, number, 3, "B", hours(9, 11), "")), "");
    const StageFile open = stage(number);
    EXPECT_FALSE(open.signed_off);
    EXPECT_EQ(open.answered, 0);
    ASSERT_EQ(open.outdated.size(), 1U);
    EXPECT_EQ(open.outdated[0].by, "server");
    EXPECT_EQ(open.outdated[0].place, "示例会议室");
    EXPECT_EQ(open.outdated[0].span, hours(9, 10));
    EXPECT_EQ(code_of(service().sign_off(server, number, Stage::before, open.version)), "meetings.service.unanswered");
    EXPECT_EQ(tick(number, Stage::before, "air", 1), "");
    Span later = hours(9, 11);
    ++later.from;
    ASSERT_EQ(code_of(meetings().move(clerk, number, 4, "B", later, "")), "");
    EXPECT_EQ(stage(number).answered, 0);  // what was ticked and not signed is of another beginning, too
    for (const ItemFile& item : stage(number).items) {
        const std::string code = item.item.code;
        EXPECT_EQ(tick(number, Stage::before, code, code == "air" ? 2 : 1), "");
    }
    ASSERT_EQ(code_of(service().sign_off(server, number, Stage::before, stage(number).version)), "");
    EXPECT_EQ(stage(number).signed_off->place, "另一会议室");
    go_to(later.until);
    sign(number, Stage::during, 1);
    sign(number, Stage::after, 2);
    EXPECT_EQ(stage(number).outdated.size(), 1U);
    EXPECT_TRUE(stage(number, 2).outdated.empty());
}

TEST_P(ServiceTest, MeasuresReadTheCheckOfWhereTheMeetingWasHeld)
{
    const std::string moved = booked(clerk, hours(9, 10)).front().number;
    const std::string stays = booked(clerk, hours(11, 12)).front().number;
    NewAnswer failed;
    failed.item = "air";
    failed.outcome = Outcome::failed;
    failed.note = "示例";
    for (const std::string& number : {moved, stays}) {
        ASSERT_EQ(code_of(service().answer(server, number, Stage::before, failed)), "");
        sign(number, Stage::before, 0);
    }
    ASSERT_EQ(code_of(meetings().move(clerk, moved, 1, "B", hours(9, 10), "")), "");
    go_to(hours(12, 13).from);
    const auto records = meetings().records(officer.org, "服务");
    ASSERT_EQ(code_of(records), "");
    std::vector<std::string> read;
    for (const base::Record& record : records->rows)
        read.push_back(base::to_string(record.cells[2]) + base::to_string(record.cells[3]));
    EXPECT_EQ(read, (std::vector<std::string>{"未签0", "是1"}));
}

TEST_P(ServiceTest, ChangesAreToldToThoseConcernedAndToNobodyElse)
{
    const std::string number = booked(clerk, hours(9, 10)).front().number;
    name_helper(number);
    sign(number, Stage::before, 0);
    EXPECT_EQ(told(clerk), std::vector<std::string>{});  // who did it is not told
    EXPECT_EQ(told(helper), std::vector<std::string>{number + " service"});
    ASSERT_EQ(code_of(meetings().move(officer, number, 1, "A", hours(11, 12), "")), "");
    for (const base::Actor* const actor : {&clerk, &server}) EXPECT_EQ(told(*actor).front(), number + " moved");
    EXPECT_EQ(told(officer), std::vector<std::string>{});
    const Booking now = meetings().booking(officer.org, number)->booking;
    const Described same{now.title, now.kind, now.host, now.attendees, now.layout, now.equipment, now.note};
    ASSERT_EQ(code_of(meetings().describe(officer, number, 2, same)), "");
    EXPECT_EQ(told(helper).size(), 2U);  // nothing changed, nothing is told
    Described other = same;
    other.title = "示例会议二";
    ASSERT_EQ(code_of(meetings().describe(officer, number, 3, other)), "");
    ASSERT_EQ(code_of(meetings().cancel(officer, number, 4, "示例", false)), "");
    const NoticePage first = service().notices(helper, {false, "", 3});
    EXPECT_TRUE(first.has_more);
    EXPECT_EQ(first.open, 4);
    const NoticePage rest = service().notices(helper, {false, first.files.back().notice.id, 1});
    EXPECT_FALSE(rest.has_more);
    EXPECT_EQ(rest.files.size(), 1U);
    EXPECT_EQ(told(helper), (std::vector<std::string>{number + " cancelled", number + " changed", number + " moved",
                                                      number + " service"}));
    base::Actor elsewhere = helper;
    elsewhere.org = identity::Organisations{*db, clock}.create(officer, {{}, "示例二中心", "420112", "示例区"})->id;
    EXPECT_EQ(told(elsewhere), std::vector<std::string>{});
}

TEST_P(ServiceTest, ANoticeIsAcknowledgedOnceByWhomItIsFor)
{
    const std::string number = booked(clerk, hours(9, 10)).front().number;
    name_helper(number);
    const std::string id = service().notices(helper, {}).files.front().notice.id;
    EXPECT_EQ(code_of(service().acknowledge(clerk, id)), "meetings.notice.unknown");
    const auto seen = service().acknowledge(helper, id);
    ASSERT_EQ(code_of(seen), "");
    EXPECT_EQ(seen->notice.acknowledged_ms, clock.milliseconds_since_1970());
    EXPECT_EQ(code_of(service().acknowledge(helper, id)), "meetings.notice.acknowledged_before");
    EXPECT_EQ(told(helper), std::vector<std::string>{});
    EXPECT_EQ(told(helper, true).size(), 1U);
    for (const char* const change :
         {"UPDATE meetings_notice SET acknowledged_ms = 1", "UPDATE meetings_notice SET acknowledged_ms = NULL",
          "UPDATE meetings_notice SET account = 'x'", "DELETE FROM meetings_notice",
          "UPDATE meetings_notice_change SET was = 'x'", "DELETE FROM meetings_notice_change"})
        EXPECT_THROW(db->execute(change), sql::SqlError) << change;
}

TEST_P(ServiceTest, OfASeriesOnlyWhatChangesIsTold)
{
    Series daily{Every::day, on("2026-01-08"), {on("2026-01-06")}};
    const auto series = booked(clerk, hours(9, 10), false, daily);
    ASSERT_EQ(series.size(), 3U);  // the 6th is skipped
    for (const Booking& one : series) name_helper(one.number);
    for (const NoticeFile& file : service().notices(helper, {}).files)
        ASSERT_EQ(code_of(service().acknowledge(helper, file.notice.id)), "");
    ASSERT_EQ(code_of(meetings().move(officer, series[1].number, 1, "A", hours(14, 15, 2), "")), "");
    EXPECT_EQ(told(helper), std::vector<std::string>{series[1].number + " moved"});
    EXPECT_EQ(told(clerk), std::vector<std::string>{series[1].number + " moved"});
    ASSERT_EQ(code_of(meetings().cancel(officer, series[1].number, 2, "示例", true)), "");
    EXPECT_EQ(told(clerk), (std::vector<std::string>{series[2].number + " cancelled", series[1].number + " cancelled",
                                                     series[1].number + " moved"}));
}

TEST_P(ServiceTest, AConfidentialMeetingIsForWhoAskedAndWhoHoldsTheRight)
{
    const std::string number = booked(clerk, hours(9, 10), true).front().number;
    name_helper(number);
    for (const base::Actor* const actor : {&helper, &server}) {
        EXPECT_EQ(code_of(service().sheet(*actor, number)), "meetings.service.confidential");
        EXPECT_EQ(code_of(service().stages(*actor, number)), "meetings.service.confidential");
        EXPECT_EQ(code_of(service().change(*actor, number, {})), "meetings.service.confidential");
        EXPECT_EQ(code_of(service().print(*actor, number, "sheet")), "meetings.service.confidential");
        EXPECT_FALSE(service().day(*actor, on("2026-01-05")).front().service.has_value());
    }
    EXPECT_EQ(tick(number, Stage::before, "air"), "meetings.service.confidential");
    EXPECT_EQ(service().sheet(clerk, number)->sheet.version, 1);
    server.permissions.insert("meetings.confidential");
    EXPECT_EQ(tick(number, Stage::secrecy, "plan"), "");
    EXPECT_EQ(stage(number, 1).answered, 1);
    const NoticePage told = service().notices(helper, {});
    for (const FieldChange& change : told.files.front().notice.changes) EXPECT_EQ(change.after, std::nullopt);
    const std::int64_t before = audited();
    const auto printed = service().print(clerk, number, "sheet");
    ASSERT_TRUE(printed);
    EXPECT_EQ(printed->name, "示例clerk");
    EXPECT_TRUE(printed->mark.has_value());
    EXPECT_EQ(audited(), before + 1);
    const std::string open = booked(clerk, hours(11, 12)).front().number;
    EXPECT_FALSE(service().print(clerk, open, "sheet")->mark.has_value());
}

TEST_P(ServiceTest, MeasuresReadWhetherAMeetingWasLookedAtInTime)
{
    EXPECT_EQ(code_of(service().records(officer.org)), "meetings.records.nothing_recorded");
    std::vector<std::string> numbers;
    for (const int hour : {9, 10, 11, 14}) numbers.push_back(booked(clerk, hours(hour, hour + 1)).front().number);
    ASSERT_EQ(code_of(meetings().cancel(clerk, numbers[3], 1, "示例", false)), "");
    NewAnswer failed;
    failed.item = "air";
    failed.outcome = Outcome::failed;
    failed.note = "示例";
    for (const std::string& number : {numbers[0], numbers[2]})
        ASSERT_EQ(code_of(service().answer(server, number, Stage::before, failed)), "");
    ASSERT_EQ(tick(numbers[2], Stage::before, "air", 1), "");
    go_to(hours(9, 10).from);
    sign(numbers[0], Stage::before, 0);
    go_to(hours(10, 11).from + 1);
    sign(numbers[1], Stage::before, 0);
    go_to(hours(12, 13).from);
    const auto records = meetings().records(officer.org, "服务");
    ASSERT_EQ(code_of(records), "");
    ASSERT_EQ(records->rows.size(), 3U);
    std::vector<std::string> read;
    for (const base::Record& record : records->rows)
        read.push_back(base::to_string(record.cells[2]) + base::to_string(record.cells[3]));
    EXPECT_EQ(read, (std::vector<std::string>{"是1", "否0", "未签0"}));
}

// Eight telephones tick one item and sign its stage, all at once: one answer of each number, one signature.
TEST_P(ServiceTest, TwoThatTickOrSignAtOnceMeetARefusal)
{
    const std::string number = booked(clerk, hours(9, 10)).front().number;
    for (const ItemFile& item : stage(number).items) {
        const std::string& code = item.item.code;
        EXPECT_EQ(code == "air" ? "" : tick(number, Stage::before, code), "");
    }
    const std::int64_t version = stage(number).version;
    db.reset();
    std::atomic<int> ticked{0}, refused{0}, signed_by{0}, not_signed{0};
    {
        const auto database = sql::Database::open(target(), 8);
        const auto client = [&] {
            auto lease = database->lease();
            Service own{*lease, clock};
            NewAnswer asked;
            asked.item = "air";
            const std::string said = code_of(own.answer(server, number, Stage::before, asked));
            if (said.empty()) ++ticked;
            if (said == "meetings.service.answered_meanwhile" || said == "meetings.service.signed_off") ++refused;
            const std::string signature = code_of(own.sign_off(server, number, Stage::before, version + 1));
            if (signature.empty()) ++signed_by;
            if (signature == "meetings.service.signed_off") ++not_signed;
        };
        std::vector<std::thread> running;
        for (int i = 0; i < 8; ++i) running.emplace_back(client);
        for (std::thread& thread : running) thread.join();
    }
    EXPECT_EQ(ticked, 1);
    EXPECT_EQ(refused, 7);
    EXPECT_EQ(signed_by, 1);
    EXPECT_EQ(not_signed, 7);
    db = open();
    EXPECT_EQ(stage(number).version, version + 1);
}

MINGJI_EACH_ENGINE(ServiceTest);

}  // namespace
}  // namespace meetings
