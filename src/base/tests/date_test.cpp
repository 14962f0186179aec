// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"
#include "base/instant.h"

#include <gtest/gtest.h>

#include "base/id.h"
#include "base/period.h"
#include "base/quantity.h"
#include "base/sm3.h"

namespace base {
namespace {

TEST(Date, KnowsTheCalendar)
{
    EXPECT_TRUE(Date::parse("2024-02-29"));
    for (const char* const text :
         {"2023-02-29", "2024-13-01", "2024-00-10", "1899-12-31", "2200-01-01", "2024-1-1", "20240101", ""})
        EXPECT_EQ(Date::parse(text).error().code, "date.not_a_date") << text;
    EXPECT_EQ(Date::from_days(Date::parse("2024-03-01")->days_since_1970() - 1).to_string(), "2024-02-29");
}

TEST(DateTime, CountsSecondsAcrossDays)
{
    const auto reported = DateTime::parse("2024-05-31 23:50").value();
    const auto repaired = DateTime::parse("2024-06-01T00:10:30").value();
    EXPECT_EQ(repaired.seconds_since_1970() - reported.seconds_since_1970(), 20 * 60 + 30);
    for (const char* const text :
         {"2024-05-31 24:00", "2024-05-31 23:60", "2024-05-31", "2024-05-31 23:50:6", "2024-05-31x23:50"})
        EXPECT_EQ(DateTime::parse(text).error().code, "date.not_a_time") << text;
}

TEST(Period, ReadsYearsQuartersAndMonths)
{
    EXPECT_EQ(Period::parse("2024Q1")->last.to_string(), "2024-03-31");
    EXPECT_EQ(Period::parse("2024-02")->last.to_string(), "2024-02-29");
    for (const char* const text : {"2024", "2024Q4", "2024-12"}) EXPECT_EQ(Period::parse(text)->to_string(), text);
    for (const char* const text : {"2024Q5", "2024Q0", "24", "2024-13", "2024/1", "abcd"})
        EXPECT_EQ(Period::parse(text).error().code, "period.not_a_period") << text;
    EXPECT_TRUE(Period::parse("2024")->contains(Date::parse("2024-12-31").value()));
    EXPECT_FALSE(Period::parse("2024")->contains(Date::parse("2025-01-01").value()));
}

TEST(Quantity, ConvertsWithinAFamilyOnly)
{
    EXPECT_EQ(conversion("万平方米", "㎡").value(), Ratio::whole(10'000));
    EXPECT_EQ(conversion("天", "小时").value(), Ratio::whole(24));
    EXPECT_EQ(conversion("元", "万元").value(), Ratio::reduced(1, 10'000));
    EXPECT_EQ(conversion("场", "场").value(), Ratio::whole(1));
    EXPECT_FALSE(conversion("场", "次"));
    EXPECT_FALSE(conversion("元", "m²"));
}

TEST(Id, IsAVersion7UuidThatOnlyGrows)
{
    const FixedClock clock{1'704'067'200'000};
    std::string previous;
    for (int i = 0; i < 10'000; ++i) {
        const std::string id = new_uuid(clock);
        ASSERT_EQ(id.size(), 36U);
        ASSERT_EQ(id[14], '7');
        ASSERT_LT(previous, id);
        previous = id;
    }
}

TEST(Instant, IsWrittenOnTheOfficesWall)
{
    EXPECT_EQ(instant_text(0), "1970-01-01T08:00:00.000+08:00");
    EXPECT_EQ(instant_text(1'704'038'399'999), "2023-12-31T23:59:59.999+08:00");
    EXPECT_EQ(instant_text(begin_of(Date::of(2024, 1, 1).value())), "2024-01-01T00:00:00.000+08:00");
}

TEST(Sm3, MatchesTheStandardsExample)
{
    EXPECT_EQ(sm3("abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST(Sm3, KeepsFieldsApart)
{
    Sm3 left;
    left.add_field("ab");
    left.add_field("c");
    Sm3 right;
    right.add_field("a");
    right.add_field("bc");
    EXPECT_NE(left.finish(), right.finish());
}

}  // namespace
}  // namespace base
