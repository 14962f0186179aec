// SPDX-License-Identifier: Apache-2.0
#include "meetings/store/booking_filter.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "identity/identity.h"
#include "meetings/meetings.h"
#include "meetings/tests/reading.h"
#include "sql/tests/each_engine.h"

namespace meetings {
namespace {

// Bookings on both sides of every edge: of days on the office's wall, of their end, of sizes, of one another.
class BookingFilters : public sql::EachEngine {
protected:
    static constexpr Second hour = 3'600;
    inline static const Second day = start_of(on("2026-01-05"));
    inline static const Second now = day + 12 * hour;

    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        base::Actor officer{base::OrgId{}, "officer", "test", {}, true};
        officer.org = org =
            identity::Organisations{*db, clock}.create(officer, {{}, "示例中心", "420112", "示例区"})->id;
        for (const char* const code : {"A", "B"}) {
            Room room;
            room.code = room.name = code;
            ASSERT_EQ(code_of(meetings().record(officer, room)), "");
        }
        for (const Second first : {day - 1, day, day + seconds_of_day - 1, day + seconds_of_day})
            add("A", {first, first + 1}, State::approved);
        for (const Second end : {now - 1, now, now + 1}) add({}, {day + hour, end}, State::approved);
        for (const std::int64_t attendees : {1, 20, 21, 50, 51, 150, 151})
            add({}, {day + hour, now}, attendees % 2 == 0 ? State::approved : State::no_show, attendees);
        // In B: two that only touch, one of no room's clash, and one that ends on the next day.
        add("B", {day + 8 * hour, day + 9 * hour}, State::approved);
        add("B", {day + 9 * hour, day + 10 * hour}, State::pending);
        add("B", {day + 10 * hour, day + 11 * hour}, State::pending);
        add("B", {day + 11 * hour - 1, day + 12 * hour}, State::waiting);
        add("B", {day + 11 * hour - 1, day + 12 * hour}, State::refused);
        add("B", {day + 11 * hour - 1, day + 12 * hour}, State::cancelled);
        add("B", {day + 23 * hour, day + 26 * hour}, State::pending);
        add("B", {day + 25 * hour, day + 27 * hour}, State::approved);
        add({}, {day + 10 * hour, day + 11 * hour}, State::pending);
    }

    void add(std::optional<std::string> room, const Span& span, State state, std::int64_t attendees = 5)
    {
        Booking booking;
        booking.room = std::move(room);
        if (!booking.room) booking.venue = "示例礼堂";
        booking.span = span;
        booking.state = state;
        booking.title = "示例会议";
        booking.kind = added % 3 == 0 ? std::string{leadership_kind} : "工作会议";
        booking.host = added % 2 == 0 ? "示例科室" : "另一科室";
        booking.reason = "示例";
        booking.asked_by = added % 4 == 0 ? "clerk" : "officer";
        booking.attendees = attendees;
        ASSERT_TRUE(BookingStore(*db, org).add(booking));
        ++added;
    }

    // As the core sees them, the latest first: what the statement has to say.
    template <class Fits>
    std::vector<std::string> expected(const Fits& fits) const
    {
        std::vector<std::string> numbers;
        for (const Booking& booking : BookingStore{*db, org}.all())
            if (fits(booking)) numbers.push_back(booking.number);
        std::reverse(numbers.begin(), numbers.end());
        EXPECT_FALSE(numbers.empty());
        return numbers;
    }
    static std::vector<std::string> numbers_of(const std::vector<ListedBooking>& listed)
    {
        std::vector<std::string> numbers;
        for (const ListedBooking& one : listed) numbers.push_back(one.booking.number);
        return numbers;
    }
    // The list, one page with all of it, and the count are one thing.
    std::vector<std::string> found(const BookingFilter& filter, Second at)
    {
        const BookingStore store{*db, org};
        std::vector<std::string> numbers;
        for (const Booking& booking : store.list(filter, at)) numbers.push_back(booking.number);
        EXPECT_EQ(numbers_of(store.page(filter, at, {}, 200)), numbers);
        EXPECT_EQ(store.count(filter, at), static_cast<std::int64_t>(numbers.size()));
        return numbers;
    }
    Meetings meetings() { return {*db, clock}; }

    int added = 0;
    base::OrgId org;
    base::FixedClock clock{now * 1'000};
};

TEST_P(BookingFilters, ReadStateSizeAndMeasureAsTheCoreDoes)
{
    for (const Second at : {now - 1, now, now + 1}) {
        for (const auto& state : states) {
            BookingFilter filter;
            filter.state = state.value;
            EXPECT_EQ(found(filter, at), expected([&](const Booking& b) { return b.state_at(at) == state.value; }))
                << state.word << " at " << at - now;
        }
        for (const auto& measure : measures) {
            BookingFilter filter;
            filter.measure = measure.value;
            EXPECT_EQ(found(filter, at), expected([&](const Booking& b) { return counts(measure.value, b, at); }))
                << measure.word << " at " << at - now;
        }
    }
    for (const auto& size : sizes) {
        BookingFilter filter;
        filter.size = size.value;
        EXPECT_EQ(found(filter, now), expected([&](const Booking& b) { return size_of(b.attendees) == size.value; }))
            << size.word;
    }
}

TEST_P(BookingFilters, HoldDaysOfTheOfficesWall)
{
    for (const char* const text : {"2026-01-04", "2026-01-05", "2026-01-06"}) {
        const base::Date asked = on(text);
        BookingFilter from, until, one;
        from.from = one.from = asked;
        until.until = one.until = asked;
        EXPECT_EQ(found(from, now), expected([&](const Booking& b) { return day_of(b.span.from) >= asked; })) << text;
        EXPECT_EQ(found(until, now), expected([&](const Booking& b) { return day_of(b.span.from) <= asked; })) << text;
        EXPECT_EQ(found(one, now), expected([&](const Booking& b) { return day_of(b.span.from) == asked; })) << text;
    }
}

TEST_P(BookingFilters, HoldPlaceKindHostAndPersonTogether)
{
    BookingFilter filter;
    EXPECT_EQ(found(filter, now), expected([](const Booking&) { return true; }));
    filter.room = "B";
    EXPECT_EQ(found(filter, now), expected([](const Booking& b) { return b.room == "B"; }));
    filter.kind = "工作会议";
    filter.host = "示例科室";
    EXPECT_EQ(found(filter, now),
              expected([](const Booking& b) { return b.room == "B" && b.kind == "工作会议" && b.host == "示例科室"; }));
    filter = {};
    filter.asked_by = "clerk";
    filter.state = State::held;
    filter.measure = Measure::held;
    EXPECT_EQ(found(filter, now),
              expected([](const Booking& b) { return b.asked_by == "clerk" && b.state_at(now) == State::held; }));
    filter.asked_by = "nobody";
    EXPECT_EQ(found(filter, now), std::vector<std::string>{});
}

// What shows as clashing in a list does not depend on what else is listed.
TEST_P(BookingFilters, FindWhatClashes)
{
    const BookingStore store{*db, org};
    const std::set<std::string> clashes = clashing(store.all());
    EXPECT_EQ(clashes.size(), 4U);
    for (const ListedBooking& one : store.page({}, now, {}, 200))
        EXPECT_EQ(one.is_clashing, clashes.contains(one.booking.number)) << one.booking.number;
    BookingFilter filter;
    filter.clashing = true;
    const auto is_open_and_clashes = [&](const Booking& b) { return b.is_open() && clashes.contains(b.number); };
    EXPECT_EQ(found(filter, now), expected(is_open_and_clashes));
    filter.from = filter.until = on("2026-01-05");  // the other one of the last begins on the day after
    EXPECT_EQ(found(filter, now), expected(is_open_and_clashes));
    for (const ListedBooking& one : store.page(filter, now, {}, 200)) EXPECT_TRUE(one.is_clashing);
}

TEST_P(BookingFilters, HavePagesThatFollowOneAnother)
{
    BookingFilter filter;
    filter.host = "示例科室";
    const std::vector<std::string> all = found(filter, now);
    ASSERT_GT(all.size(), 8U);
    for (std::size_t limit = 1; limit <= all.size(); ++limit) {
        std::vector<std::string> pages;
        std::optional<BookingPlace> behind;
        for (bool has_next = true; has_next;) {
            const BookingPage page = meetings().booking_page(org, filter, behind, limit);
            ASSERT_FALSE(page.bookings.empty());
            EXPECT_LE(page.bookings.size(), limit);
            EXPECT_EQ(page.count, static_cast<std::int64_t>(all.size()));
            for (const std::string& number : numbers_of(page.bookings)) pages.push_back(number);
            const Booking& last = page.bookings.back().booking;
            behind = BookingPlace{last.span.from, last.number};
            has_next = page.has_next;
        }
        EXPECT_EQ(pages, all) << limit;
    }
    EXPECT_FALSE(meetings().booking_page(org, filter, {}, all.size()).has_next);
    EXPECT_TRUE(meetings().booking_page(org, filter, {}, all.size() - 1).has_next);
}

MINGJI_EACH_ENGINE(BookingFilters);

}  // namespace
}  // namespace meetings
