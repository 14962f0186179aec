// SPDX-License-Identifier: Apache-2.0
#include "http/quota.h"

#include <atomic>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace http {
namespace {

TEST(Quota, ASpanBeginsAnewAndNamesAreBounded)
{
    Quota quota{2, hour_s, 2};
    EXPECT_TRUE(quota.admits("a", 7'200));
    EXPECT_FALSE(quota.is_used_up("a", 10'799));
    EXPECT_TRUE(quota.admits("a", 10'799));
    EXPECT_FALSE(quota.admits("a", 10'799));
    EXPECT_TRUE(quota.is_used_up("a", 10'799));
    EXPECT_TRUE(quota.admits("a", 10'800));
    EXPECT_TRUE(quota.admits("b", 10'800));
    EXPECT_FALSE(quota.admits("c", 10'800));
    EXPECT_TRUE(quota.admits("b", 10'800));
    EXPECT_EQ(quota.seconds_left(10'799), 1);
    EXPECT_EQ(quota.seconds_left(10'800), 3'600);
}

TEST(Quota, ASpanIsAsLongAsItIsMade)
{
    Quota quota{1, minute_s};
    EXPECT_TRUE(quota.admits("a", 119));
    EXPECT_FALSE(quota.admits("a", 119));
    EXPECT_TRUE(quota.admits("a", 120));
    EXPECT_EQ(quota.seconds_left(121), 59);
}

TEST(Quota, CountsEachOfManyAtOnce)
{
    constexpr int most = 5'000;
    Quota quota{most, hour_s};
    std::atomic<int> admitted = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int one = 0; one < most; ++one)
                if (quota.admits("a", 1)) ++admitted;
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(admitted, most);
}

TEST(Quota, SaysWhenToAskAgain)
{
    const Response response = too_often({base::ErrorKind::conflict, "x.too_often"}, 7);
    EXPECT_EQ(response.status, 429);
    ASSERT_FALSE(response.headers.empty());
    EXPECT_EQ(response.headers.back(), (std::pair<std::string, std::string>{"Retry-After", "7"}));
}

}  // namespace
}  // namespace http
