// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "premises/core/outline.h"
#include "premises/core/tolerance.h"
#include "premises/core/unit_number.h"
#include "premises/tests/premises_fixture.h"
#include "premises/tolerances.h"

namespace premises {
namespace {

TEST(Area, IsExactToTheHundredth)
{
    EXPECT_EQ(square_metres("105800").to_string(), "105800.00");
    EXPECT_EQ(square_metres("0.1").dm2(), 10);
    EXPECT_EQ(square_metres("1204.500").dm2(), 120'450);
    EXPECT_EQ(square_metres("999999999999.99").to_string(), "999999999999.99");
    EXPECT_EQ((square_metres("1.00") - square_metres("1.01")).to_string(), "-0.01");
}

TEST(Area, RefusesWhatIsNotOne)
{
    for (const char* const text : {"", "abc", "1.001", "-1", "1e3", "1,000", "nan"})
        EXPECT_EQ(code_of(Area::parse(text)), "premises.area.malformed") << text;
    EXPECT_EQ(code_of(Area::parse("1000000000000")), "premises.area.out_of_range");
}

TEST(UnitNumber, HasTwentyEightPlaces)
{
    const std::string number = "420112001001GB00001F00010001";
    EXPECT_EQ(parse_unit_number(number).value(), number);
    EXPECT_EQ(parse_unit_number("420112 001001 GB00001 F00010001").value(), number);
    EXPECT_EQ(parse_unit_number("420112　001001gb00001f00010001").value(), number);
    EXPECT_EQ(parse_unit_number("  ").value(), "");
    EXPECT_EQ(parcel_part(number), "420112001001GB00001");
    EXPECT_EQ(code_of(parse_unit_number(number.substr(1))), "premises.unit_number.wrong_length");
    EXPECT_EQ(code_of(parse_unit_number(number + "1")), "premises.unit_number.wrong_length");
    EXPECT_EQ(code_of(parse_unit_number("420112001001GB00001F0001000号")), "premises.unit_number.wrong_letter");
}

// The third grade of 100 m² allows 0.08 × 10 + 0.006 × 100 = 1.40 m² and not a hundredth more.
TEST(Tolerance, HoldsToTheHundredth)
{
    const Area certificate = square_metres("100");
    const auto within = [&](const char* survey) { return compare(certificate, square_metres(survey), tolerances()); };
    ASSERT_EQ(tolerances().grades.size(), 3U);
    EXPECT_EQ(within("101.40").limits[2].limit.to_string(), "1.40");
    EXPECT_TRUE(within("101.40").limits[2].is_within);
    EXPECT_FALSE(within("101.41").limits[2].is_within);
    EXPECT_TRUE(within("98.60").limits[2].is_within);
    EXPECT_FALSE(within("98.59").limits[2].is_within);
    EXPECT_EQ(within("98.60").difference.to_string(), "-1.40");
    EXPECT_TRUE(within("100.26").limits[0].is_within);  // 0.02 × 10 + 0.0006 × 100
    EXPECT_FALSE(within("100.27").limits[0].is_within);
    EXPECT_TRUE(within("100.60").limits[1].is_within);  // 0.04 × 10 + 0.002 × 100
    EXPECT_FALSE(within("100.61").limits[1].is_within);
}

// Of 2 m² the root is not a whole number: 0.02 × 1.41421… + 0.0012 = 0.02948…, rounded down for people.
TEST(Tolerance, ComparesARootWithoutRoundingIt)
{
    const auto grade = [](const char* certificate, const char* survey) {
        return compare(square_metres(certificate), square_metres(survey), tolerances()).limits[0];
    };
    EXPECT_EQ(grade("2", "2").limit.to_string(), "0.02");
    EXPECT_TRUE(grade("2", "2.02").is_within);
    EXPECT_FALSE(grade("2", "2.03").is_within);
    EXPECT_TRUE(grade("999999999999.99", "999999999999.99").is_within);
    EXPECT_FALSE(grade("0.01", "999999999999.99").is_within);
}

TEST(Outline, IsTheSameAfterItWasWritten)
{
    const Polygons polygons{{{{0, 0}, {0, 10'000}, {10'000, 0}}, {{1, 1}, {1, 2}, {2, 1}}},
                            {{{-5, 7}, {8, 9}, {10, -11}}}};
    EXPECT_EQ(polygons_of(to_text(polygons)), polygons);
    EXPECT_EQ(to_text(polygons), "0 0,0 10000,10000 0;1 1,1 2,2 1|-5 7,8 9,10 -11");
    EXPECT_EQ(metres(3'386'421'507), "3386421.507");
    for (const char* const text : {"1", "1 2,3", "a b", "1 2 3", "1 2,,3 4"}) EXPECT_FALSE(polygons_of(text)) << text;
}

}  // namespace
}  // namespace premises
