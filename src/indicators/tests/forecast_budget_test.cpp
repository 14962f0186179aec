// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/forecast_budget.h"

#include <gtest/gtest.h>

#include "indicators/core/forecast_need.h"
#include "indicators/tests/sample_year.h"
#include "indicators/year_watch.h"

namespace indicators {
namespace {

using base::Date;
using base::Money;

Money yuan(std::int64_t amount)
{
    return Money::from_fen(amount * 100);
}

const ForecastRule& rule()
{
    static const ForecastRule known = load_monitoring()->forecast;
    return known;
}

// One line, paid evenly until the end of June (181 days of 365).
BudgetCourse half_year(std::int64_t adjusted, std::int64_t each_month)
{
    LineCourse line;
    line.code = "0202";
    line.adjusted = yuan(adjusted);
    line.paid.assign(6, yuan(each_month));
    return {{2023}, Date::of(2023, 6, 30).value(), yuan(adjusted), {line}, {}};
}

std::string shown(const BudgetOutlook& looked)
{
    return looked.paid.to_string() + ": " + looked.low.to_string() + " " + looked.expected.to_string() + " " +
           looked.high.to_string();
}

TEST(BudgetOutlook, GoesOnAtThePaceSoFarAndNeverBeyondTheBudget)
{
    // 600 × 184 ÷ 181 more; January was the slowest month, February the fastest, by their days.
    EXPECT_EQ(shown(outlook(half_year(10'000, 100), rule())), "600.00: 1193.55 1209.94 1257.14");
    EXPECT_EQ(shown(outlook(half_year(1'200, 100), rule())), "600.00: 1193.55 1200.00 1200.00");
    EXPECT_EQ(shown(outlook(half_year(600, 100), rule())), "600.00: 600.00 600.00 600.00");
}

TEST(BudgetOutlook, SpendsAtLeastWhatContractsPromise)
{
    BudgetCourse course = half_year(10'000, 100);
    course.lines.front().open_contracts = yuan(5'000);
    EXPECT_EQ(outlook(course, rule()).expected, yuan(5'600));
    course.lines.front().adjusted = yuan(5'599);
    EXPECT_EQ(outlook(course, rule()).expected, yuan(5'599));
}

TEST(BudgetOutlook, PaysServicesMonthByMonth)
{
    BudgetCourse course = half_year(10'000, 0);
    course.lines.front().paid_for_services = yuan(400);
    course.lines.front().services = {{"HT-1", 1, 12, 4, yuan(800)}};  // April was paid by the end of June
    EXPECT_EQ(shown(outlook(course, rule())), "400.00: 900.00 1000.00 1200.00");
}

TEST(BudgetOutlook, FollowsLastYear)
{
    BudgetCourse course = half_year(10'000, 100);
    course.last_year = LastYear{};
    course.last_year->until.amount = base::Ratio::whole(1'000);
    course.last_year->rest.amount = base::Ratio::whole(3'000);
    const BudgetOutlook looked = outlook(course, rule());
    EXPECT_EQ(looked.expected, yuan(2'400));
    EXPECT_EQ(looked.basis, OutlookBasis::last_year);
}

TEST(BudgetOutlook, IsWhatWasPaidOnceTheYearIsOver)
{
    BudgetCourse course = half_year(10'000, 100);
    course.on = course.year.last_day();
    course.lines.front().open_contracts = yuan(5'000);
    EXPECT_EQ(shown(outlook(course, rule())), "600.00: 600.00 600.00 600.00");
    course.on = Date::of(2023, 12, 30).value();
    EXPECT_EQ(outlook(course, rule()).expected, yuan(5'600));
}

struct LagCase {
    const char* name;
    ServiceCourse service;
    int complete;
    int further;
};

class FurtherMonths : public testing::TestWithParam<LagCase> {};

TEST_P(FurtherMonths, GoByHowLateTheLastOneWas)
{
    EXPECT_EQ(further_months(GetParam().service, GetParam().complete, rule()), GetParam().further);
}

INSTANTIATE_TEST_SUITE_P(
    Lag, FurtherMonths,
    testing::Values(LagCase{"TwoMonthsLate", {"", 1, 12, 4, {}}, 6, 6},
                    LagCase{"OneMonthLate", {"", 1, 12, 5, {}}, 6, 6}, LagCase{"InTime", {"", 1, 12, 6, {}}, 6, 6},
                    LagCase{"Ahead", {"", 1, 12, 8, {}}, 6, 4}, LagCase{"NothingYet", {"", 1, 12, 0, {}}, 0, 11},
                    LagCase{"NothingYetAndWaiting", {"", 1, 12, 0, {}}, 3, 9},
                    LagCase{"BeginsLater", {"", 7, 6, 0, {}}, 3, 5}, LagCase{"EndsEarly", {"", 1, 6, 4, {}}, 6, 2},
                    LagCase{"AllPaid", {"", 1, 12, 12, {}}, 11, 0}),
    [](const auto& test) { return std::string{test.param.name}; });

TEST(BudgetNeed, IsTheRestOfTheBudget)
{
    const BudgetOutlook looked = outlook(half_year(1'200, 100), rule());
    const Need need = need_of(looked, hubei(), 6);
    EXPECT_EQ(need.kind, NeedKind::amount);
    EXPECT_EQ(*need.amount, base::Ratio::whole(600));
    EXPECT_EQ(*need.per_month, base::Ratio::whole(100));
    EXPECT_EQ(need_of(outlook(half_year(600, 100), rule()), hubei(), 6).kind, NeedKind::reached);
    EXPECT_EQ(need_of(looked, hubei(), 0).kind, NeedKind::lost);
}

}  // namespace
}  // namespace indicators
