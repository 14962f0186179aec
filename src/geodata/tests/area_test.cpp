// SPDX-License-Identifier: Apache-2.0
#include "geodata/area.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace geodata {
namespace {

Ring box(std::int64_t north, std::int64_t east, std::int64_t high, std::int64_t wide)
{
    return {{north, east}, {north + high, east}, {north + high, east + wide}, {north, east + wide}};
}

struct AreaCase {
    const char* name;
    Outline outline;
    std::int64_t expected;
};

class AreaOf : public testing::TestWithParam<AreaCase> {};

TEST_P(AreaOf, IsExact)
{
    const auto area = area_dm2(GetParam().outline);
    ASSERT_TRUE(area) << area.error().code;
    EXPECT_EQ(*area, GetParam().expected);
}

constexpr std::int64_t far_north = 3'386'632'169;
constexpr std::int64_t far_east = 509'590'060;

// Boundaries lie at 5,000 mm², half of 0.01 m².
INSTANTIATE_TEST_SUITE_P(
    Tables, AreaOf,
    testing::Values(
        AreaCase{"Nothing", {}, 0}, AreaCase{"TwoPoints", {{{{0, 0}, {1'000, 0}}, {}}}, 0},
        AreaCase{"OneSquareMetre", {{box(0, 0, 1'000, 1'000), {}}}, 100},
        AreaCase{"JustBelowHalf", {{box(0, 0, 1, 4'999), {}}}, 0}, AreaCase{"Half", {{box(0, 0, 1, 5'000), {}}}, 1},
        AreaCase{"JustBelowOneAndAHalf", {{box(far_north, far_east, 1, 14'999), {}}}, 1},
        AreaCase{"OneAndAHalf", {{box(far_north, far_east, 1, 15'000), {}}}, 2},
        // Two triangles of 2,500 mm² each: rounded one by one they would be nothing.
        AreaCase{
            "RoundedOnceOverAllParts", {{{{0, 0}, {1, 0}, {0, 5'000}}, {}}, {{{9, 0}, {10, 0}, {9, 5'000}}, {}}}, 1},
        AreaCase{"HolesAreTakenOff",
                 {{box(0, 0, 10'000, 10'000), {box(1'000, 1'000, 2'000, 2'000), box(5'000, 5'000, 1'000, 1'000)}}},
                 9'500},
        AreaCase{"RoundedOnceOverHoles", {{box(0, 0, 1, 10'000), {box(0, 0, 1, 5'001)}}}, 0},
        AreaCase{"AMillionKilometres",
                 {{box(-1'000'000'000'000, -1'000'000'000'000, 1'000'000'000, 1'000'000'000), {}}},
                 100'000'000'000'000}),
    [](const auto& test) { return test.param.name; });

TEST(Area, DoesNotDependOnDirectionOrFirstPoint)
{
    Ring ring{{far_north, far_east}, {far_north + 123'457, far_east + 1}, {far_north + 77'001, far_east + 98'765}};
    const std::int64_t expected = area_dm2({{ring, {}}}).value();
    for (int turn = 0; turn < 3; ++turn) {
        std::rotate(ring.begin(), ring.begin() + 1, ring.end());
        EXPECT_EQ(area_dm2({{ring, {}}}).value(), expected);
        Ring reversed{ring.rbegin(), ring.rend()};
        EXPECT_EQ(area_dm2({{reversed, {}}}).value(), expected);
    }
}

TEST(Area, RefusesWhatDoesNotFit)
{
    const std::int64_t farthest = 1'000'000'000'000;
    EXPECT_TRUE(area_dm2({{{{0, 0}, {farthest, 0}, {0, 1}}, {}}}));
    EXPECT_EQ(area_dm2({{{{0, 0}, {farthest + 1, 0}, {0, 1}}, {}}}).error().code, "geodata.area.too_large");
    EXPECT_EQ(area_dm2({{{{0, 0}, {1, std::numeric_limits<std::int64_t>::min()}, {0, 1}}, {}}}).error().code,
              "geodata.area.too_large");
    EXPECT_EQ(area_dm2({{box(0, 0, 9, 9), {{{0, 0}, {farthest + 1, 0}, {0, 1}}}}}).error().code,
              "geodata.area.too_large");
    // 10²⁴ mm² are 10²⁰ units of 0.01 m².
    EXPECT_EQ(area_dm2({{box(0, 0, farthest, farthest), {}}}).error().code, "geodata.area.too_large");
}

TEST(Area, RefusesHolesLargerThanTheirShell)
{
    EXPECT_EQ(area_dm2({{box(0, 0, 10, 10), {box(0, 0, 10, 10)}}}).value(), 0);
    EXPECT_EQ(area_dm2({{box(0, 0, 10, 10), {box(0, 0, 10, 11)}}}).error().code, "geodata.area.holes_exceed");
}

}  // namespace
}  // namespace geodata
