// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/date_cell.h"

#include <gtest/gtest.h>

namespace ledgers {
namespace {

std::string day(const std::string& text)
{
    const auto parsed = parse_day(text);
    return parsed ? parsed->to_string() : parsed.error().code;
}

std::string moment(const std::string& text)
{
    const auto parsed = parse_moment(text);
    return parsed ? parsed->to_string() : parsed.error().code;
}

TEST(DateCell, ReadsDaysAsPeopleWriteThem)
{
    for (const char* const text : {"2024-1-5", "2024-01-05", "2024/1/5", "2024.01.05", "2024.1.5", "2024年1月5日",
                                   "2024 年 1 月 5 日", "2024年1月5号", "2024年1月5", "20240105", "２０２４－１－５",
                                   " 2024-01-05 ", "2024-01-05 00:00:00", "2024—1—5"})
        EXPECT_EQ(day(text), "2024-01-05") << text;
}

TEST(DateCell, RefusesWhatSaysTooLittleOrIsNoDay)
{
    for (const char* const text :
         {"24.1.5", "2024年1月", "2024-1", "2024-13-01", "2023-2-29", "2024-1/5", "1月5日", "20241305", "2024-1-5-6",
          "2024-01-051", "昨天", "", "1899-12-31", "2200-01-01", "2024-01-05前"})
        EXPECT_EQ(day(text), "ledgers.cell.not_a_date") << text;
    EXPECT_EQ(day("2024-2-29"), "2024-02-29");
    EXPECT_EQ(day("1900-01-01"), "1900-01-01");
    EXPECT_EQ(day("2199-12-31"), "2199-12-31");
}

TEST(DateCell, KeepsATimeFromBeingLost)
{
    EXPECT_EQ(day("2024-01-05 09:30"), "ledgers.cell.time_in_date");
    EXPECT_EQ(moment("2024-01-05"), "ledgers.cell.time_missing");
}

TEST(DateCell, ReadsTimes)
{
    for (const char* const text : {"2024-1-5 9:30", "2024/1/5 09:30:00", "2024-01-05T09:30", "2024年1月5日9时30分",
                                   "2024年1月5日 9点半", "2024.1.5 上午9:30", "2024年1月5日9：30", "20240105 9:30"})
        EXPECT_EQ(moment(text), "2024-01-05 09:30:00") << text;
    EXPECT_EQ(moment("2024-1-5 下午3时"), "2024-01-05 15:00:00");
    EXPECT_EQ(moment("2024-1-5 下午12:05"), "2024-01-05 12:05:00");
    EXPECT_EQ(moment("2024-1-5 9:30:59"), "2024-01-05 09:30:59");
    EXPECT_EQ(moment("2024-1-5 9时30分15秒"), "2024-01-05 09:30:15");
    EXPECT_EQ(moment("2024-1-5 0:00"), "2024-01-05 00:00:00");
    EXPECT_EQ(moment("2024-12-31 24:00"), "2025-01-01 00:00:00");
}

TEST(DateCell, RefusesTimesThatAreNone)
{
    for (const char* const text : {"2024-1-5 24:01", "2024-1-5 9:60", "2024-1-5 9:30:60", "2024-1-5 9", "2024-1-5 930",
                                   "9:30", "2024-1-5 下午13:00", "2024-1-5 9:30 左右", "2199-12-31 24:00"})
        EXPECT_EQ(moment(text), "ledgers.cell.not_a_time") << text;
    EXPECT_EQ(moment("2024-1-5 23:59:59"), "2024-01-05 23:59:59");
}

}  // namespace
}  // namespace ledgers
