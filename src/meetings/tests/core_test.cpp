// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "meetings/core/alternatives.h"
#include "meetings/core/booking.h"
#include "meetings/core/calendar.h"
#include "meetings/core/series.h"
#include "meetings/core/statistics.h"
#include "meetings/core/time_text.h"
#include "meetings/tests/reading.h"

namespace meetings {
namespace {

Second at(const std::string& day, int hour, int minute = 0)
{
    return start_of(on(day)) + hour * 3'600 + minute * 60;
}

Span hours(const std::string& day, int from, int until)
{
    return {at(day, from), at(day, until)};
}

TEST(Span, TwoThatTouchDoNotOverlap)
{
    EXPECT_FALSE(overlap(hours("2026-01-05", 9, 10), hours("2026-01-05", 10, 11)));
    EXPECT_TRUE(overlap({0, 10}, {9, 10}));
    EXPECT_EQ(day_of(at("2026-01-05", 0)), on("2026-01-05"));
    EXPECT_EQ(day_of(at("2026-01-05", 0) - 1), on("2026-01-04"));
    EXPECT_EQ(clock_text(at("2026-01-05", 9, 5)), "2026-01-05 09:05");
}

TEST(Instant, IsReadToTheSecondAndNowhereGuessed)
{
    EXPECT_EQ(parse_instant("2026-01-05T09:00:00+08:00").value(), at("2026-01-05", 9));
    EXPECT_EQ(parse_instant("2026-01-05T01:00:00.000Z").value(), at("2026-01-05", 9));
    for (const char* const wrong : {"2026-01-05T09:00:00", "2026-01-05 09:00:00+08:00", "2026-01-05T09:00:00.5Z",
                                    "2026-02-30T09:00:00Z", "2026-01-05T09:00:00+09:00", "", "Z"})
        EXPECT_EQ(code_of(parse_instant(wrong)), "meetings.booking.time_malformed") << wrong;
    EXPECT_EQ(parse_minute("24:00").value(), 1440);
    EXPECT_EQ(code_of(parse_minute("24:01")), "meetings.room.hour_malformed");
    EXPECT_EQ(minute_text(485), "08:05");
}

TEST(Opening, AMeetingStaysWithinTheHoursOfOneDay)
{
    const Opening hours_of_work;
    EXPECT_EQ(weekday_of(on("2026-01-05")), 1);
    EXPECT_EQ(weekday_of(on("1969-12-28")), 7);
    EXPECT_TRUE(hours_of_work.covers(hours("2026-01-05", 8, 18)));
    EXPECT_FALSE(hours_of_work.covers({at("2026-01-05", 8) - 1, at("2026-01-05", 9)}));
    EXPECT_FALSE(hours_of_work.covers({at("2026-01-05", 17), at("2026-01-05", 18) + 1}));
    EXPECT_FALSE(hours_of_work.covers(hours("2026-01-04", 9, 10)));  // a Sunday
    Opening with_holiday;
    with_holiday.closed_days.insert(on("2026-01-05"));
    EXPECT_FALSE(with_holiday.covers(hours("2026-01-05", 9, 10)));
}

TEST(Series, HasItsDaysAndNoOthers)
{
    const Span first = hours("2026-01-31", 9, 10);
    const auto months = instances(first, {Every::month, on("2026-05-31"), {}});
    ASSERT_TRUE(months);
    ASSERT_EQ(months->size(), 3U);  // January, March, May
    EXPECT_EQ(months->at(1), hours("2026-03-31", 9, 10));
    const auto weeks = instances(first, {Every::week, on("2026-02-14"), {on("2026-02-07")}});
    ASSERT_EQ(weeks->size(), 2U);
    EXPECT_EQ(weeks->at(1), hours("2026-02-14", 9, 10));
    EXPECT_EQ(instances(first, {Every::month, on("2026-05-30"), {}})->size(), 2U);
    EXPECT_EQ(code_of(instances(first, {Every::day, on("2026-01-30"), {}})), "meetings.series.ends_before_start");
    EXPECT_EQ(code_of(instances(first, {Every::day, on("2026-01-31"), {on("2026-01-31")}})),
              "meetings.series.none_left");
    EXPECT_EQ(code_of(instances(first, {Every::week, on("2026-02-14"), {on("2026-02-08")}})),
              "meetings.series.not_a_day");
    const base::Date last = base::Date::from_days(on("2026-01-31").days_since_1970() + 399);
    EXPECT_EQ(instances(first, {Every::day, last, {}})->size(), most_instances);
    EXPECT_EQ(code_of(instances(first, {Every::day, base::Date::from_days(last.days_since_1970() + 1), {}})),
              "meetings.series.too_many");
}

Booking standing(State state, const Span& span)
{
    Booking booking;
    booking.number = "2026-0001";
    booking.room = "A";
    booking.span = span;
    booking.state = state;
    booking.title = booking.kind = booking.host = "示例";
    return booking;
}

TEST(Booking, TakesOnlyTheWaysThatItsStateAllows)
{
    const Span span = hours("2026-01-05", 9, 10);
    for (const State state : {State::approved, State::refused, State::cancelled, State::no_show})
        EXPECT_EQ(code_of(decided(standing(state, span), true, "")), "meetings.booking.not_pending");
    EXPECT_EQ(decided(standing(State::waiting, span), true, "")->state, State::approved);
    EXPECT_EQ(code_of(decided(standing(State::pending, span), false, "")), "meetings.booking.reason_missing");
    for (const State state : {State::refused, State::cancelled, State::no_show}) {
        EXPECT_EQ(code_of(moved(standing(state, span), "B", span)), "meetings.booking.not_standing");
        EXPECT_EQ(code_of(cancelled(standing(state, span), "x")), "meetings.booking.not_standing");
    }
    EXPECT_EQ(code_of(moved(standing(State::approved, span), "B", {span.from, span.from})),
              "meetings.booking.ends_before_start");
    EXPECT_EQ(code_of(missed(standing(State::approved, span), "x", span.from - 1)), "meetings.booking.not_begun");
    EXPECT_EQ(missed(standing(State::approved, span), "x", span.from)->state, State::no_show);
    EXPECT_EQ(standing(State::approved, span).state_at(span.until - 1), State::approved);
    EXPECT_EQ(standing(State::approved, span).state_at(span.until), State::held);
    Booking long_one = standing(State::pending, {0, 31 * seconds_of_day});
    EXPECT_EQ(code_of(check(long_one)), "");
    ++long_one.span.until;
    EXPECT_EQ(code_of(check(long_one)), "meetings.booking.too_long");
}

Room room(const std::string& code, std::int64_t seats, std::vector<std::string> equipment = {})
{
    Room made;
    made.code = made.name = code;
    made.seats = seats;
    made.equipment = std::move(equipment);
    return made;
}

TEST(Alternatives, AreFreeLargeEnoughAndEquipped)
{
    const Span span = hours("2026-01-05", 9, 10);
    const std::vector<Room> rooms{room("A", 20), room("B", 10), room("C", 60, {"投影"}), room("D", 30, {"投影"}),
                                  room("E", 30, {"投影"})};
    const Taken taken{{"A", {span}}, {"E", {hours("2026-01-05", 9, 12)}}};
    const auto found = alternatives({"A", {span}, 20, {"投影"}}, rooms, taken);
    ASSERT_GE(found.size(), 3U);
    EXPECT_EQ(found[0].room, "D");  // the smallest that is large enough
    EXPECT_EQ(found[1].room, "C");
    EXPECT_EQ(found[2].room, "A");
    EXPECT_EQ(found[2].span, (Span{at("2026-01-05", 8), at("2026-01-05", 9)}));
    for (const Alternative& one : found) EXPECT_FALSE(one.room == "A" && overlap(one.span, span));
    const auto series =
        alternatives({"A", {span, hours("2026-01-06", 9, 10)}, 1, {}}, rooms, {{"B", {hours("2026-01-06", 9, 10)}}});
    EXPECT_EQ(std::count_if(series.begin(), series.end(), [](const Alternative& one) { return one.room == "B"; }), 0);
}

TEST(Statistics, TwoMeasuresAreTwoNumbers)
{
    const Span span = hours("2026-01-05", 9, 11);
    Booking important = standing(State::approved, span);
    important.kind = leadership_kind;
    important.attendees = 50;
    Booking elsewhere = standing(State::approved, hours("2026-02-05", 9, 10));
    elsewhere.room.reset();
    elsewhere.venue = "示例宾馆";
    elsewhere.attendees = 51;
    const std::vector<Booking> all{important, elsewhere, standing(State::no_show, span),
                                   standing(State::cancelled, span), standing(State::pending, span)};
    const auto found = statistics(all, {room("A", 60)}, on("2026-01-05"), on("2026-01-11"), at("2026-03-01", 0));
    EXPECT_EQ(found.held, 2);
    EXPECT_EQ(found.for_leadership, 1);
    EXPECT_EQ(found.own_venues, 1);
    EXPECT_EQ(found.other_venues, 1);
    EXPECT_EQ(found.cancelled, 1);
    EXPECT_EQ(found.no_show, 1);
    ASSERT_EQ(found.by_month.size(), 2U);
    EXPECT_EQ(found.by_month[0].key, "2026-01");
    ASSERT_EQ(found.by_size.size(), 2U);
    EXPECT_EQ(found.by_size[0].key, "middle");
    EXPECT_EQ(found.by_size[1].key, "large");
    EXPECT_EQ(found.rooms[0].seconds, 7'200);
    EXPECT_EQ(found.rooms[0].open_seconds, 5 * 10 * 3'600);
    const auto before = statistics(all, {}, on("2026-01-05"), on("2026-01-11"), span.until - 1);
    EXPECT_EQ(before.held, 0);
}

TEST(Calendar, FoldsBetweenLetters)
{
    std::string title;
    for (int i = 0; i < 60; ++i) title += "会";
    const std::string text =
        calendar_of({{"1@x", hours("2026-01-05", 9, 10), title + ",;\\\n", "示例楼", at("2026-01-01", 0), 1}});
    EXPECT_NE(text.find("DTSTART:20260105T010000Z\r\n"), std::string::npos);
    std::string unfolded;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find("\r\n", begin);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - begin, 75U);
        if (text[begin] == ' ')
            unfolded += text.substr(begin + 1, end - begin - 1);
        else
            unfolded += "\n" + text.substr(begin, end - begin);
        EXPECT_NE(static_cast<unsigned char>(text[begin]) & 0xC0U, 0x80U);
        begin = end + 2;
    }
    EXPECT_NE(unfolded.find("\nSUMMARY:" + title + "\\,\\;\\\\\\n\n"), std::string::npos);
}

}  // namespace
}  // namespace meetings
