// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "budget/tests/budget_fixture.h"

namespace budget {
namespace {

// The example year's workbooks, imported as a newcomer does.
class ExampleYearTest : public BudgetFixture {
protected:
    base::Result<ImportOutcome> import(const std::string& name, ImportMode mode = ImportMode::store)
    {
        const std::filesystem::path path = std::filesystem::path{SOURCE_FOLDER} / "examples/dongxihu-2024" / name;
        TRY_ASSIGN(auto workbook, spreadsheet::Workbook::open(path));
        const ImportFile file{workbook, name, mode};
        return name == "预算.xlsx" ? budgets().import_budget(actor, year, file)
                                   : budgets().import_payments(actor, year, file);
    }

    void import_both()
    {
        for (const char* const name : {"预算.xlsx", "支付.xlsx"}) {
            const auto outcome = import(name);
            ASSERT_TRUE(outcome) << outcome.error().code;
            for (const ImportProblem& problem : outcome->problems)
                ADD_FAILURE() << problem.place << " " << problem.error.code;
            ASSERT_TRUE(outcome->stored);
            EXPECT_GT(outcome->added, 0);
        }
    }
};

TEST_P(ExampleYearTest, GivesThePublishedRates)
{
    ASSERT_NO_FATAL_FAILURE(import_both());
    const Execution whole = budgets().execution(actor.org, year, day("2024-12-31")).value();
    EXPECT_EQ(whole.whole.rate()->percent(2).to_string(), "91.41");
    EXPECT_EQ(whole.project.rate()->percent(2).to_string(), "88.97");
    EXPECT_EQ(whole.whole.of(DocumentKind::initial).wan_yuan().to_string(), "2364.55");
    EXPECT_EQ(whole.whole.adjusted().wan_yuan().to_string(), "3720.27");
    EXPECT_EQ(whole.whole.paid.wan_yuan().to_string(), "3400.68");
    std::map<std::string, std::string> rates;
    for (const LineExecution& line : whole.lines) rates[line.line.name] = line.amounts.rate()->percent(2).to_string();
    EXPECT_EQ(rates.at("生活服务经费"), "83.36");
    EXPECT_EQ(rates.at("物业服务经费"), "84.96");
}

TEST_P(ExampleYearTest, FindsTwoServicesWithTenOfTwelveMonthsPaidAndTheRoundingTrace)
{
    ASSERT_NO_FATAL_FAILURE(import_both());
    std::vector<std::string> rules;
    const std::vector<Finding> found = budgets().findings(actor.org, year, day("2024-12-31")).value();
    for (const Finding& finding : found) {
        rules.push_back(finding.rule);
        if (finding.rule == "budget.finding.service_months_unpaid") {
            EXPECT_EQ(finding.numbers, (std::vector<std::string>{"10", "12"}));
        }
    }
    EXPECT_EQ(rules,
              (std::vector<std::string>{"budget.finding.service_months_unpaid", "budget.finding.service_months_unpaid",
                                        "budget.finding.rounding_only"}));
}

TEST_P(ExampleYearTest, ImportedAgainAddsNothing)
{
    ASSERT_NO_FATAL_FAILURE(import_both());
    const std::int64_t payments = stored_payments();
    const std::size_t audit = audit_records();
    for (const char* const name : {"预算.xlsx", "支付.xlsx"}) {
        const auto again = import(name);
        ASSERT_TRUE(again);
        EXPECT_TRUE(again->problems.empty());
        EXPECT_EQ(again->added, 0);
        EXPECT_GT(again->skipped, 0);
    }
    EXPECT_EQ(stored_payments(), payments);
    EXPECT_EQ(audit_records(), audit);
}

MINGJI_EACH_ENGINE(ExampleYearTest);

}  // namespace
}  // namespace budget
