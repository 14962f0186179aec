// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/number_cell.h"

#include <gtest/gtest.h>

namespace ledgers {
namespace {

// The value in `unit`, or the code of the refusal.
std::string value(const std::string& text, const std::string& unit = "")
{
    const auto number = parse_number(text);
    if (!number) return number.error().code;
    const auto counted = in_unit(*number, unit);
    return counted ? counted->without_trailing_zeros().to_string() : counted.error().code;
}

TEST(NumberCell, ReadsWhatPeopleWrite)
{
    EXPECT_EQ(value("12"), "12");
    EXPECT_EQ(value(" -0.50 "), "-0.5");
    EXPECT_EQ(value("+3"), "3");
    EXPECT_EQ(value("１２．５"), "12.5");
    EXPECT_EQ(value("−7"), "-7");
    EXPECT_EQ(value("1,234,567.89"), "1234567.89");
    EXPECT_EQ(value("１，２３４"), "1234");
    EXPECT_EQ(value("¥1,234.50", "元"), "1234.5");
    EXPECT_EQ(value("￥-12", "元"), "-12");
    EXPECT_EQ(value("-¥12", "元"), "-12");
}

TEST(NumberCell, RefusesWhatIsNoNumber)
{
    for (const char* const text :
         {"三十", "约30", "12-15", "3号4楼", "2024-1-5", ".", "1.2.3", "-", "", "1e5", "0x10", "--1"})
        EXPECT_EQ(value(text), "ledgers.cell.not_a_number") << text;
    for (const char* const text : {"1,23", "12,34,567", ",123", "1234,567", "1,234,56"})
        EXPECT_EQ(value(text), "ledgers.cell.misplaced_comma") << text;
}

TEST(NumberCell, KeepsEighteenDigitsAndNineDecimalsAndNotOneMore)
{
    EXPECT_EQ(value("999999999999999999"), "999999999999999999");
    EXPECT_EQ(value("1000000000000000000"), "ledgers.cell.too_many_digits");
    EXPECT_EQ(value("0.123456789"), "0.123456789");
    EXPECT_EQ(value("0.1234567891"), "ledgers.cell.too_many_digits");
    EXPECT_EQ(value("999999999999999999万"), "ledgers.cell.too_many_digits");
    EXPECT_EQ(value("99999999999999万"), "999999999999990000");
    EXPECT_EQ(value("100000000000000万"), "ledgers.cell.too_many_digits");
}

TEST(NumberCell, CountsInTheUnitOfTheColumn)
{
    EXPECT_EQ(value("13.41万㎡", "m²"), "134100");
    EXPECT_EQ(value("81,420 平方米", "m²"), "81420");
    EXPECT_EQ(value("3.5万元", "元"), "35000");
    EXPECT_EQ(value("12 元", "万元"), "0.0012");
    EXPECT_EQ(value("1.2亿", "元"), "120000000");
    EXPECT_EQ(value("90分钟", "小时"), "1.5");
    EXPECT_EQ(value("35人", "人"), "35");
    EXPECT_EQ(value("1.2万人次", "人次"), "12000");
    EXPECT_EQ(value("1.2万", "人次"), "12000");
    EXPECT_EQ(value("1.2万"), "12000");
}

TEST(NumberCell, RefusesAForeignUnitAndAnInexactConversion)
{
    EXPECT_EQ(value("35次", "人"), "ledgers.cell.unit_other");
    EXPECT_EQ(value("35万次", "人"), "ledgers.cell.unit_other");
    EXPECT_EQ(value("35人"), "ledgers.cell.unit_unexpected");
    EXPECT_EQ(value("100分钟", "小时"), "ledgers.cell.not_exact");
}

TEST(NumberCell, ReadsPercentages)
{
    EXPECT_EQ(value("98%", "%"), "98");
    EXPECT_EQ(value("98.5％"), "0.985");
    EXPECT_EQ(value("98%", "m²"), "ledgers.cell.unit_other");
    EXPECT_EQ(value("0.98", "%"), "0.98");
}

}  // namespace
}  // namespace ledgers
