// SPDX-License-Identifier: Apache-2.0
#include "budget/failed_rows.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "budget/tests/budget_fixture.h"
#include "spreadsheet/write.h"

namespace budget {
namespace {

using Table = std::vector<std::vector<std::string>>;
using Texts = std::vector<std::string>;
using Sheets = std::vector<std::pair<std::string, Table>>;
namespace files = std::filesystem;

const Table payments_in_yuan{
    {"支付日期", "凭证号", "项目编码", "收款方", "合同编号", "服务起月", "服务止月", "金额（元）", "类型", "原凭证号"},
    {"2024-01-31", "记1", "P1", "示例公司", "", "", "", "10.00", "支付", ""},
    {"2024-02-03", "记2", "P1", "示例公司", "", "", "", "20.00", "支付", ""},
    {"2024-02-03", "记2", "P1", "示例公司", "", "", "", "30.00", "支付", ""},
    {"2024-02-03", "记3", "P1", "示例物业", "C1", "2024-02", "2024-02", "5.00", "支付", ""},
    {"2024-03-01", "退1", "P1", "示例公司", "", "", "", "-20.00", "退款", "记2"},
    {"2024-03-02", "退2", "P1", "示例公司", "", "", "", "-25.00", "退款", "记2"},
    {"合计", "", "", "", "", "", "", "20.00", "", ""}};
const Table payments_in_wan{{"支付日期", "凭证号", "项目编码", "收款方", "金额（万元）"},
                            {"2024-04-01", "记4", "P1", "示例公司", "0.000123"},
                            {"2024-04-02", "记5", "P1", "示例公司", "0.0002"}};

const Table budget_lines{{"项目编码", "项目名称", "支出类别", "功能科目编码", "经济科目编码"},
                         {"B1", "人员经费", "基本支出", "2010303", "30101"},
                         {"P2", "物业项目", "项目支出", "2010303", "30209"},
                         {"P1", "示例项目", "项目支出", "2010303", "30209"}};
const Table budget_documents{{"文号", "日期", "类型", "项目编码", "金额（万元）", "事由"},
                             {"示预1号", "2024-01-10", "年初批复", "B1", "0.0100", "人员"},
                             {"示预1号", "2024-01-10", "年初批复", "P1", "0.0050", "项目"},
                             {"示预2号", "2024-06-01", "调剂", "B1", "-0.0010", "调出"},
                             {"示预2号", "2024-06-01", "调剂", "P2", "0.0010", "调入"},
                             {"示预3号", "2024-07-01", "追加", "P1", "0.0040", "追加"}};
const Table budget_contracts{
    {"合同编号", "合同名称", "项目编码", "供应商", "合同金额（元）", "签订日期", "服务开始", "服务结束"},
    {"C1", "示例服务", "P1", "示例公司", "30.00", "2024-07-02", "2024-07", "2024-12"},
    {"C2", "示例物业", "P2", "示例物业", "10.00", "2024-07-02", "", ""}};

Table with(Table table, std::size_t row, std::size_t column, const std::string& text)
{
    table.at(row).at(column) = text;
    return table;
}

class FailedRowsTest : public BudgetFixture {
protected:
    void SetUp() override
    {
        BudgetFixture::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        folder_ = files::temp_directory_path() / ("budget_failed_" + std::to_string(::getpid()));
        files::create_directories(folder_);
        failed = folder_ / "待改正.xlsx";
    }
    void TearDown() override
    {
        files::remove_all(folder_);
        BudgetFixture::TearDown();
    }

    files::path file(const Sheets& sheets) const
    {
        std::vector<spreadsheet::TableSheet> tables;
        for (const auto& [name, rows] : sheets) {
            spreadsheet::TableSheet table{.name = name};
            for (const std::string& title : rows.front()) table.columns.push_back({.title = title});
            for (std::size_t row = 1; row < rows.size(); ++row) {
                table.rows.emplace_back();
                for (const std::string& text : rows[row]) table.rows.back().push_back(cell(text));
            }
            tables.push_back(std::move(table));
        }
        const files::path path = folder_ / "原件.xlsx";
        EXPECT_TRUE(spreadsheet::write_workbook(path, tables));
        return path;
    }

    // An amount is a number, as most clerks have it.
    static spreadsheet::Cell cell(const std::string& text)
    {
        const bool is_number = text.find('.') != std::string::npos && base::Decimal::parse(text);
        return {is_number ? spreadsheet::CellKind::number : spreadsheet::CellKind::text, text};
    }

    ImportOutcome import(ImportKind kind, const files::path& path, const base::Actor& by)
    {
        auto workbook = spreadsheet::Workbook::open(path).value();
        const ImportFile from{workbook, "导入.xlsx"};
        return (kind == ImportKind::budget ? budgets().import_budget(by, year, from)
                                           : budgets().import_payments(by, year, from))
            .value();
    }

    base::Result<std::size_t> write(ImportKind kind, const files::path& path)
    {
        auto workbook = spreadsheet::Workbook::open(path).value();
        return budgets().write_failed(actor, year, kind, {workbook, "原件.xlsx"},
                                      {failed, [](const base::Error& error) { return error.code; }});
    }

    // A sheet as lines of cells: 甲|1.5
    static Texts lines_of(const files::path& path, const std::string& name)
    {
        auto workbook = spreadsheet::Workbook::open(path).value();
        const Texts& names = workbook.sheets();
        const auto sheet = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
        Texts lines;
        EXPECT_TRUE(workbook.each_row(sheet, [&](const spreadsheet::Row& row) {
            std::string line;
            for (const spreadsheet::Cell& at : row.cells) line += (&at == &row.cells.front() ? "" : "|") + at.text;
            lines.push_back(line);
            return spreadsheet::Visit::go_on;
        }));
        return lines;
    }

    static Texts sheets_of(const files::path& path) { return spreadsheet::Workbook::open(path)->sheets(); }

    // What a person does with the file: writes the right text over each wrong one and saves.
    void correct(const std::map<std::string, std::string>& right)
    {
        auto workbook = spreadsheet::Workbook::open(failed).value();
        std::vector<spreadsheet::TableSheet> sheets;
        for (std::size_t sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
            spreadsheet::TableSheet table{.name = workbook.sheets()[sheet]};
            EXPECT_TRUE(workbook.each_row(sheet, [&](const spreadsheet::Row& row) {
                const bool is_header = table.columns.empty();
                for (const spreadsheet::Cell& at : row.cells)
                    if (is_header) table.columns.push_back({.title = at.text});
                if (is_header) return spreadsheet::Visit::go_on;
                table.rows.push_back(row.cells);
                for (spreadsheet::Cell& at : table.rows.back())
                    if (right.contains(at.text)) at = {spreadsheet::CellKind::text, right.at(at.text)};
                return spreadsheet::Visit::go_on;
            }));
            sheets.push_back(std::move(table));
        }
        EXPECT_TRUE(spreadsheet::write_workbook(failed, sheets));
    }

    base::Actor another_office()
    {
        base::Actor other = actor;
        other.org = identity::Organisations{*db, clock}.create(actor, {{}, "另一中心", "420112", "示例区"})->id;
        EXPECT_TRUE(budgets().open_year(other, year));
        return other;
    }

    // Everything that is recorded of the year, but for where it came from.
    Texts state_of(const base::Actor& office)
    {
        Texts state;
        for (const char* const collection : {"支付", "项目", "文件", "服务期"}) {
            const base::Records records = budgets().records(office.org, year, collection).value();
            for (const base::Record& record : records.rows) state.push_back(record.id + " " + record.digest);
        }
        const std::vector<Contract> contracts = budgets().contracts(office.org, year).value();
        for (const Contract& contract : contracts)
            state.push_back(contract.number + contract.title + contract.payee + contract.amount.to_string() +
                            contract.paid.to_string());
        return state;
    }

    files::path failed;

private:
    files::path folder_;
};

TEST_P(FailedRowsTest, CorrectedPaymentsAreTheRightFile)
{
    const auto open = [&](const base::Actor& office) {
        const files::path path = file(
            {{"项目", {{"项目编码", "项目名称", "支出类别"}, {"P1", "示例", "项目支出"}}},
             {"文件",
              {{"文号", "日期", "类型", "项目编码", "金额"}, {"示预1号", "2024-01-01", "年初批复", "P1", "100.00"}}},
             {"合同",
              {{"合同编号", "项目编码", "供应商", "合同金额", "签订日期"},
               {"C1", "P1", "示例物业", "5.00", "2024-01-02"}}}});
        ASSERT_TRUE(import(ImportKind::budget, path, office).stored);
    };
    const base::Actor other = another_office();
    open(actor);
    open(other);
    const Sheets right{{"元", payments_in_yuan}, {"万元", payments_in_wan}};
    const Sheets wrong{{"元", with(with(payments_in_yuan, 3, 0, "三月底"), 4, 7, "5.001")},
                       {"万元", with(payments_in_wan, 2, 4, "两元")}};
    const files::path original = file(wrong);
    const ImportOutcome refused = import(ImportKind::payments, original, actor);
    EXPECT_EQ(refused.problems.size(), 3U);
    EXPECT_EQ(write(ImportKind::payments, original).value(), 3U);

    // A voucher's rows, and the refunds that name it, go back together: which entry is which depends on their order.
    EXPECT_EQ(sheets_of(failed),
              (Texts{"有错误的支付明细", "有错误的支付明细（万元）", "其余的支付明细", "其余的支付明细（万元）"}));
    const Texts to_correct = lines_of(failed, "有错误的支付明细");
    ASSERT_EQ(to_correct.size(), 6U);
    EXPECT_EQ(to_correct[1], "记2|2024-02-03|P1|示例公司||||||20|支付");
    EXPECT_EQ(to_correct[2], "记2|三月底|P1|示例公司||||||30|支付|||元!A4 支付日期：budget.import.not_a_date");
    EXPECT_EQ(to_correct[3],
              "记3|2024-02-03|P1|示例物业|C1|2024-02|2024-02|||5.001|支付|||"
              "元!H5 金额：budget.import.not_an_amount");
    EXPECT_EQ(lines_of(failed, "其余的支付明细").size(), 2U);
    EXPECT_EQ(lines_of(failed, "其余的支付明细（万元）").back(), "记4|2024-04-01|P1|示例公司||||||0.000123");

    const ImportOutcome again = import(ImportKind::payments, failed, actor);
    EXPECT_EQ(again.rows, refused.rows);
    EXPECT_EQ(again.problems.size(), 3U);
    EXPECT_EQ(stored_payments(), 0);

    correct({{"三月底", "2024-02-03"}, {"5.001", "5.00"}, {"两元", "0.0002"}});
    const ImportOutcome corrected = import(ImportKind::payments, failed, actor);
    for (const ImportProblem& problem : corrected.problems) ADD_FAILURE() << problem.place << problem.error.code;
    const ImportOutcome expected = import(ImportKind::payments, file(right), other);
    EXPECT_EQ(corrected.added, expected.added);
    EXPECT_EQ(corrected.amount, yuan("23.23"));
    EXPECT_EQ(expected.amount, yuan("23.23"));
    EXPECT_EQ(state_of(actor), state_of(other));
}

TEST_P(FailedRowsTest, ACorrectedBudgetIsTheRightFile)
{
    const base::Actor other = another_office();
    const Sheets right{{"项目", budget_lines}, {"文件", budget_documents}, {"合同", budget_contracts}};
    const Sheets wrong{{"项目", with(budget_lines, 2, 2, "专项")},
                       {"文件", with(budget_documents, 4, 4, "0.0011")},
                       {"合同", with(budget_contracts, 2, 5, "去年")}};
    const files::path original = file(wrong);
    const ImportOutcome refused = import(ImportKind::budget, original, actor);
    EXPECT_EQ(refused.rows, 10);
    EXPECT_EQ(write(ImportKind::budget, original).value(), 3U);
    // The order of lines is the office's, so they stay together; so do the rows of a document, with its unit.
    EXPECT_EQ(sheets_of(failed), (Texts{"有错误的预算项目", "有错误的预算文件（万元）", "有错误的合同",
                                        "其余的预算文件（万元）", "其余的合同"}));
    EXPECT_EQ(lines_of(failed, "有错误的预算项目").size(), 4U);
    EXPECT_EQ(lines_of(failed, "有错误的预算文件（万元）").size(), 3U);
    EXPECT_EQ(lines_of(failed, "其余的预算文件（万元）").size(), 4U);

    correct({{"专项", "项目支出"}, {"0.0011", "0.0010"}, {"去年", "2024-07-02"}});
    const ImportOutcome corrected = import(ImportKind::budget, failed, actor);
    for (const ImportProblem& problem : corrected.problems) ADD_FAILURE() << problem.place << problem.error.code;
    EXPECT_EQ(corrected.rows, 10);
    ASSERT_TRUE(import(ImportKind::budget, file(right), other).stored);
    EXPECT_EQ(state_of(actor), state_of(other));
    EXPECT_EQ(line("P1").adjusted, yuan("90.00"));
}

TEST_P(FailedRowsTest, EveryWrongRowIsThereBeyondTheThousandThatAreListed)
{
    approve("P1", "5000.00");
    Table rows{{"支付日期", "凭证号", "项目编码", "收款方", "金额（元）"}};
    for (int i = 0; i < 1'200; ++i) rows.push_back({"2024-01-31", "错" + std::to_string(i), "P9", "示例", "1.00"});
    for (int i = 0; i < 300; ++i) rows.push_back({"2024-01-31", "对" + std::to_string(i), "P1", "示例", "1.00"});
    const files::path original = file({{"支付", rows}});
    const ImportOutcome refused = import(ImportKind::payments, original, actor);
    EXPECT_EQ(refused.problems.size(), 1'000U);
    EXPECT_EQ(refused.problems_not_listed, 200);
    EXPECT_EQ(write(ImportKind::payments, original).value(), 1'200U);
    EXPECT_EQ(lines_of(failed, "有错误的支付明细").size(), 1U + 1'200U);
    EXPECT_EQ(lines_of(failed, "有错误的支付明细").back(),
              "错1199|2024-01-31|P9|示例||||||1||||支付!C1201 项目编码：budget.line.unknown");
    EXPECT_EQ(lines_of(failed, "其余的支付明细").size(), 1U + 300U);
    correct({{"P9", "P1"}});
    EXPECT_EQ(import(ImportKind::payments, failed, actor).added, 1'500);
    EXPECT_EQ(line("P1").paid, yuan("1500.00"));
}

TEST_P(FailedRowsTest, NothingIsWrittenWithoutAMistakeOrWithAWrongHeader)
{
    approve("P1", "100.00");
    const Table right{{"支付日期", "凭证号", "项目编码", "收款方", "金额（元）"},
                      {"2024-01-31", "记1", "P1", "示例", "1.00"}};
    EXPECT_EQ(write(ImportKind::payments, file({{"一月", right}})).value(), 0U);
    const files::path two = file({{"一月", with(right, 1, 2, "P9")}, {"二月", with(right, 0, 4, "金额（千元）")}});
    EXPECT_EQ(code_of(write(ImportKind::payments, two)), "spreadsheet.failed.header_wrong");
    EXPECT_FALSE(files::exists(failed));
    EXPECT_EQ(code_of(write(ImportKind::payments, file({{"会议", {{"会议名称"}, {"示例"}}}}))),
              "spreadsheet.failed.header_wrong");
}

TEST_P(FailedRowsTest, ABrokenFormulaStaysAMistake)
{
    approve("P1", "100.00");
    const Table rows{{"支付日期", "凭证号", "项目编码", "收款方", "金额（元）"},
                     {"2024-01-31", "记1", "P1", "#N/A", "1.00"}};
    EXPECT_EQ(write(ImportKind::payments, file({{"一月", rows}})).value(), 1U);
    const ImportOutcome again = import(ImportKind::payments, failed, actor);
    ASSERT_EQ(again.problems.size(), 1U);
    EXPECT_EQ(again.problems[0].error.code, "budget.import.cell_error");
}

MINGJI_EACH_ENGINE(FailedRowsTest);

}  // namespace
}  // namespace budget
