// SPDX-License-Identifier: Apache-2.0
#include "budget/templates.h"

#include <unistd.h>

#include <filesystem>

#include "budget/tests/budget_fixture.h"

namespace budget {
namespace {

class TemplateTest : public BudgetFixture {
protected:
    // What the import says of a template, as it is handed out or with its example rows as real ones.
    template <class Import>
    ImportOutcome import(std::vector<spreadsheet::TableSheet> sheets, bool with_examples, Import use_case)
    {
        for (spreadsheet::TableSheet& sheet : sheets)
            if (with_examples) sheet.rows.swap(sheet.example_rows);
        const auto path = std::filesystem::temp_directory_path() / ("template_" + std::to_string(::getpid()) + ".xlsx");
        EXPECT_TRUE(spreadsheet::write_workbook(path, sheets));
        auto workbook = spreadsheet::Workbook::open(path).value();
        auto all = budgets();
        ImportOutcome outcome = (all.*use_case)(actor, year, ImportFile{workbook, "模板.xlsx"}).value();
        std::filesystem::remove(path);
        return outcome;
    }
};

TEST_P(TemplateTest, AnUntouchedTemplateHoldsNoRecords)
{
    for (const auto& outcome : {import(budget_template(year), false, &Budgets::import_budget),
                                import(payments_template(year, {}, {}), false, &Budgets::import_payments)}) {
        EXPECT_TRUE(outcome.problems.empty());
        EXPECT_TRUE(outcome.sheets_passed_over.empty());
        EXPECT_EQ(outcome.rows, 0);
        EXPECT_FALSE(outcome.examples.empty());
    }
}

TEST_P(TemplateTest, ItsExamplesImportAsTheyStand)
{
    const ImportOutcome planned = import(budget_template(year), true, &Budgets::import_budget);
    for (const ImportProblem& problem : planned.problems) ADD_FAILURE() << problem.place << problem.error.code;
    EXPECT_EQ(planned.added, 3);
    const auto sheets =
        payments_template(year, budgets().lines(actor.org, year).value(), budgets().contracts(actor.org, year).value());
    EXPECT_EQ(sheets[0].columns[2].choices, std::vector<std::string>{"P01"});
    EXPECT_EQ(sheets[0].columns[4].choices, std::vector<std::string>{"HT-01"});
    const ImportOutcome paid = import(sheets, true, &Budgets::import_payments);
    for (const ImportProblem& problem : paid.problems) ADD_FAILURE() << problem.place << problem.error.code;
    EXPECT_EQ(paid.added, 1);
    EXPECT_EQ(line("P01").paid, yuan("100000.00"));
}

MINGJI_EACH_ENGINE(TemplateTest);

}  // namespace
}  // namespace budget
