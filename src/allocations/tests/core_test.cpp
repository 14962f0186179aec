// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "allocations/core/agreed_room.h"
#include "allocations/core/agreement.h"
#include "allocations/core/publication.h"
#include "allocations/core/room_use.h"

namespace allocations {
namespace {

base::Date on_day(const std::string& text)
{
    return base::Date::parse(text).value();
}

template <class T>
std::string refusal(const base::Result<T>& result)
{
    return result ? std::string{} : result.error().code;
}

TEST(DueOn, CountsCalendarMonthsAndStaysInsideThem)
{
    const struct {
        Event event;
        const char* happened;
        const char* due;
    } cases[] = {{Event::transfer, "2024-01-15", "2024-02-15"},
                 {Event::transfer, "2024-01-31", "2024-02-29"},
                 {Event::transfer, "2023-01-29", "2023-02-28"},
                 {Event::retirement, "2023-12-31", "2024-01-31"},
                 {Event::retirement, "2024-02-29", "2024-03-29"},
                 {Event::retirement, "2024-05-31", "2024-06-30"},
                 {Event::concurrent_post_left, "2024-06-30", "2024-08-30"},
                 {Event::concurrent_post_left, "2023-12-31", "2024-02-29"},
                 {Event::concurrent_post_left, "2024-11-01", "2025-01-01"}};
    for (const auto& one : cases) EXPECT_EQ(due_on(one.event, on_day(one.happened)).to_string(), one.due);
}

TEST(RoomUse, ASecondRoomHasItsPaper)
{
    RoomUse use{0, "R-1", "正科级", "示例单位"};
    EXPECT_EQ(refusal(check(use)), "");
    use.approval = "示例批〔2024〕1号";
    EXPECT_EQ(refusal(check(use)), "allocations.use.approval_without_post");
    use.post = PostKind::concurrent;
    EXPECT_EQ(refusal(check(use)), "");
    use.approval.clear();
    EXPECT_EQ(refusal(check(use)), "allocations.use.approval_missing");
    use.person.clear();
    EXPECT_EQ(refusal(check(use)), "allocations.use.person_empty");
}

TEST(RoomUse, ASecondRoomIsSmallerThanTheStandard)
{
    const auto standard = premises::Area::from_dm2(1800);
    EXPECT_EQ(refusal(check_second(premises::Area::from_dm2(1799), 1, standard)), "");
    EXPECT_EQ(refusal(check_second(premises::Area::from_dm2(1800), 1, standard)), "allocations.use.second_not_smaller");
    EXPECT_EQ(refusal(check_second(premises::Area::from_dm2(3599), 2, standard)), "");
    EXPECT_EQ(refusal(check_second(premises::Area::from_dm2(3600), 2, standard)), "allocations.use.second_not_smaller");
}

TEST(RoomUse, EventsAndReturnsFollowTheUse)
{
    RoomUse use{1, "R-1", "正科级", "示例单位"};
    use.started_on = on_day("2024-01-02");
    EXPECT_EQ(refusal(after_event(use, Event::transfer, on_day("2024-01-01"))), "allocations.use.before_start");
    EXPECT_EQ(refusal(after_event(use, Event::concurrent_post_left, on_day("2024-01-02"))),
              "allocations.use.event_of_other_post");
    const auto left = after_event(use, Event::transfer, on_day("2024-01-02"));
    ASSERT_TRUE(left);
    EXPECT_EQ(left->due_on, on_day("2024-02-02"));
    EXPECT_EQ(refusal(after_event(*left, Event::retirement, on_day("2024-01-03"))), "allocations.use.event_taken");
    EXPECT_EQ(refusal(returned(use, on_day("2024-01-01"))), "allocations.use.before_start");
    const auto back = returned(*left, on_day("2024-01-02"));
    ASSERT_TRUE(back);
    EXPECT_EQ(refusal(returned(*back, on_day("2024-01-03"))), "allocations.use.ended");
}

TEST(RoomUse, IsDueUntilItsLastDayIsOver)
{
    RoomUse use{1, "R-1", "正科级", "示例单位"};
    EXPECT_EQ(stand_of(use, on_day("2024-02-02")), Stand::in_use);
    use.due_on = on_day("2024-02-02");
    EXPECT_EQ(stand_of(use, on_day("2024-02-02")), Stand::due);
    EXPECT_EQ(stand_of(use, on_day("2024-02-03")), Stand::overdue);
    use.ended_on = on_day("2024-03-01");
    EXPECT_EQ(stand_of(use, on_day("2024-03-01")), Stand::returned);
}

TEST(Agreement, HasRoomsOnceAndAnEndAfterItsBeginning)
{
    Agreement made{"2024-0001", "示例单位", on_day("2024-01-01"), on_day("2024-01-01"), on_day("2024-01-01")};
    EXPECT_EQ(refusal(check(made)), "allocations.agreement.no_rooms");
    made.rooms = {{"FW-1", "101"}};
    EXPECT_EQ(refusal(check(made)), "");
    made.valid_to = on_day("2023-12-31");
    EXPECT_EQ(refusal(check(made)), "allocations.agreement.ends_before_start");
    made.valid_to = on_day("2024-12-31");
    made.purposes = {Purpose::household, Purpose::household};
    EXPECT_EQ(refusal(check(made)), "allocations.agreement.purpose_twice");
    made.rooms.push_back(made.rooms.front());
    EXPECT_EQ(refusal(check(made)), "allocations.agreement.room_twice");
    EXPECT_EQ(refusal(ended(made, on_day("2023-12-31"))), "allocations.agreement.ends_before_start");
    const auto over = ended(made, on_day("2024-03-01"));
    ASSERT_TRUE(over);
    EXPECT_EQ(refusal(ended(*over, on_day("2024-03-02"))), "allocations.agreement.ended");
    EXPECT_NE(digest_of(made), digest_of(*over));
}

TEST(Agreement, ARoomIsTypedWithItsBuilding)
{
    const auto room = room_typed("FW-1/1/01");
    ASSERT_TRUE(room);
    EXPECT_EQ(*room, (AgreedRoom{"FW-1", "1/01"}));
    for (const char* text : {"", "/", "FW-1", "FW-1/", "/101"})
        EXPECT_EQ(refusal(room_typed(text)), "allocations.room.malformed") << text;
}

TEST(Agreement, NumbersHaveFourDigitsOrMore)
{
    EXPECT_EQ(agreement_number(2024, 7), "2024-0007");
    EXPECT_EQ(agreement_number(2024, 12345), "2024-12345");
}

TEST(Publication, IsOfItsYearOrLaterAndNotInTheFuture)
{
    const base::Date today = on_day("2025-03-01");
    Publication made{2024, on_day("2024-01-01"), "示例公示栏", "示例公示〔2024〕1号"};
    EXPECT_EQ(refusal(check(made, today)), "");
    made.published_on = on_day("2023-12-31");
    EXPECT_EQ(refusal(check(made, today)), "allocations.publication.before_year");
    made.published_on = today;
    EXPECT_EQ(refusal(check(made, today)), "");
    made.published_on = on_day("2025-03-02");
    EXPECT_EQ(refusal(check(made, today)), "allocations.publication.in_future");
    made.published_on = today;
    made.place.clear();
    EXPECT_EQ(refusal(check(made, today)), "allocations.publication.place_empty");
    made.place = "示例公示栏";
    made.document.clear();
    EXPECT_EQ(refusal(check(made, today)), "allocations.publication.document_empty");
}

TEST(Agreement, HoldsWithItsLastDay)
{
    const auto day = [](const char* text) { return base::Date::parse(text).value(); };
    Agreement one;
    one.valid_from = day("2026-01-01");
    one.valid_to = day("2026-12-31");
    EXPECT_EQ(state_of(one, day("2025-12-31")), AgreementState::coming);
    EXPECT_EQ(state_of(one, day("2026-10-01")), AgreementState::running);  // 91 days are left
    EXPECT_EQ(state_of(one, day("2026-10-02")), AgreementState::ending);
    EXPECT_EQ(state_of(one, day("2026-12-31")), AgreementState::ending);
    EXPECT_EQ(state_of(one, day("2027-01-01")), AgreementState::expired);
    EXPECT_EQ(days_left(one, day("2027-01-01")), -1);
    one.ended_on = day("2026-02-01");
    EXPECT_EQ(state_of(one, day("2027-01-01")), AgreementState::ended);
}

}  // namespace
}  // namespace allocations
