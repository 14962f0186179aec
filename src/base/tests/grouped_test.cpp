// SPDX-License-Identifier: Apache-2.0
#include "base/grouped.h"

#include <gtest/gtest.h>

namespace base {

TEST(Grouped, InThrees)
{
    EXPECT_EQ(grouped("0.05"), "0.05");
    EXPECT_EQ(grouped("999.99"), "999.99");
    EXPECT_EQ(grouped("1000.00"), "1,000.00");
    EXPECT_EQ(grouped("-999.99"), "-999.99");
    EXPECT_EQ(grouped("-1234567.80"), "-1,234,567.80");
    EXPECT_EQ(grouped("1234567"), "1,234,567");
}

TEST(Grouped, AnAmountHasTwoDecimals)
{
    for (const char* const amount : {"0.00", "1234.50", "-0.05"}) EXPECT_TRUE(is_amount(amount)) << amount;
    for (const char* const other :
         {"", "-", ".50", "30209", "1234.5", "1234.567", "1.2.34", "1,234.50", "95.00%", "12a.00"})
        EXPECT_FALSE(is_amount(other)) << other;
}

TEST(Grouped, OnlyYuanOfASentence)
{
    EXPECT_EQ(with_grouped_yuan("执行数 418000.00元 ÷ 调整后预算 1426000.00元"),
              "执行数 418,000.00元 ÷ 调整后预算 1,426,000.00元");
    for (const char* const same :
         {"", "元", "2364.55万元", "记录数 20240101 条", "1,426,000.00元", "多元化 1000.00 次", "示财〔2024〕1000号"})
        EXPECT_EQ(with_grouped_yuan(same), same);
}

}  // namespace base
