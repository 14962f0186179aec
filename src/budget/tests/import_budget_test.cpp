// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <filesystem>

#include "budget/tests/budget_fixture.h"
#include "spreadsheet/write.h"

namespace budget {
namespace {

using Table = std::vector<std::vector<std::string>>;

const Table two_lines{{"项目编码", "项目名称", "支出类别", "功能科目编码", "经济科目编码"},
                      {"B1", "人员经费", "基本支出", "2010303", "30101"},
                      {"P1", "示例项目", "项目支出", "2010303", "30209"}};
const Table three_documents{{"文号", "日期", "类型", "项目编码", "金额（元）", "事由"},
                            {"示预1号", "2024-01-10", "年初批复", "B1", "100.00", "年初批复"},
                            {"示预1号", "2024-01-10", "年初批复", "P1", "50.00", "年初批复"},
                            {"示预2号", "2024-06-01", "调剂", "B1", "-10.00", "调剂"},
                            {"示预2号", "2024-06-01", "调剂", "P1", "10.00", "调剂"},
                            {"示预3号", "2024-07-01", "追加", "P1", "40.00", "追加"}};
const Table one_contract{
    {"合同编号", "合同名称", "项目编码", "供应商", "合同金额（元）", "签订日期", "服务开始", "服务结束"},
    {"C1", "示例服务", "P1", "示例公司", "100.00", "2024-07-02", "2024-07-01", "2024-12-31"}};

class ImportBudgetTest : public BudgetFixture {
protected:
    ImportOutcome import(const Table& lines, const Table& documents, const Table& contracts)
    {
        const auto path = std::filesystem::temp_directory_path() / ("budget_" + std::to_string(::getpid()) + ".xlsx");
        const auto written = spreadsheet::write_workbook(
            path, {sheet("预算项目", lines), sheet("预算文件", documents), sheet("合同", contracts)});
        EXPECT_TRUE(written);
        auto workbook = spreadsheet::Workbook::open(path).value();
        const ImportOutcome outcome = budgets().import_budget(actor, year, {workbook, "预算.xlsx"}).value();
        std::filesystem::remove(path);
        return outcome;
    }

    static spreadsheet::TableSheet sheet(const std::string& name, const Table& table)
    {
        spreadsheet::TableSheet made{.name = name};
        for (const std::string& title : table.front()) made.columns.push_back({.title = title});
        for (std::size_t row = 1; row < table.size(); ++row) {
            std::vector<spreadsheet::Cell> cells;
            for (const std::string& text : table[row]) cells.push_back({spreadsheet::CellKind::text, text});
            made.rows.push_back(std::move(cells));
        }
        return made;
    }

    static std::string problems(const ImportOutcome& outcome)
    {
        std::string text;
        for (const ImportProblem& problem : outcome.problems)
            text += (text.empty() ? "" : "; ") + problem.place + " " + problem.error.code;
        return text;
    }

    static Table with(Table table, std::size_t row, std::size_t column, const std::string& text)
    {
        table.at(row).at(column) = text;
        return table;
    }
};

TEST_P(ImportBudgetTest, StoresLinesDocumentsAndContracts)
{
    const ImportOutcome outcome = import(two_lines, three_documents, one_contract);
    ASSERT_EQ(problems(outcome), "");
    EXPECT_EQ(outcome.rows, 8);
    EXPECT_EQ(outcome.added, 6);
    EXPECT_EQ(line("B1").adjusted, yuan("90.00"));
    EXPECT_EQ(line("B1").kind, LineKind::basic);
    EXPECT_EQ(line("P1").available(), yuan("0.00"));
    EXPECT_EQ(budgets().contracts(actor.org, year)->front().service, months("2024-07", "2024-12"));
}

TEST_P(ImportBudgetTest, TheReplayOfDocumentsEqualsTheRunningTotals)
{
    ASSERT_TRUE(import(two_lines, three_documents, one_contract).stored);
    ASSERT_TRUE(budgets().issue(
        actor, year, {"示预4号", day("2024-08-01"), DocumentKind::reduction, "追减", {{"B1", yuan("-5.00")}}}));
    ASSERT_TRUE(budgets().pay(actor, year, payment("V1", "2024-09-01", "B1", "80.00")));
    const auto replayed = replay(budgets().documents(actor.org, year).value(), day("2024-12-31"));
    const Execution whole = budgets().execution(actor.org, year, day("2024-12-31")).value();
    for (const LineExecution& executed : whole.lines) {
        EXPECT_EQ(replayed.at(executed.line.code), executed.line.adjusted);
        EXPECT_EQ(executed.amounts.adjusted(), executed.line.adjusted);
        EXPECT_EQ(executed.amounts.committed, executed.line.committed);
        EXPECT_EQ(executed.amounts.paid, executed.line.paid);
    }
    EXPECT_EQ(line("B1").available(), yuan("5.00"));
    EXPECT_EQ(
        code_of(budgets().issue(
            actor, year, {"示预5号", day("2024-10-01"), DocumentKind::reduction, "追减", {{"B1", yuan("-5.01")}}})),
        "budget.document.exceeds_available");
    EXPECT_EQ(
        code_of(budgets().issue(
            actor, year, {"示预3号", day("2024-10-01"), DocumentKind::supplement, "追加", {{"B1", yuan("1.00")}}})),
        "budget.document.number_taken");
    EXPECT_EQ(line("B1").available(), yuan("5.00"));
}

TEST_P(ImportBudgetTest, OneFenMoreThanThereIsCannotBeBound)
{
    EXPECT_EQ(problems(import(two_lines, three_documents, with(one_contract, 1, 4, "100.01"))),
              "合同!E2 budget.contract.exceeds_available");
    EXPECT_TRUE(budgets().lines(actor.org, year)->empty());
    EXPECT_EQ(problems(import(two_lines, three_documents, one_contract)), "");
}

TEST_P(ImportBudgetTest, NamesEveryMistakeAndStoresNothing)
{
    Table lines = with(two_lines, 2, 2, "专项支出");
    lines.push_back({"B1", "人员经费", "基本支出", "", ""});
    Table documents = with(three_documents, 4, 4, "10.01");
    documents = with(documents, 5, 3, "P7");
    documents.push_back({"示预1号", "2024-01-11", "年初批复", "B1", "1.00", ""});
    EXPECT_EQ(problems(import(lines, documents, with(one_contract, 1, 7, ""))),
              "预算项目!C3 budget.import.unknown_kind; 预算项目!A4 budget.import.row_repeated; "
              "预算文件!A7 budget.import.document_rows_differ; 合同!H2 budget.import.one_month_missing; "
              "预算文件!A4 budget.document.transfer_not_balanced; 预算文件!E3 budget.line.unknown; "
              "预算文件!E5 budget.line.unknown; 预算文件!E6 budget.line.unknown");
    EXPECT_TRUE(budgets().lines(actor.org, year)->empty());
}

TEST_P(ImportBudgetTest, ReImportSkipsTheSameAndRefusesTheChanged)
{
    ASSERT_TRUE(import(two_lines, three_documents, one_contract).stored);
    const ImportOutcome again = import(two_lines, three_documents, one_contract);
    EXPECT_EQ(again.skipped, 6);
    EXPECT_EQ(again.added, 0);
    EXPECT_EQ(problems(import(with(two_lines, 1, 1, "别的"), with(three_documents, 5, 4, "41.00"),
                              with(one_contract, 1, 3, "别的公司"))),
              "预算项目!A2 budget.import.stored_differs; 预算文件!A6 budget.import.stored_differs; "
              "合同!E2 budget.import.stored_differs");
    EXPECT_EQ(line("P1").adjusted, yuan("100.00"));
}

TEST_P(ImportBudgetTest, ADocumentKeepsEachReasonOfItsRowsOnce)
{
    Table documents = with(with(three_documents, 1, 5, "追加人员经费"), 2, 5, "人员经费");
    ASSERT_TRUE(import(two_lines, documents, one_contract).stored);
    const std::vector<Document> stored = budgets().documents(actor.org, year).value();
    EXPECT_EQ(stored[0].reason, "追加人员经费；人员经费");
    EXPECT_EQ(stored[1].reason, "调剂");
}

TEST_P(ImportBudgetTest, TheListDigestCoversTheMonthsOfService)
{
    const auto digest = [&](const Table& contracts) {
        EXPECT_TRUE(import(two_lines, three_documents, contracts).stored);
        return *identity::Organisations{*db, clock}.audit(actor.org).back().change.after_digest;
    };
    const std::string half_a_year = digest(one_contract);
    actor.org = identity::Organisations{*db, clock}.create(actor, {{}, "另一中心", "420112", "示例区"})->id;
    EXPECT_NE(digest(with(one_contract, 1, 7, "2024-11-30")), half_a_year);
}

TEST_P(ImportBudgetTest, ASheetThatLacksAColumnIsNotPassedOver)
{
    Table contracts = with(one_contract, 0, 3, "乙方");
    EXPECT_EQ(problems(import(two_lines, three_documents, contracts)), "合同!A1 budget.import.columns_missing");
}

MINGJI_EACH_ENGINE(ImportBudgetTest);

}  // namespace
}  // namespace budget
