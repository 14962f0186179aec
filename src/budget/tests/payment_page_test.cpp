// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "budget/exports.h"
#include "budget/tests/budget_fixture.h"

namespace budget {
namespace {

class PaymentPageTest : public BudgetFixture {
protected:
    void SetUp() override
    {
        BudgetFixture::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        approve("P1", "1000.00");
        approve("P2", "1000.00");
        sign("C1", "P1", "100.00");
        for (int n = 0; n < 30; ++n) {
            Payment paid = payment("V" + std::to_string(100 + n), "2024-0" + std::to_string(n % 3 + 1) + "-10",
                                   n % 2 == 0 ? "P1" : "P2", "1.00");
            paid.payee = n % 10 == 0 ? "Example 100%" : "示例公司" + std::to_string(n % 4);
            if (n == 4) paid.contract = "C1";
            ASSERT_TRUE(budgets().pay(actor, year, paid));
        }
        ASSERT_TRUE(budgets().refund(actor, year, {"V100", 1}, {{"R1", 1}, day("2024-01-10"), yuan("0.40")}));
    }

    PaymentPage page(const PaymentFilter& filter, std::size_t limit = 50)
    {
        return budgets().payment_page(actor.org, year, filter, {}, limit).value();
    }
    // count/amount
    std::string total(const PaymentFilter& filter, std::size_t limit = 50)
    {
        const PaymentPage found = page(filter, limit);
        return std::to_string(found.count) + "/" + found.amount.to_string();
    }
};

TEST_P(PaymentPageTest, PagesSeeEachEntryOnceInTheOrderOfDays)
{
    for (const std::size_t limit : {std::size_t{1}, std::size_t{7}, std::size_t{31}, std::size_t{50}}) {
        std::vector<std::string> seen;
        std::optional<PaymentPlace> behind;
        while (true) {
            const auto found = budgets().payment_page(actor.org, year, {}, behind, limit).value();
            EXPECT_EQ(found.count, 31);
            EXPECT_EQ(found.amount.to_string(), "29.60");
            for (const Payment& entry : found.payments)
                seen.push_back(entry.paid_on.to_string() + " " + entry.key.to_string());
            if (!found.has_next) break;
            behind = PaymentPlace{found.payments.back().paid_on, found.payments.back().key};
        }
        EXPECT_EQ(seen.size(), 31U);
        EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
        EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), 31U);
    }
}

TEST_P(PaymentPageTest, NamesWhatCorrectsAnEntry)
{
    ASSERT_TRUE(budgets().refund(actor, year, {"V100", 1}, {{"A1", 1}, day("2024-03-11"), yuan("0.10")}));
    ASSERT_TRUE(budgets().reverse(actor, year, {"R1", 1}, {{"R2", 1}, day("2024-03-12"), {}, "示例"}));
    std::map<std::string, std::string> named;
    const auto note = [&](const Payment& entry) {
        std::string& by = named[entry.key.to_string()];
        for (const EntryKey& key : entry.corrected_by) by += key.to_string() + " ";
    };
    for (const std::size_t limit : {std::size_t{1}, std::size_t{50}}) {
        named.clear();
        std::optional<PaymentPlace> behind;
        while (true) {
            const auto found = budgets().payment_page(actor.org, year, {}, behind, limit).value();
            for (const Payment& entry : found.payments) note(entry);
            if (!found.has_next) break;
            behind = PaymentPlace{found.payments.back().paid_on, found.payments.back().key};
        }
        EXPECT_EQ(named["V100/1"], "A1/1 R1/1 ");
        EXPECT_EQ(named["R1/1"], "R2/1 ");
        EXPECT_EQ(named["V101/1"], "");
        EXPECT_EQ(named["R2/1"], "");
    }
    named.clear();
    ASSERT_TRUE(budgets().each_payment(actor.org, year, {"P1", "", {}, ""}, note));
    EXPECT_EQ(named["V100/1"], "A1/1 R1/1 ");
}

TEST_P(PaymentPageTest, CountsAndAddsUpWhatAFilterTakes)
{
    for (const std::size_t limit : {std::size_t{1}, std::size_t{50}}) {  // counted apart, and as they come
        EXPECT_EQ(total({"P1", "", {}, ""}, limit), "16/14.60");
        EXPECT_EQ(total({"", "C1", {}, ""}, limit), "1/1.00");
        EXPECT_EQ(total({"", "", Month::parse("2024-02").value(), ""}, limit), "10/10.00");
        EXPECT_EQ(total({"P2", "", Month::parse("2024-02").value(), ""}, limit), "5/5.00");
        EXPECT_EQ(total({"", "", {}, "示例公司3"}, limit), "7/7.00");
        EXPECT_EQ(total({"", "", {}, "V10"}, limit), "10/10.00");
        EXPECT_EQ(total({"", "", {}, "eXAMPLE 100%"}, limit), "4/2.60");
        EXPECT_EQ(total({"", "", {}, "没有"}, limit), "0/0.00");
        EXPECT_EQ(total({"", "", Month::parse("2024-12").value(), ""}, limit), "0/0.00");
    }
}

TEST_P(PaymentPageTest, WhatIsLookedForStandsForItself)
{
    EXPECT_EQ(page({"", "", {}, "100%"}).count, 4);  // three payments and the refund of the first
    EXPECT_EQ(page({"", "", {}, "1_0"}).count, 0);
    EXPECT_EQ(page({"", "", {}, "%"}).count, 4);
    EXPECT_EQ(page({"", "", {}, "' OR 1=1 --"}).count, 0);
    EXPECT_EQ(page({"", "", {}, "eXample"}).count, 4);
    EXPECT_EQ(page({"", "", {}, "v129"}).count, 1);
}

TEST_P(PaymentPageTest, RefusesAFilterThatNamesWhatIsNotThere)
{
    const auto code = [&](const PaymentFilter& filter) {
        return code_of(budgets().payment_page(actor.org, year, filter, {}, 10));
    };
    EXPECT_EQ(code({"P9", "", {}, ""}), "budget.line.unknown");
    EXPECT_EQ(code({"", "C9", {}, ""}), "budget.contract.unknown");
    EXPECT_EQ(code_of(budgets().payment_page(actor.org, base::FiscalYear{2023}, {}, {}, 10)), "budget.year.unknown");
    EXPECT_EQ(budgets().payment_page(base::OrgId{"other"}, year, {}, {}, 10).error().code, "budget.year.unknown");
}

TEST_P(PaymentPageTest, ExportsAreReadAsTheyWereWritten)
{
    const auto file = std::filesystem::temp_directory_path() / ("mingji-export-" + base::new_uuid(clock) + ".xlsx");
    const auto imported = [&](ExportKind kind) {
        EXPECT_TRUE(export_records(budgets(), {actor.org, year, kind}, file, spreadsheet::TableFormat::xlsx));
        auto workbook = spreadsheet::Workbook::open(file).value();
        const ImportFile source{workbook, "导出.xlsx", ImportMode::dry_run};
        const auto outcome = kind == ExportKind::payments ? budgets().import_payments(actor, year, source)
                                                          : budgets().import_budget(actor, year, source);
        std::filesystem::remove(file);
        EXPECT_TRUE(outcome->problems.empty())
            << outcome->problems.front().error.code << outcome->problems.front().place;
        return std::to_string(outcome->added) + "/" + std::to_string(outcome->skipped);
    };
    EXPECT_EQ(imported(ExportKind::lines), "0/2");
    EXPECT_EQ(imported(ExportKind::documents), "0/2");
    EXPECT_EQ(imported(ExportKind::contracts), "0/1");
    EXPECT_EQ(imported(ExportKind::payments), "0/31");
}

TEST_P(PaymentPageTest, ProgressCanEndAnImport)
{
    const auto file = std::filesystem::temp_directory_path() / ("mingji-stop-" + base::new_uuid(clock) + ".csv");
    std::ofstream{file} << "支付日期,凭证号,项目编码,收款方,金额\n2024-03-01,W1,P1,示例,1.00\n";
    auto workbook = spreadsheet::Workbook::open(file).value();
    const ImportFile source{workbook, "支付.csv", ImportMode::store,
                            [](std::int64_t, std::int64_t) { throw base::Cancelled{}; }};
    EXPECT_THROW(static_cast<void>(budgets().import_payments(actor, year, source)), base::Cancelled);
    EXPECT_EQ(stored_payments(), 31);
    std::filesystem::remove(file);
}

MINGJI_EACH_ENGINE(PaymentPageTest);

}  // namespace
}  // namespace budget
