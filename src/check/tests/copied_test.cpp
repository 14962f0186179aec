// SPDX-License-Identifier: Apache-2.0
#include "check/core/copied.h"

#include <gtest/gtest.h>

#include "check/tests/check_text.h"

namespace check {
namespace {

constexpr const char* last_year =
    "本中心坚持厉行节约，全年承办各类会议1930次，保障用餐32万人次，设备完好率达到98%，较好地完成了各项保障任务。\n";

Findings copied(const char* text)
{
    return copied_from(read_text(text), read_text(last_year));
}

TEST(L26, FindsAParagraphWithNewFigures)
{
    const Findings found = copied(
        "本中心坚持厉行节约，全年承办各类会议2014次，保障用餐35万人次，设备完好率达到99%"
        "，较好地完成了各项保障任务。\n");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().rule, "L26");
    EXPECT_EQ(found.front().severity, Severity::warning);
    EXPECT_EQ(found.front().places.front().spot.line, 1U);
}

TEST(L26, IsSilentOnOtherWordsForTheSameWork)
{
    EXPECT_TRUE(
        copied("2024年会议保障2014次，比上年多84次；食堂供餐35万人次，新增夜间供餐；音响设备经两轮检修，完好率99%，满足"
               "了使用单位的要求。\n")
            .empty());
}

TEST(L26, SparesShortParagraphs)
{
    EXPECT_TRUE(copied("较好地完成了各项保障任务。\n").empty());
}

}  // namespace
}  // namespace check
