// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/asked.h"

#include <gtest/gtest.h>

#include "indicators/core/measured.h"

namespace indicators {
namespace {

base::Date on(const char* text)
{
    return base::Date::parse(text).value();
}

base::Record said(const std::string& day, const std::string& survey, const std::string& audience,
                  const std::string& rating)
{
    return {day + survey + rating, {}, {}, {on(day.c_str()), survey, audience, rating}};
}

base::Asked asked(const std::string& survey, const std::string& audience, std::optional<std::int64_t> count,
                  const std::string& from = "2024-03-01", const std::string& until = "2024-03-31")
{
    return {count, on(from.c_str()), on(until.c_str()), {{}, {}, {}, {on(from.c_str()), survey, audience, {}}}};
}

// Two answers to each of two questionnaires for the same people, one of them low, and one to a third, for others.
base::Records answers(std::vector<base::Asked> asked)
{
    return {"满意度:答卷",
            {{"日期", base::CellType::date}, {"问卷"}, {"调查对象"}, {"评价"}},
            {said("2024-03-01", "A", "用餐人员", "满意"), said("2024-03-02", "A", "用餐人员", "不满意"),
             said("2024-04-01", "B", "用餐人员", "满意"), said("2024-04-02", "B", "用餐人员", "基本满意"),
             said("2024-03-01", "C", "参会人员", "满意")},
            0,
            1,
            std::move(asked)};
}

std::optional<std::int64_t> asked_in(std::vector<base::Asked> asked, const char* filter = "调查对象=用餐人员",
                                     const char* period = "", const char* method = "占比")
{
    const std::string numerator = std::string{method} == "占比" ? "评价=满意|基本满意" : "";
    const auto measure = parse_measure({"满意度:答卷", method, "", filter, numerator, period});
    return evaluate(*measure, {"%"}, answers(std::move(asked)), base::Period::of({2024})).asked;
}

TEST(AskedFor, IsTheSumOfTheQuestionnairesBehindAShare)
{
    EXPECT_EQ(asked_in({asked("A", "用餐人员", 5), asked("B", "用餐人员", 7), asked("C", "参会人员", 9)}), 12);
    EXPECT_EQ(asked_in({asked("A", "用餐人员", 5), asked("B", "用餐人员", 7), asked("C", "参会人员", 9)}, ""), 21);
    // A count is no share of those who answered.
    EXPECT_FALSE(asked_in({asked("A", "用餐人员", 5), asked("B", "用餐人员", 7)}, "调查对象=用餐人员", "", "计数"));
}

TEST(AskedFor, IsKnownWhereItIsKnownOfEach)
{
    EXPECT_FALSE(asked_in({asked("A", "用餐人员", std::nullopt), asked("B", "用餐人员", 7)}));
    EXPECT_EQ(asked_in({asked("A", "用餐人员", 5), asked("B", "用餐人员", 7), asked("C", "参会人员", std::nullopt)}),
              12);
}

TEST(AskedFor, AllMayHaveAnsweredButNotMore)
{
    EXPECT_EQ(asked_in({asked("A", "用餐人员", 2), asked("B", "用餐人员", 2)}), 4);
    EXPECT_FALSE(asked_in({asked("A", "用餐人员", 1), asked("B", "用餐人员", 9)}));
    EXPECT_FALSE(asked_in({asked("A", "用餐人员", 0), asked("B", "用餐人员", 0)}));
}

TEST(AskedFor, CountsAllAnswersOfAQuestionnaireOrSaysNothing)
{
    const std::vector<base::Asked> both{asked("A", "用餐人员", 5), asked("B", "用餐人员", 7)};
    EXPECT_EQ(asked_in(both, "调查对象=用餐人员", "2024-03"), 5);
    EXPECT_FALSE(asked_in(both, "调查对象=用餐人员; 日期≥2024-03-02"));
    EXPECT_FALSE(asked_in(both, "调查对象=用餐人员; 评价≠不满意"));
}

TEST(AskedFor, AQuestionnaireThatNobodyAnsweredCountsWhereItIsMeant)
{
    const std::vector<base::Asked> both{asked("A", "用餐人员", 5), asked("B", "用餐人员", 7)};
    const auto with = [&](base::Asked one, const char* period = "") {
        auto all = both;
        all.push_back(std::move(one));
        return asked_in(all, "调查对象=用餐人员", period);
    };
    EXPECT_EQ(with(asked("D", "用餐人员", 3)), 15);
    EXPECT_EQ(with(asked("D", "用餐人员", std::nullopt)), 12);  // a draft
    EXPECT_EQ(with(asked("D", "参会人员", 3)), 12);
    EXPECT_EQ(with(asked("D", "用餐人员", 3, "2024-12-01", "2024-12-31")), 15);
    EXPECT_EQ(with(asked("D", "用餐人员", 3, "2024-12-01", "2025-01-01")), 12);
    EXPECT_EQ(with(asked("D", "用餐人员", 3, "2023-12-31", "2024-01-01")), 12);
    EXPECT_EQ(with(asked("D", "用餐人员", 3, "2023-12-31", "2024-01-01"), "全部"), 15);
}

TEST(AskedFor, RecordsThatAreNoAnswersHaveNobodyWhoWasAsked)
{
    base::Records records = answers({asked("A", "用餐人员", 5)});
    records.group_column.reset();
    EXPECT_FALSE(asked_for(records, {0, 1}, [](const base::Asked&) { return true; }));
}

}  // namespace
}  // namespace indicators
