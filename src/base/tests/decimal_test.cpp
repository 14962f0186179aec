// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.h"

#include <gtest/gtest.h>

#include "base/money.h"
#include "base/ratio.h"

namespace base {
namespace {

Decimal decimal(std::string_view text)
{
    return Decimal::parse(text).value();
}

TEST(Decimal, GoesThroughTextUnchanged)
{
    for (const char* const text : {"0", "-0.05", "13.40", "3720.27", "999999999999999999", "0.000000001", "-1234.5"})
        EXPECT_EQ(decimal(text).to_string(), text);
}

TEST(Decimal, RefusesWhatIsNoPlainNumber)
{
    for (const char* const text : {"", "-", ".", "1.", ".5", "1,000", "1e3", " 1", "1 ", "--1", "１", "1.2.3"})
        EXPECT_EQ(Decimal::parse(text).error().code, "decimal.not_a_number") << text;
}

TEST(Decimal, HoldsEighteenDigitsAndNineDecimals)
{
    EXPECT_TRUE(Decimal::parse("123456789012345678"));
    EXPECT_EQ(Decimal::parse("1234567890123456789").error().code, "decimal.out_of_range");
    EXPECT_TRUE(Decimal::parse("0.123456789"));
    EXPECT_EQ(Decimal::parse("0.1234567891").error().code, "decimal.out_of_range");
}

TEST(Decimal, ComparesAcrossScales)
{
    EXPECT_EQ(decimal("13.4"), decimal("13.40"));
    EXPECT_LT(decimal("13.39"), decimal("13.4"));
    EXPECT_GT(decimal("-0.1"), decimal("-0.11"));
}

TEST(Decimal, RoundsHalfAwayFromZero)
{
    EXPECT_EQ(decimal("2.345").rounded(2).to_string(), "2.35");
    EXPECT_EQ(decimal("2.3449").rounded(2).to_string(), "2.34");
    EXPECT_EQ(decimal("-2.345").rounded(2).to_string(), "-2.35");
    EXPECT_EQ(decimal("2").rounded(2).to_string(), "2.00");
}

TEST(Decimal, AddsAndMultipliesExactly)
{
    EXPECT_EQ((decimal("0.1") + decimal("0.2")).to_string(), "0.3");
    EXPECT_EQ(multiply(decimal("1.05"), decimal("0.2")).to_string(), "0.210");
    EXPECT_THROW(Decimal(9'000'000'000'000'000'000, 0) + decimal("0.1"), std::overflow_error);
}

TEST(Money, ReadsYuanAndKeepsFen)
{
    EXPECT_EQ(Money::parse("1234.5").value().fen(), 123'450);
    EXPECT_EQ(Money::parse("-0.05").value().fen(), -5);
    EXPECT_EQ(Money::parse("1.230").value().fen(), 123);
    EXPECT_EQ(Money::parse("1.234").error().code, "money.not_an_amount");
    EXPECT_EQ(Money::parse("１").error().code, "money.not_an_amount");
    EXPECT_EQ(Money::parse("10000000000000").value().fen(), 1'000'000'000'000'000);
    EXPECT_EQ(Money::parse("10000000000000.01").error().code, "money.not_an_amount");
}

TEST(Money, RoundsToWanYuanOnce)
{
    EXPECT_EQ(Money::parse("8221349.99").value().wan_yuan().to_string(), "822.13");
    EXPECT_EQ(Money::parse("8221350.00").value().wan_yuan().to_string(), "822.14");
}

TEST(Ratio, GivesThePublishedRates)
{
    EXPECT_EQ(Ratio(decimal("3400.68"), decimal("3720.27")).percent(2).to_string(), "91.41");
    EXPECT_EQ(Ratio(decimal("2578.54"), decimal("2898.14")).percent(2).to_string(), "88.97");
    EXPECT_EQ(Ratio(decimal("581"), decimal("697")).percent(2).to_string(), "83.36");
    EXPECT_EQ(Ratio(decimal("938.9"), decimal("1105.16")).percent(2).to_string(), "84.96");
    EXPECT_EQ(Ratio(decimal("1.5"), decimal("2000")).percent(2).to_string(), "0.08");
}

TEST(Ratio, ComputesExactlyAndReduces)
{
    const Ratio third{decimal("1"), decimal("3")};
    EXPECT_EQ(third + third + third, Ratio::whole(1));
    EXPECT_EQ(third * Ratio::whole(3) - Ratio::whole(1), Ratio::whole(0));
    EXPECT_LT(third, Ratio(decimal("0.333333334"), decimal("1")));
    EXPECT_THROW(Ratio(decimal("1"), decimal("0.00")), std::domain_error);
}

TEST(Rounding, SplitsAtExactlyOneHalf)
{
    EXPECT_EQ(static_cast<std::int64_t>(div_half_up(1, 2)), 1);
    EXPECT_EQ(static_cast<std::int64_t>(div_half_up(-1, 2)), -1);
    EXPECT_EQ(static_cast<std::int64_t>(div_half_up(4999, 10'000)), 0);
    EXPECT_EQ(static_cast<std::int64_t>(div_half_up(5, -2)), -3);
    EXPECT_THROW(div_half_up(1, 0), std::domain_error);
}

}  // namespace
}  // namespace base
