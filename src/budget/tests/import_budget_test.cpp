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

    static std::string argument(const ImportProblem& problem, const std::string& name)
    {
        for (const auto& [known, value] : problem.error.args)
            if (known == name) return value;
        return {};
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
              "预算文件!A4 budget.document.transfer_not_balanced; 预算文件!D6 budget.line.unknown; "
              "预算文件!A7 budget.import.document_rows_differ; 合同!H2 budget.import.one_month_missing");
    EXPECT_TRUE(budgets().lines(actor.org, year)->empty());
}

TEST_P(ImportBudgetTest, ReImportSkipsTheSameAndRefusesTheChanged)
{
    ASSERT_TRUE(import(two_lines, three_documents, one_contract).stored);
    const ImportOutcome again = import(two_lines, three_documents, one_contract);
    EXPECT_EQ(again.skipped, 6);
    EXPECT_EQ(again.added, 0);
    const ImportOutcome changed = import(with(two_lines, 1, 1, "别的"), with(three_documents, 5, 4, "41.00"),
                                         with(one_contract, 1, 3, "别的公司"));
    EXPECT_EQ(problems(changed),
              "预算项目!B2 budget.import.stored_differs; 预算文件!E6 budget.import.stored_differs; "
              "合同!D2 budget.import.stored_differs");
    EXPECT_EQ(argument(changed.problems[1], "column"), "金额");
    EXPECT_EQ(argument(changed.problems[1], "before"), "40.00元");
    EXPECT_EQ(argument(changed.problems[1], "after"), "41.00元");
    EXPECT_EQ(line("P1").adjusted, yuan("100.00"));
}

TEST_P(ImportBudgetTest, EachCellThatDiffersFromAStoredRecordIsNamed)
{
    ASSERT_TRUE(import(two_lines, three_documents, one_contract).stored);
    const Table lines = with(with(two_lines, 1, 2, "项目支出"), 2, 4, "30213");
    Table documents = with(with(three_documents, 1, 1, "2024-01-11"), 2, 1, "2024-01-11");
    documents = with(with(documents, 2, 3, "B2"), 5, 5, "别的事由");
    const Table contracts = with(with(one_contract, 1, 5, "2024-07-03"), 1, 7, "2024-11-30");
    EXPECT_EQ(problems(import(lines, documents, contracts)),
              "预算项目!C2 budget.import.stored_differs; 预算项目!E3 budget.import.stored_differs; "
              "预算文件!B2 budget.import.stored_differs; 预算文件!D2 budget.import.stored_has_line; "
              "预算文件!D3 budget.import.stored_lacks_line; 预算文件!F6 budget.import.stored_differs; "
              "合同!F2 budget.import.stored_differs; 合同!G2 budget.import.stored_differs");
}

TEST_P(ImportBudgetTest, ARefusalStandsAtTheCellToCorrect)
{
    const auto with_line = [&](std::size_t row, std::size_t column, const std::string& text) {
        return problems(import(with(two_lines, row, column, text), three_documents, one_contract));
    };
    EXPECT_EQ(with_line(2, 3, "功能"), "预算项目!D3 budget.subject.not_digits");
    EXPECT_EQ(with_line(2, 4, "经济"), "预算项目!E3 budget.subject.not_digits");
    EXPECT_EQ(with_line(2, 1, ""), "预算项目!B3 budget.line.name_empty");

    const auto with_document = [&](std::size_t column, const std::string& text) {
        return problems(import(two_lines, with(three_documents, 5, column, text), one_contract));
    };
    EXPECT_EQ(with_document(1, "2025-07-01"), "预算文件!B6 budget.document.outside_year");
    EXPECT_EQ(with_document(4, "0"), "预算文件!E6 budget.document.amount_zero");
    EXPECT_EQ(with_document(3, "P7"), "预算文件!D6 budget.line.unknown");
    EXPECT_EQ(problems(import(two_lines, with(three_documents, 2, 3, "B1"), Table{one_contract.front()})),
              "预算文件!D3 budget.document.line_repeated");

    const auto with_contract = [&](std::size_t column, const std::string& text) {
        return problems(import(two_lines, three_documents, with(one_contract, 1, column, text)));
    };
    EXPECT_EQ(with_contract(5, "2025-01-01"), "合同!F2 budget.contract.signed_after_year");
    EXPECT_EQ(with_contract(3, ""), "合同!D2 budget.contract.payee_empty");
    EXPECT_EQ(with_contract(4, "0"), "合同!E2 budget.contract.amount_not_positive");
    EXPECT_EQ(with_contract(2, "P7"), "合同!C2 budget.line.unknown");
    EXPECT_EQ(with_contract(6, "2025-01-01"), "合同!G2 budget.contract.service_reversed");
}

TEST_P(ImportBudgetTest, WhatFollowsFromAMistakeIsNotOneMore)
{
    // A line that is not readable is none that is unknown.
    EXPECT_EQ(problems(import(with(two_lines, 2, 2, "专项支出"), three_documents, one_contract)),
              "预算项目!C3 budget.import.unknown_kind");
    EXPECT_EQ(problems(import(with(two_lines, 2, 3, "功能"), three_documents, one_contract)),
              "预算项目!D3 budget.subject.not_digits");
    EXPECT_EQ(problems(import(with(two_lines, 0, 2, "类别"), three_documents, one_contract)),
              "预算项目!A1 budget.import.columns_missing");
    // Nor is a transfer unbalanced, or a contract too much, because an amount cannot be read.
    EXPECT_EQ(problems(import(two_lines, with(three_documents, 4, 4, "十元"), one_contract)),
              "预算文件!E5 budget.import.not_an_amount");
    EXPECT_EQ(problems(import(two_lines, with(three_documents, 5, 4, "四十元"), one_contract)),
              "预算文件!E6 budget.import.not_an_amount");
    EXPECT_EQ(problems(import(two_lines, with(three_documents, 5, 4, "-40.00"), one_contract)),
              "预算文件!E6 budget.document.amount_sign");
    ASSERT_TRUE(import(two_lines, three_documents, one_contract).stored);
    EXPECT_EQ(problems(import(two_lines, with(three_documents, 5, 4, "四十元"), one_contract)),
              "预算文件!E6 budget.import.not_an_amount");
    EXPECT_EQ(problems(import(two_lines, with(three_documents, 5, 1, "2023-07-01"), one_contract)),
              "预算文件!B6 budget.document.outside_year");
}

TEST_P(ImportBudgetTest, SumsTheAddedDocumentsAndAllOfTheFile)
{
    Table documents = three_documents;
    documents.resize(3);
    EXPECT_EQ(import(two_lines, documents, Table{one_contract.front()}).amount, yuan("150.00"));
    const ImportOutcome later = import(two_lines, three_documents, one_contract);
    EXPECT_EQ(later.amount, yuan("40.00"));
    EXPECT_EQ(later.amount_read, yuan("190.00"));
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
