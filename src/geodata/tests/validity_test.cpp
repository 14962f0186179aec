// SPDX-License-Identifier: Apache-2.0
#include "geodata/validity.h"

#include <gtest/gtest.h>

#include "geodata/tests/built_files.h"

namespace geodata {
namespace {

constexpr std::int64_t north0 = 3'386'000'000;
constexpr std::int64_t east0 = 500'000'000;

Ring ring(const std::vector<std::pair<int, int>>& corners)
{
    Ring points;
    for (const auto& [north, east] : corners) points.push_back({north0 + north * 1'000, east0 + east * 1'000});
    return points;
}

Ring box(int north, int east, int side)
{
    return ring({{north, east}, {north, east + side}, {north + side, east + side}, {north + side, east}});
}

std::string code_of(const Outline& outline)
{
    const auto outcome = check_outline({"A", "", outline, "#1"});
    return outcome ? "" : outcome.error().code;
}

TEST(Outline, ThatEnclosesAnAreaIsValid)
{
    EXPECT_EQ(code_of({{box(0, 0, 10), {}}}), "");
    EXPECT_EQ(code_of({{box(0, 0, 10), {box(2, 2, 3), box(6, 6, 3)}}}), "");
    EXPECT_EQ(code_of({{box(0, 0, 10), {}}, {box(20, 20, 10), {}}}), "");
    EXPECT_EQ(code_of({{box(0, 0, 10), {box(2, 2, 6)}}, {box(3, 3, 3), {}}}), "");       // an island in a hole
    EXPECT_EQ(code_of({{box(0, 0, 10), {}}, {box(10, 10, 5), {}}}), "");                 // at a corner
    EXPECT_EQ(code_of({{ring({{0, 0}, {0, 10}, {5, 1}, {10, 10}, {10, 0}}), {}}}), "");  // not convex
}

TEST(Outline, ThatCrossesItselfIsRefusedWithThePlace)
{
    const auto outcome = check_outline({"A", "", {{ring({{0, 0}, {10, 10}, {10, 0}, {0, 10}}), {}}}, "#7"});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, "geodata.shape.self_intersection");
    EXPECT_EQ(testing::argument(outcome.error(), "place"), "#7");
    EXPECT_EQ(testing::argument(outcome.error(), "code"), "A");
    EXPECT_EQ(testing::argument(outcome.error(), "x"), "3386005.000");
    EXPECT_EQ(testing::argument(outcome.error(), "y"), "500005.000");
}

// One millimetre decides.
TEST(Outline, MayComeCloseToItself)
{
    Ring near{{0, 0}, {0, 10'000}, {1, 5'000}, {10'000, 10'000}, {10'000, 0}};
    EXPECT_EQ(code_of({{near, {}}}), "");
    near[2].north_mm = 0;  // along the side before it
    EXPECT_EQ(code_of({{near, {}}}), "geodata.shape.self_intersection");
    near[2].north_mm = -1;
    EXPECT_EQ(code_of({{near, {}}}), "geodata.shape.self_intersection");
    near = {{0, 0}, {0, 10'000}, {5'000, 1}, {10'000, 10'000}, {10'000, 0}};
    EXPECT_EQ(code_of({{near, {}}}), "");
    near[2].east_mm = 0;  // on the side behind
    EXPECT_EQ(code_of({{near, {}}}), "geodata.shape.self_intersection");
    near[2].east_mm = -1;
    EXPECT_EQ(code_of({{near, {}}}), "geodata.shape.self_intersection");
}

TEST(Outline, HasItsOtherFaults)
{
    EXPECT_EQ(code_of({}), "geodata.shape.too_few_points");
    EXPECT_EQ(code_of({{{}, {}}}), "geodata.shape.too_few_points");
    EXPECT_EQ(code_of({{ring({{0, 0}, {0, 10}}), {}}}), "geodata.shape.too_few_points");
    EXPECT_EQ(code_of({{ring({{0, 0}, {0, 10}, {0, 0}, {0, 10}}), {}}}), "geodata.shape.too_few_points");
    EXPECT_EQ(code_of({{ring({{0, 0}, {0, 10}, {10, 0}}), {}}}), "");
    EXPECT_EQ(code_of({{box(0, 0, 10), {box(20, 20, 3)}}}), "geodata.shape.hole_outside");
    EXPECT_EQ(code_of({{box(0, 0, 10), {box(1, 1, 8), box(3, 3, 2)}}}), "geodata.shape.holes_nested");
    EXPECT_EQ(code_of({{box(0, 0, 10), {}}, {box(3, 3, 2), {}}}), "geodata.shape.parts_nested");
    EXPECT_EQ(code_of({{box(0, 0, 10), {}}, {box(5, 5, 10), {}}}), "geodata.shape.self_intersection");
    EXPECT_EQ(code_of({{box(0, 0, 10), {box(8, 8, 5)}}}), "geodata.shape.self_intersection");
    // A hole from corner to corner leaves two halves.
    EXPECT_EQ(code_of({{box(0, 0, 10), {ring({{0, 0}, {3, 5}, {10, 10}, {5, 3}})}}}), "geodata.shape.interior_divided");
    EXPECT_EQ(code_of({{ring({{0, 0}, {5, 5}, {10, 10}}), {}}}), "geodata.shape.self_intersection");
}

TEST(Outline, ARingTwiceIsRefusedHoweverItRuns)
{
    Ring again = box(2, 2, 3);
    EXPECT_EQ(code_of({{box(0, 0, 10), {box(2, 2, 3), again}}}), "geodata.shape.ring_twice");
    Ring turned{again.rbegin(), again.rend()};
    std::rotate(turned.begin(), turned.begin() + 1, turned.end());
    EXPECT_EQ(code_of({{box(0, 0, 10), {box(2, 2, 3), turned}}}), "geodata.shape.ring_twice");
    EXPECT_EQ(code_of({{box(0, 0, 10), {}}, {box(0, 0, 10), {}}}), "geodata.shape.ring_twice");
    EXPECT_EQ(code_of({{box(0, 0, 10), {box(0, 0, 10)}}}), "geodata.shape.ring_twice");
}

}  // namespace
}  // namespace geodata
