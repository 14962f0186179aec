// SPDX-License-Identifier: Apache-2.0
// A year from the one before, and two years side by side.
#include <gtest/gtest.h>

#include "budget/core/two_years.h"
#include "budget/tests/budget_fixture.h"

namespace budget {

class RollOverTest : public BudgetFixture {
protected:
    void SetUp() override
    {
        BudgetFixture::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        approve("P01", "1000.00");
        approve("P02", "500.00", LineKind::basic);
        sign("HT-1", "P01", "240.00", months("2024-07", "2025-06"));
        sign("HT-2", "P01", "120.00", months("2024-01", "2024-12"));
        Payment paid = payment("记-1", "2024-08-01", "P01", "100.00");
        paid.contract = "HT-1";
        ASSERT_TRUE(budgets().pay(actor, year, paid));
    }

    std::vector<std::string> lines_of(base::FiscalYear of)
    {
        std::vector<std::string> codes;
        const std::vector<Line> all = budgets().lines(actor.org, of).value();
        for (const Line& line : all) codes.push_back(line.code + " " + line.adjusted.to_string());
        return codes;
    }

    const base::FiscalYear next{2025};
};
MINGJI_EACH_ENGINE(RollOverTest);

TEST_P(RollOverTest, BringsLinesWithoutAmountsAndLeavesContractsThatNoMoneyCovers)
{
    const auto over = budgets().roll_over(actor, year, next);

    ASSERT_TRUE(over);
    EXPECT_EQ(lines_of(next), (std::vector<std::string>{"P01 0.00", "P02 0.00"}));
    ASSERT_EQ(over->contracts.size(), 1U);
    EXPECT_EQ(over->contracts[0].stays->code, "budget.roll_over.no_budget");
    EXPECT_TRUE(budgets().contracts(actor.org, next)->empty());
    EXPECT_EQ(over->lines[0].line.adjusted, yuan("1000.00"));  // what stood there in the year before
}

TEST_P(RollOverTest, AddsWhatBecamePossibleTheSecondTime)
{
    ASSERT_TRUE(budgets().roll_over(actor, year, next));
    ASSERT_TRUE(budgets().issue(
        actor, next, {"示预〔2025〕1号", day("2025-01-10"), DocumentKind::initial, "", {{"P01", yuan("140.00")}}}));
    ASSERT_TRUE(budgets().roll_over(actor, year, next));

    const auto contracts = budgets().contracts(actor.org, next);

    ASSERT_EQ(contracts->size(), 1U);
    EXPECT_EQ((*contracts)[0].number, "HT-1");
    EXPECT_EQ((*contracts)[0].amount, yuan("140.00"));  // what is not paid of it
    EXPECT_EQ((*contracts)[0].service, months("2025-01", "2025-06"));
    const std::size_t audited = audit_records();
    ASSERT_TRUE(budgets().roll_over(actor, year, next));
    EXPECT_EQ(audit_records(), audited);
}

TEST_P(RollOverTest, DoesNotRollOneFenMoreThanIsThere)
{
    ASSERT_TRUE(budgets().roll_over(actor, year, next));
    ASSERT_TRUE(budgets().issue(
        actor, next, {"示预〔2025〕1号", day("2025-01-10"), DocumentKind::initial, "", {{"P01", yuan("139.99")}}}));
    ASSERT_TRUE(budgets().roll_over(actor, year, next));
    EXPECT_TRUE(budgets().contracts(actor.org, next)->empty());
}

TEST_P(RollOverTest, GoesForwardOnly)
{
    EXPECT_EQ(code_of(budgets().roll_over(actor, year, year)), "budget.roll_over.same_year");
    EXPECT_EQ(code_of(budgets().roll_over(actor, next, year)), "budget.roll_over.same_year");
    EXPECT_EQ(code_of(budgets().roll_over(actor, {2030}, {2031})), "budget.year.unknown");
    EXPECT_EQ(budgets().years(actor.org).size(), 1U);
}

TEST_P(RollOverTest, StandsBesideTheYearBeforeByCode)
{
    ASSERT_TRUE(budgets().roll_over(actor, year, next));
    ASSERT_TRUE(budgets().add_lines(actor, next, {{"P03", "新项目", LineKind::project}}));
    ASSERT_TRUE(budgets().issue(
        actor, next, {"示预〔2025〕1号", day("2025-01-10"), DocumentKind::initial, "", {{"P01", yuan("900.00")}}}));

    const TwoYears both = side_by_side(budgets().execution(actor.org, year, year.last_day()).value(),
                                       budgets().execution(actor.org, next, next.last_day()).value());

    ASSERT_EQ(both.lines.size(), 3U);
    EXPECT_EQ(both.lines[0].adjusted_difference(), yuan("-100.00"));
    EXPECT_EQ(both.lines[0].paid_difference(), yuan("-100.00"));
    EXPECT_EQ(both.lines[1].adjusted_difference(), yuan("-500.00"));
    EXPECT_FALSE(both.lines[2].before);
    EXPECT_EQ(both.months[7].before, yuan("100.00"));
    EXPECT_EQ(both.months[7].after, base::Money{});
    EXPECT_EQ(both.before.paid, yuan("100.00"));
}

TEST(TwoYears, ListsWhatOnlyOneYearHas)
{
    Execution before;
    before.lines.push_back({Line{"P01", "旧项目"}, {}});
    Execution after;
    after.lines.push_back({Line{"P02", "新项目"}, {}});
    const TwoYears both = side_by_side(before, after);
    ASSERT_EQ(both.lines.size(), 2U);
    EXPECT_EQ(both.lines[0].code, "P02");
    EXPECT_FALSE(both.lines[1].after);
    EXPECT_EQ(both.months[11].month, 12U);
}

}  // namespace budget
