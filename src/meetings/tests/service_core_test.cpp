// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "meetings/checklist_files.h"
#include "meetings/core/place.h"
#include "meetings/core/service.h"
#include "meetings/core/service_checklist.h"
#include "meetings/core/service_notice.h"
#include "meetings/documents/service_papers.h"
#include "meetings/tests/reading.h"

namespace meetings {
namespace {

Second hour_of(int hour)
{
    return start_of(on("2026-01-05")) + hour * 3'600;
}

Booking meeting(State state = State::approved)
{
    Booking booking;
    booking.number = "A-2026-0001";
    booking.room = "A";
    booking.span = {hour_of(9), hour_of(10)};
    booking.state = state;
    booking.title = booking.kind = booking.host = "示例";
    booking.asked_by = "clerk";
    return booking;
}

TEST(Place, IsRefusedBeyondItsSeatsHoursAndTime)
{
    Room place;
    place.seats = 20;
    Booking booking = meeting();
    const auto code = [&](Second now, Asker asker = Asker::anybody) {
        return code_of(check_place(place, booking, now, asker));
    };
    EXPECT_EQ(code(hour_of(9)), "");
    EXPECT_EQ(code(hour_of(9) + 1), "meetings.booking.in_past");
    EXPECT_EQ(code(hour_of(9) + 1, Asker::approver), "");
    booking.attendees = 20;
    EXPECT_EQ(code(0), "");
    booking.attendees = 21;
    EXPECT_EQ(code(0, Asker::approver), "meetings.booking.too_many_people");
    booking.attendees = 1;
    booking.span = {hour_of(8), hour_of(18)};
    EXPECT_EQ(code(0), "");
    booking.span.until += 1;
    EXPECT_EQ(code(0), "meetings.booking.room_closed");
    EXPECT_EQ(code(0, Asker::approver), "");
    booking.span = {hour_of(8) - 1, hour_of(9)};
    EXPECT_EQ(code(0), "meetings.booking.room_closed");
    place.is_active = false;
    EXPECT_EQ(code(0, Asker::approver), "meetings.room.inactive");
}

TEST(ServiceSheet, HasItsBounds)
{
    const std::vector<std::string> room{"投影"};
    ServiceSheet sheet;
    sheet.place_cards.resize(300, {"示例", ""});
    EXPECT_EQ(code_of(check(sheet, room)), "");
    sheet.place_cards.push_back({"示例", ""});
    EXPECT_EQ(code_of(check(sheet, room)), "meetings.service.too_many_cards");
    sheet.place_cards = {{"", "示例科室"}};
    EXPECT_EQ(code_of(check(sheet, room)), "meetings.service.card_empty");
    sheet.place_cards.clear();
    sheet.refreshments = {{"茶水", 1}};
    EXPECT_EQ(code_of(check(sheet, room)), "");
    sheet.refreshments = {{"茶水", 0}};
    EXPECT_EQ(code_of(check(sheet, room)), "meetings.service.quantity_not_positive");
    sheet.refreshments = {{"", 1}};
    EXPECT_EQ(code_of(check(sheet, room)), "meetings.service.refreshment_empty");
    sheet.refreshments.assign(51, {"茶水", 1});
    EXPECT_EQ(code_of(check(sheet, room)), "meetings.service.too_many_refreshments");
    sheet.refreshments.clear();
    sheet.equipment = {"投影", "望远镜"};
    EXPECT_EQ(code_of(check(sheet, room)), "meetings.service.equipment_unknown");
    sheet.equipment = {"投影"};
    sheet.staff = {{"a", "甲"}, {std::nullopt, "乙"}, {std::nullopt, "乙"}};
    EXPECT_EQ(code_of(check(sheet, room)), "");
    sheet.staff.push_back({"a", "甲"});
    EXPECT_EQ(code_of(check(sheet, room)), "meetings.service.staff_twice");
    sheet.staff = {{std::nullopt, ""}};
    EXPECT_EQ(code_of(check(sheet, room)), "meetings.service.staff_empty");
    sheet.staff.assign(51, {std::nullopt, "乙"});
    EXPECT_EQ(code_of(check(sheet, room)), "meetings.service.too_many_staff");
}

TEST(ServiceSheet, ChangesUntilTheMeetingIsOver)
{
    EXPECT_EQ(code_of(require_changeable(meeting(), hour_of(10) - 1)), "");
    EXPECT_EQ(code_of(require_changeable(meeting(), hour_of(10))), "meetings.service.over");
    EXPECT_EQ(code_of(require_changeable(meeting(State::pending), 0)), "");
    for (const State state : {State::refused, State::cancelled, State::no_show})
        EXPECT_EQ(code_of(require_changeable(meeting(state), 0)), "meetings.service.not_standing");
    Booking secret = meeting();
    secret.is_confidential = true;
    EXPECT_TRUE(may_see_service(meeting(), "somebody", false));
    EXPECT_FALSE(may_see_service(secret, "somebody", false));
    EXPECT_TRUE(may_see_service(secret, "clerk", false));
    EXPECT_TRUE(may_see_service(secret, "somebody", true));
}

const Checklist& small_list()
{
    static const Checklist list{"x",
                                "示例",
                                {},
                                {{Stage::before, {{"a", "甲", "ours", ""}, {"b", "乙", "ours", ""}}},
                                 {Stage::secrecy, {{"a", "甲", "ours", ""}}},
                                 {Stage::during, {{"a", "甲", "ours", ""}}},
                                 {Stage::after, {{"a", "甲", "ours", ""}}}}};
    return list;
}

std::int64_t ms_of(Second second)
{
    return second * 1'000;
}

StageFile stage_of(const std::vector<Answer>& answers, const std::vector<SignOff>& signatures, std::int64_t now_ms,
                   std::size_t which = 0)
{
    return stage_files(meeting(), small_list(), answers, signatures, now_ms).at(which);
}

NewAnswer ticking(const std::string& item, std::int64_t version = 0, Outcome outcome = Outcome::done)
{
    NewAnswer asked;
    asked.item = item;
    asked.version = version;
    asked.outcome = outcome;
    return asked;
}

TEST(Checklist, IsLateFromTheSecondAfterTheBeginningOn)
{
    EXPECT_FALSE(is_late(hour_of(9), ms_of(hour_of(9)) + 999));
    EXPECT_TRUE(is_late(hour_of(9), ms_of(hour_of(9) + 1)));
    EXPECT_FALSE(is_late(std::nullopt, ms_of(hour_of(23))));
    EXPECT_FALSE(stage_of({}, {}, ms_of(hour_of(9))).is_late);
    EXPECT_TRUE(stage_of({}, {}, ms_of(hour_of(9) + 1)).is_late);
    EXPECT_FALSE(stage_of({}, {}, ms_of(hour_of(23)), 1).is_late);  // a patrol has no such time
    // What was due when it was signed stays, wherever the meeting moves.
    const SignOff early{Stage::before, "x", ms_of(hour_of(8)), hour_of(8)};
    EXPECT_FALSE(stage_of({}, {early}, ms_of(hour_of(12))).is_late);
    const SignOff late{Stage::before, "x", ms_of(hour_of(8) + 1), hour_of(8)};
    EXPECT_TRUE(stage_of({}, {late}, ms_of(hour_of(12))).is_late);
}

TEST(Checklist, StandsBesideAConfidentialMeetingWithItsOwnStage)
{
    EXPECT_EQ(stages_of(meeting()).size(), 3U);
    Booking secret = meeting();
    secret.is_confidential = true;
    ASSERT_EQ(stages_of(secret).size(), 4U);
    EXPECT_EQ(stages_of(secret)[1], Stage::secrecy);
    EXPECT_EQ(due_of(Stage::secrecy, secret), hour_of(9));
}

TEST(Checklist, AnAnswerNamesWhatItSaw)
{
    const std::int64_t now = ms_of(hour_of(8));
    const StageFile open = stage_of({}, {}, now);
    const auto first = answered(meeting(), open, ticking("a"), "x", now);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->number, 1);
    EXPECT_EQ(first->answered_ms, now);
    const StageFile one = stage_of({*first}, {}, now);
    EXPECT_EQ(code_of(answered(meeting(), one, ticking("a"), "y", now)), "meetings.service.answered_meanwhile");
    EXPECT_EQ(answered(meeting(), one, ticking("a", 1), "y", now)->number, 2);
    EXPECT_EQ(code_of(answered(meeting(), open, ticking("c"), "x", now)), "meetings.service.item_unknown");
    EXPECT_EQ(code_of(answered(meeting(), open, ticking("a", 0, Outcome::failed), "x", now)),
              "meetings.service.note_missing");
    NewAnswer elsewhere = ticking("a");
    elsewhere.answered_ms = now + 300'000;
    EXPECT_EQ(answered(meeting(), open, elsewhere, "x", now)->answered_ms, now + 300'000);
    ++*elsewhere.answered_ms;
    EXPECT_EQ(code_of(answered(meeting(), open, elsewhere, "x", now)), "meetings.service.answered_in_future");
    for (const State state : {State::pending, State::cancelled})
        EXPECT_EQ(code_of(answered(meeting(state), open, ticking("a"), "x", now)), "meetings.service.not_standing");
    const StageFile patrol = stage_of({}, {}, now, 1);
    EXPECT_EQ(code_of(answered(meeting(), patrol, ticking("a"), "x", ms_of(hour_of(9)) - 1)),
              "meetings.service.not_begun");
    EXPECT_EQ(code_of(answered(meeting(), patrol, ticking("a"), "x", ms_of(hour_of(9)))), "");
}

TEST(Checklist, IsSignedWhenEachItemHasAnAnswerAndOnce)
{
    const std::int64_t now = ms_of(hour_of(8));
    Answer a{Stage::before, "a", 1, Outcome::failed, "示例", "x", now, now, false};
    Answer b{Stage::before, "b", 1, Outcome::not_needed, "", "x", now, now, false};
    EXPECT_EQ(code_of(signed_off(meeting(), "示例室", stage_of({a}, {}, now), 1, "x", now)),
              "meetings.service.unanswered");
    const StageFile whole = stage_of({a, b}, {}, now);
    EXPECT_EQ(whole.failed, 1);
    EXPECT_EQ(whole.answered, 2);
    EXPECT_EQ(code_of(signed_off(meeting(), "示例室", whole, 1, "x", now)), "meetings.service.changed");
    const auto signature = signed_off(meeting(), "示例室", whole, 2, "x", now);
    ASSERT_TRUE(signature);
    EXPECT_EQ(signature->due, hour_of(9));
    const StageFile done = stage_of({a, b}, {*signature}, now);
    EXPECT_EQ(code_of(signed_off(meeting(), "示例室", done, 2, "x", now)), "meetings.service.signed_off");
    EXPECT_EQ(code_of(answered(meeting(), done, ticking("a", 1), "x", now)), "meetings.service.signed_off");
    NewAnswer addition = ticking("a", 1);
    addition.is_addition = true;
    const auto added = answered(meeting(), done, addition, "x", now);
    ASSERT_TRUE(added);
    EXPECT_EQ(stage_of({a, b, *added}, {*signature}, now).failed, 1);  // what was signed stays
    EXPECT_EQ(code_of(answered(meeting(), whole, addition, "x", now)), "meetings.service.not_signed_off");
}

TEST(Checklist, OfAnotherRoomOrBeginningIsOpenedAgain)
{
    const Span same = meeting().span;
    const auto round_after = [](const std::string& room, const Span& span) {
        return moved(meeting(), room, span)->round;
    };
    EXPECT_EQ(round_after("A", same), 1);
    EXPECT_EQ(round_after("B", same), 2);
    EXPECT_EQ(round_after("A", {same.from + 1, same.until}), 2);
    EXPECT_EQ(round_after("A", {same.from, same.until + 1}), 1);  // what it begins with is the same
    Booking again = *moved(meeting(), "B", same);
    again = *moved(again, "A", same);
    EXPECT_EQ(again.round, 3);  // back again is no proof either
    const std::int64_t now = ms_of(hour_of(8));
    const Answer a{Stage::before, "a", 1, Outcome::failed, "示例", "x", now, now, false};
    const Answer b{Stage::before, "b", 1, Outcome::done, "", "x", now, now, false};
    const SignOff signature = *signed_off(meeting(), "示例室", stage_of({a, b}, {}, now), 2, "x", now);
    const auto file = [&](const std::vector<Answer>& answers, std::size_t which) {
        const SignOff tidied{Stage::after, "x", now, {}};
        return stage_files(again, small_list(), answers, {signature, tidied}, now).at(which);
    };
    const StageFile open = file({a, b}, 0);
    EXPECT_FALSE(open.signed_off);
    EXPECT_EQ(open.answered, 0);
    EXPECT_EQ(open.failed, 0);
    ASSERT_EQ(open.outdated.size(), 1U);
    EXPECT_EQ(open.outdated[0].place, "示例室");
    EXPECT_EQ(open.outdated[0].span, same);
    EXPECT_TRUE(file({a, b}, 2).signed_off);
    // A telephone that has not heard of the move ticks for the room that it was in.
    NewAnswer tick = ticking("a", 1);
    tick.round = 2;
    EXPECT_EQ(code_of(answered(again, open, tick, "x", now)), "meetings.service.moved_meanwhile");
    tick.round = 3;
    const auto anew = answered(again, open, tick, "x", now);
    ASSERT_TRUE(anew);
    EXPECT_EQ(anew->round, 3);
    EXPECT_EQ(anew->number, 2);
    EXPECT_EQ(code_of(signed_off(again, "示例室", file({a, b, *anew}, 0), 3, "x", now)), "meetings.service.unanswered");
    EXPECT_EQ(code_of(signed_off(again, "示例室", file({a, b, *anew}, 0), 2, "x", now)), "meetings.service.changed");
}

TEST(Checklist, IsReadStrictlyAndChosenByTheDay)
{
    const auto& shipped = shipped_checklists();
    ASSERT_FALSE(shipped.empty());
    for (const auto& [stage, word, chinese] : stages) EXPECT_FALSE(shipped.front().items.at(stage).empty()) << word;
    const auto list = [](const std::string& day, const std::string& before) {
        return R"({"id":"x","title":"x","valid_from":")" + day + R"(","stages":{"before":)" + before +
               R"(,"during":[["a","x","ours",""]],"after":[["a","x","ours",""]],"secrecy":[["a","x","E","x"]]}})";
    };
    const std::string item = R"([["a","x","ours",""]])";
    const auto read = [&](const std::string& lists) {
        return code_of(parse_checklists(R"({"lists":[)" + lists + "]}"));
    };
    EXPECT_EQ(read(list("2026-01-01", item) + "," + list("2026-01-02", item)), "");
    const std::string wrong = "meetings.checklist.malformed";
    EXPECT_EQ(read(list("2026-01-01", item) + "," + list("2026-01-01", item)), wrong);
    EXPECT_EQ(read(""), wrong);
    EXPECT_EQ(read(list("2026-13-01", item)), wrong);
    for (const char* const items :
         {"[]", R"([["a","x","ours",""],["a","y","ours",""]])", R"([["a","x","E",""]])", R"([["a","x","ours","y"]])",
          R"([["a","x","V","y"]])", R"([["","x","ours",""]])", R"([["a","x","ours"]])", "1"})
        EXPECT_EQ(read(list("2026-01-01", items)), wrong) << items;
    const auto two =
        parse_checklists(R"({"lists":[)" + list("2026-01-01", item) + "," + list("2026-03-01", item) + "]}");
    EXPECT_EQ(&checklist_on(*two, on("2025-12-31")), &two->front());
    EXPECT_EQ(&checklist_on(*two, on("2026-02-28")), &two->front());
    EXPECT_EQ(&checklist_on(*two, on("2026-03-01")), &two->back());
}

TEST(Notice, SaysWhatChangedAndOfAConfidentialMeetingNoWord)
{
    Booking after = meeting();
    after.room = "B";
    after.title = "示例会议二";
    auto changes = differences(meeting(), after);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].before, "A");
    EXPECT_EQ(changes[1].after, "示例会议二");
    Booking before = meeting();
    before.is_confidential = after.is_confidential = true;
    changes = differences(before, after);
    EXPECT_EQ(changes[0].after, "B");
    EXPECT_EQ(changes[1].field, "title");
    EXPECT_EQ(changes[1].before, std::nullopt);
    EXPECT_EQ(changes[1].after, std::nullopt);
    EXPECT_TRUE(differences(meeting(), meeting()).empty());
    ServiceSheet sheet;
    sheet.banner = "示例";
    EXPECT_EQ(differences({}, sheet, false).front().after, "示例");
    EXPECT_EQ(differences({}, sheet, true).front().after, std::nullopt);
}

TEST(Notice, GoesToWhoAsksServesAndSignsButNotToWhoDidIt)
{
    ServiceSheet before;
    before.staff = {{"gone", "甲"}, {std::nullopt, "乙"}};
    ServiceSheet after;
    after.staff = {{"new", "丙"}};
    EXPECT_EQ(concerned(meeting(), {before, after}, {"signer", "doer"}, "doer"),
              (std::set<std::string>{"clerk", "gone", "new", "signer"}));
    for (const char* const step : {"moved", "cancelled", "refused", "changed"}) EXPECT_TRUE(is_told(step)) << step;
    for (const char* const step : {"asked", "approved", "missed", "imported"}) EXPECT_FALSE(is_told(step)) << step;
}

TEST(ServicePapers, CarryTheMarkAndWhatWasTicked)
{
    ServicePaperInput input;
    input.booking = meeting();
    input.sheet.place_cards = {{"示例甲", "示例科室"}};
    const Answer failed{Stage::before, "a", 1, Outcome::failed, "示例", "x", 0, 0, false};
    input.stages = stage_files(input.booking, small_list(), {failed}, {}, 0);
    input.mark = "示例标记";
    for (const document::Document& paper : {sheet_document(input), checklists_document(input)}) {
        EXPECT_EQ(paper.mark, input.mark);
        const auto bytes = document::docx(paper);
        ASSERT_EQ(code_of(bytes), "");
        EXPECT_NE(bytes->find("word/header1.xml"), std::string::npos);
        document::Document unmarked = paper;
        unmarked.mark.clear();
        EXPECT_EQ(document::docx(unmarked)->find("word/header1.xml"), std::string::npos);
    }
    const document::Document lists = checklists_document(input);
    std::size_t tables = 0;
    for (const document::Block& block : lists.blocks)
        if (std::holds_alternative<document::Table>(block)) ++tables;
    EXPECT_EQ(tables, 3U);
}

}  // namespace
}  // namespace meetings
