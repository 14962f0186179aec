// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/forecast_back_test.h"

#include "identity/identity.h"
#include "indicators/tests/sample_year.h"
#include "indicators/year_watch.h"
#include "sql/tests/each_engine.h"

namespace indicators {
namespace {

using base::Date;

class ForecastTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), closing::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        actor.org =
            identity::Organisations{*db, clock}.create(actor, {base::OrgId{"o1"}, "示例中心", "420112", "示例区"})->id;
        ASSERT_TRUE((Indicators{*db, clock, {}}.import_targets(actor, {2024}, SampleYear::import())->stored));
    }

    static std::optional<BudgetCourse> budget(Date on)
    {
        LineCourse line;
        line.code = "01";
        line.adjusted = base::Money::from_fen(3'720'270'000);
        const std::size_t months = on >= Date::of(2024, 12, 31).value() ? 12 : on.month();
        line.paid.assign(months, base::Money::from_fen(283'390'000));
        return BudgetCourse{{2024}, on, {}, {line}, {}};
    }

    ForecastBasis basis(Date on)
    {
        const FactSource none = [](const std::string&) -> base::Result<base::Records> {
            return base::fail(base::ErrorKind::not_found, "test.source.unknown");
        };
        YearWatch watch{*db, clock, actor.org, {2024}, {year.source(), none}, {}};
        return watch.on(on, clock.today(), budget(on)).value();
    }
    Forecast forecast_on(Date on, const Assumptions& assumptions = {})
    {
        return indicators::forecast(hubei(), load_monitoring().value(), basis(on), assumptions);
    }

    SampleYear year;
    base::FixedClock clock{1'736'899'200'000};  // 2025-01-15
    base::Actor actor{base::OrgId{}, "tester", "test", {}, true};
};

TEST_P(ForecastTest, OnTheLastDayIsTheEvaluation)
{
    EvaluationRequest request = SampleYear::request();
    request.as_of = Date::of(2024, 12, 31).value();
    const indicators::Run run =
        Indicators{*db, clock, {}}.evaluate(actor, request, year.source(), hubei(), "d").value();
    const Forecast final = forecast_on(request.as_of);
    ASSERT_EQ(final.rows.size(), run.rows.size());
    for (std::size_t i = 0; i < run.rows.size(); ++i)
        for (const auto which : {&ScoreRange::so_far, &ScoreRange::low, &ScoreRange::expected, &ScoreRange::high})
            EXPECT_EQ(final.rows[i].score.*which, run.rows[i].score) << run.rows[i].code;
    EXPECT_EQ(final.total.expected, run.total);
    EXPECT_EQ(final.total.low, run.total);
    EXPECT_EQ(final.total.high, run.total);
    EXPECT_EQ(final.execution.expected, run.execution_score);
    EXPECT_EQ(final.rows[0].need.kind, NeedKind::lost);
}

TEST_P(ForecastTest, HoldsTheExpectedScoreInItsRange)
{
    for (const Date day : month_ends({2024})) {
        const Forecast then = forecast_on(day);
        EXPECT_LE(*then.total.low, *then.total.expected);
        EXPECT_LE(*then.total.expected, *then.total.high);
        for (const ForecastRow& row : then.rows) {
            EXPECT_LE(*row.score.low, *row.score.expected) << row.code;
            EXPECT_LE(*row.score.expected, *row.score.high) << row.code;
        }
    }
}

TEST_P(ForecastTest, WithoutABudgetNothingIsSaidOfTheMoney)
{
    ForecastBasis without = basis(Date::of(2024, 6, 30).value());
    EXPECT_EQ(forecast_on(without.on).execution_need.kind, NeedKind::amount);
    without.budget.reset();
    const Forecast found = indicators::forecast(hubei(), load_monitoring().value(), without);
    EXPECT_EQ(found.execution_need.kind, NeedKind::no_budget);
    EXPECT_FALSE(found.budget);
}

TEST_P(ForecastTest, LooksAtThePromisesAndEntriesOfTheDay)
{
    const Forecast june = forecast_on(Date::of(2024, 6, 30).value());
    EXPECT_EQ(june.rows[0].target, "≥2次");  // revised in July
    EXPECT_EQ(forecast_on(Date::of(2024, 7, 1).value()).rows[0].target, "≥4次");
    EXPECT_EQ(june.rows[2].outlook.basis, OutlookBasis::target);  // entered in January 2025
    EXPECT_EQ(june.rows[2].need.kind, NeedKind::enter);
    EXPECT_EQ(june.rows[2].score.low->to_string(), "0.00");
    EXPECT_EQ(june.rows[2].score.expected->to_string(), "20.00");
    EXPECT_EQ(forecast_on(Date::of(2024, 12, 31).value()).rows[2].words, "有效保障");
}

TEST_P(ForecastTest, AnotherFigureMovesTheScore)
{
    const Date june = Date::of(2024, 6, 30).value();
    EXPECT_EQ(forecast_on(june, {{{"C1", "1"}}, {}, {}}).rows[0].score.expected->to_string(), "10.00");
    EXPECT_EQ(forecast_on(june, {{{"C1", "2"}}, {}, {}}).rows[0].score.expected->to_string(), "20.00");
    EXPECT_EQ(forecast_on(june, {{{"C4", "45%"}}, {}, {}}).rows[3].score.expected->to_string(), "10.00");
    Assumptions money;
    money.executed = base::Money::from_fen(3'720'270'000);
    EXPECT_EQ(forecast_on(june, money).execution.expected->to_string(), "20.00");
    money.executed = base::Money::from_fen(1'860'135'000);
    EXPECT_EQ(forecast_on(june, money).execution.expected->to_string(), "10.00");
    EXPECT_TRUE(db->query("SELECT id FROM indicators_run").empty());
}

TEST_P(ForecastTest, MoreIsNeverWorthLess)
{
    const Date june = Date::of(2024, 6, 30).value();
    base::Decimal before{0, 2};
    for (int meetings = 0; meetings <= 6; ++meetings) {
        const auto score = forecast_on(june, {{{"C1", std::to_string(meetings)}}, {}, {}}).total.expected;
        EXPECT_GE(*score, before);
        before = *score;
    }
}

TEST_P(ForecastTest, RefusesFiguresThatAreNone)
{
    const ForecastBasis known = basis(Date::of(2024, 6, 30).value());
    const auto problems =
        check({{{"C1", "很多"}, {"C9", "1"}, {"C1", "-1"}, {"C3", "基本保障"}, {"C1", "0"}}, {}, {}}, known);
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0].figure, 0U);
    EXPECT_EQ(problems[0].error.code, "indicators.forecast.value_unreadable");
    EXPECT_EQ(problems[1].error.code, "indicators.indicator.unknown");
    EXPECT_EQ(problems[2].figure, 2U);
}

TEST_P(ForecastTest, TheBackTestHoldsExpectationsAgainstWhatCame)
{
    std::vector<Forecast> forecasts;
    for (const Date day : month_ends({2024})) forecasts.push_back(forecast_on(day));
    const Forecast final = forecast_on(Date::of(2024, 12, 31).value());
    const BackTest test = back_test(forecasts, final);
    ASSERT_EQ(test.days.size(), 11U);
    ASSERT_EQ(test.rows.size(), 4U);
    for (std::size_t i = 0; i < forecasts.size(); ++i)
        EXPECT_EQ(*test.days[i].error, *forecasts[i].total.expected - *final.total.expected);
    EXPECT_GE(*test.worst_error, *test.mean_error);
    // Nothing is missed by a forecast that says what came.
    const BackTest perfect = back_test({final, final}, final);
    EXPECT_EQ(perfect.mean_error->to_string(), "0.00");
    EXPECT_TRUE(perfect.days.front().in_range);
    EXPECT_EQ(perfect.rows.front().mean_error, base::Ratio::whole(0));
}

MINGJI_EACH_ENGINE(ForecastTest);

}  // namespace
}  // namespace indicators
