// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "closing/core/content.h"
#include "closing/core/correction.h"
#include "closing/core/span.h"

namespace closing {

namespace {

base::Date day(const char* iso)
{
    return base::Date::parse(iso).value();
}

std::string said(const base::Result<std::vector<Span>>& spans)
{
    if (!spans) return spans.error().code;
    std::string text;
    for (const Span& span : *spans) text += (text.empty() ? "" : " ") + span.to_string();
    return text;
}

}  // namespace

struct Asked {
    const char* name;
    std::set<Span> closed;
    Span span;
    const char* today;
    const char* expected;
};

class ToClose : public testing::TestWithParam<Asked> {};

TEST_P(ToClose, FollowsTheOrderOfMonths)
{
    EXPECT_EQ(said(to_close(GetParam().closed, GetParam().span, day(GetParam().today))), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Closing, ToClose,
    testing::Values(Asked{"OnItsLastDay", {}, {2024, 1}, "2024-01-31", "closing.period.not_over"},
                    Asked{"OnTheDayAfter", {}, {2024, 1}, "2024-02-01", "2024-01"},
                    Asked{"Again", {{2024, 1}}, {2024, 1}, "2024-02-01", "closing.period.already_closed"},
                    Asked{"BeforeAnEarlierOne", {}, {2024, 2}, "2024-03-01", "closing.period.out_of_order"},
                    Asked{"AfterAnEarlierOne", {{2024, 1}}, {2024, 2}, "2024-03-01", "2024-02"},
                    Asked{"AYearOnItsLastDay", {}, {2024, 0}, "2024-12-31", "closing.period.not_over"},
                    Asked{"AYearWithTwoMonthsOpen",
                          {{2024, 1},
                           {2024, 2},
                           {2024, 3},
                           {2024, 4},
                           {2024, 5},
                           {2024, 6},
                           {2024, 7},
                           {2024, 8},
                           {2024, 9},
                           {2024, 10}},
                          {2024, 0},
                          "2025-01-01",
                          "2024-11 2024-12 2024"}),
    [](const auto& test) { return test.param.name; });

TEST(Span, IsReadAsItIsWritten)
{
    for (const char* const text : {"2024", "2024-01", "2024-12"}) EXPECT_EQ(Span::parse(text)->to_string(), text);
    for (const char* const text : {"", "2024-1", "2024-13", "2024-00", "1900", "2024Q1", "2024-01-01"})
        EXPECT_FALSE(Span::parse(text)) << text;
}

TEST(Span, TakesWhatIsOlderThanItsYearToJanuary)
{
    EXPECT_EQ(Span::in_year({2024}, day("2023-12-31")), (Span{2024, 1}));
    EXPECT_EQ(Span::in_year({2024}, day("2024-02-01")), (Span{2024, 2}));
}

TEST(Contents, AreUnexplainedWhenCountSumOrDigestDiffer)
{
    const Content then{"payments", 1, base::Money::from_fen(100), "a"};
    const auto differs = [&](const Content& now) { return !unexplained({2024, 1}, {then}, {now}).empty(); };
    EXPECT_FALSE(differs(then));
    EXPECT_TRUE(differs({"payments", 2, base::Money::from_fen(100), "a"}));
    EXPECT_TRUE(differs({"payments", 1, base::Money::from_fen(101), "a"}));
    EXPECT_TRUE(differs({"payments", 1, base::Money::from_fen(100), "b"}));
    EXPECT_TRUE(differs({"documents", 1, base::Money::from_fen(100), "a"}));
}

TEST(Contents, AreUnexplainedWhereSomethingOfTheirKindWasNotThere)
{
    const Content then{"ledgers", 1, {}, "a", "会议"};
    const auto found = [&](const std::vector<Content>& now) { return unexplained({2024, 1}, {then}, now).size(); };
    EXPECT_EQ(found({then, {"ledgers", 1, {}, "a", "信访"}}), 1U);
    EXPECT_EQ(found({then, {"ledgers", 0, {}, "a", "信访"}}), 0U);  // declared since, and empty
    EXPECT_EQ(found({then, {"entries", 1, {}, "a"}}), 0U);          // an older program did not look at it
    EXPECT_EQ(found({{"ledgers", 1, {}, "a", "信访"}}), 2U);
}

TEST(Correction, HasAReason)
{
    EXPECT_FALSE(check_correction({" \n", "文号"}));
    EXPECT_TRUE(check_correction({"漏记"}));
}

}  // namespace closing
