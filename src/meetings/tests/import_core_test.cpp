// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "meetings/core/collisions.h"
#include "meetings/core/time_text.h"
#include "meetings/tests/reading.h"

namespace meetings {
namespace {

std::vector<std::pair<std::size_t, std::size_t>> pairs_of(std::vector<Placed> placed)
{
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const Collision& one : collisions(std::move(placed))) pairs.emplace_back(one.one, one.other);
    return pairs;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

TEST(Collisions, TwoThatTouchDoNotCollideAndOneSecondMoreDoes)
{
    EXPECT_EQ(pairs_of({{"A", {100, 200}, 0}, {"A", {200, 300}, 1}}), Pairs{});
    EXPECT_EQ(pairs_of({{"A", {100, 201}, 0}, {"A", {200, 300}, 1}}), (Pairs{{0, 1}}));
    EXPECT_EQ(pairs_of({{"A", {100, 201}, 0}, {"B", {200, 300}, 1}}), Pairs{});
}

TEST(Collisions, ALongOneIsSeenBehindShortOnes)
{
    EXPECT_EQ(pairs_of({{"A", {150, 160}, 0}, {"A", {100, 900}, 1}, {"A", {800, 850}, 2}, {"A", {899, 950}, 3}}),
              (Pairs{{1, 0}, {1, 2}, {1, 3}}));
    EXPECT_EQ(pairs_of({{"A", {100, 200}, 1}, {"A", {100, 200}, 0}}), (Pairs{{0, 1}}));
}

TEST(Clock, IsReadAsSheetsKeepIt)
{
    EXPECT_EQ(parse_clock("09:30").value(), 570);
    EXPECT_EQ(parse_clock("9:30").value(), 570);
    EXPECT_EQ(parse_clock("09:30:00").value(), 570);
    EXPECT_EQ(parse_clock("9:30:00").value(), 570);
    EXPECT_EQ(parse_clock("24:00").value(), 1'440);
    EXPECT_EQ(parse_clock("次日 01:30").value(), 1'530);
    EXPECT_EQ(parse_clock("次日1:30").value(), 1'530);
    for (const char* const wrong : {"", "24:01", "09:60", "9.5", "09:30:01", "上午九点", "次日", "25:00"})
        EXPECT_EQ(code_of(parse_clock(wrong)), "meetings.import.clock_malformed") << wrong;
    for (const std::int64_t minute : {0, 570, 1'440, 1'441, 2'880})
        EXPECT_EQ(parse_clock(written_clock(minute)).value(), minute);
}

}  // namespace
}  // namespace meetings
