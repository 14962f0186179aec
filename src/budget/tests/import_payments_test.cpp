// SPDX-License-Identifier: Apache-2.0
#include "budget/tests/budget_fixture.h"

namespace budget {
namespace {

const std::string header =
    "支付日期,凭证号,项目编码,收款方,合同编号,服务起月,服务止月,功能科目编码,经济科目编码,金额（元）,类型,原凭证号,"
    "摘要\n";

class ImportPaymentsTest : public BudgetFixture {
protected:
    void SetUp() override
    {
        BudgetFixture::SetUp();
        if (IsSkipped()) return;
        approve("P1", "1000.00");
        approve("P2", "100.00");
        sign("C1", "P1", "600.00", months("2024-01", "2024-12"));
    }

    ImportOutcome import(const std::string& rows, ImportMode mode = ImportMode::store)
    {
        auto workbook = spreadsheet::Workbook::from_bytes(header + rows, "支付明细.csv").value();
        return budgets().import_payments(actor, year, {workbook, "支付明细.csv", mode}).value();
    }

    // "J2 budget.import.not_an_amount; …": the cells with what is wrong there.
    static std::string problems(const ImportOutcome& outcome)
    {
        std::string text;
        for (const ImportProblem& problem : outcome.problems)
            text += (text.empty() ? "" : "; ") + problem.place.substr(problem.place.find('!') + 1) + " " +
                    problem.error.code;
        return text;
    }
};

TEST_P(ImportPaymentsTest, StoresWhatTheRowsSay)
{
    const ImportOutcome outcome = import(
        "2024/1/31,记1,P1,示例物业公司,C1,2024-01,2024年1月,,30211,￥10.00元,支付,,一月服务费\n"
        "2024年2月3日,记2,P2,示例公司,,,,2010399,,99.5,,,\n");
    ASSERT_EQ(problems(outcome), "");
    EXPECT_EQ(outcome.rows, 2);
    EXPECT_EQ(outcome.added, 2);
    EXPECT_EQ(outcome.amount, yuan("109.50"));
    EXPECT_EQ(line("P1").committed, yuan("590.00"));
    EXPECT_EQ(line("P1").paid, yuan("10.00"));
    EXPECT_EQ(line("P2").available(), yuan("0.50"));
    const auto records = budgets().records(actor.org, year, "支付").value();
    ASSERT_EQ(records.rows.size(), 2U);
    EXPECT_EQ(base::to_string(records.rows[0].cells[records.column("服务止月").value()]), "2024-01");
    EXPECT_EQ(base::to_string(records.rows[0].cells[records.column("功能科目编码").value()]), "2010303");
    EXPECT_EQ(base::to_string(records.rows[0].cells[records.column("经济科目编码").value()]), "30211");
    EXPECT_EQ(records.rows[0].place, "支付明细.csv 支付明细!A2");
}

TEST_P(ImportPaymentsTest, NamesEveryMistakeWithItsCellAndStoresNothing)
{
    const std::size_t audit = audit_records();
    const ImportOutcome outcome = import(
        "2024-13-01,记1,P1,示例公司,,,,,,十元,支付,,\n"
        "2024-01-02,记2,P9,示例公司,,,,,,1.00,支付,,\n"
        "2024-01-02,记3,P1,,,,,,,1.00,支付,,\n"
        "2024-01-02,记4,P1,示例公司,C9,,,,,1.00,支付,,\n"
        "2024-01-02,记5,P1,示例公司,C1,2024-03,,,,1.00,支付,,\n"
        "2024-01-02,记6,P1,示例公司,,,,,,1.001,支付,,\n"
        "2025-01-01,记7,P1,示例公司,,,,,,1.00,支付,,\n"
        "2024-01-02,记8,P1,示例公司,,,,,3021X,1.00,付款,,\n"
        "2024-01-02,记9,P1,示例公司,,,,,3021X,1.00,支付,,\n"
        "2024-01-02,,P1,示例公司,,,,,,1.00,支付,,\n"
        "2024-01-02,记10,P1,示例公司,,,,,,-1.00,退款,,\n"
        "2024-01-02,记11,P1,示例公司,,,,,,5.00,支付,,没有错\n");
    EXPECT_EQ(problems(outcome),
              "A2 budget.import.not_a_date; J2 budget.import.not_an_amount; C3 budget.line.unknown; "
              "D4 budget.payment.payee_empty; E5 budget.contract.unknown; G6 budget.import.one_month_missing; "
              "J7 budget.import.not_an_amount; A8 budget.payment.outside_year; K9 budget.import.unknown_kind; "
              "I10 budget.subject.not_digits; B11 budget.payment.voucher_empty; L12 budget.import.original_missing");
    EXPECT_FALSE(outcome.stored);
    EXPECT_EQ(outcome.added, 0);
    EXPECT_EQ(stored_payments(), 0);
    EXPECT_EQ(line("P1").paid, yuan("0.00"));
    EXPECT_EQ(audit_records(), audit);
}

TEST_P(ImportPaymentsTest, NamesTheRowThatGoesTooFarByDate)
{
    const ImportOutcome outcome = import(
        "2024-03-01,记3,P2,示例公司,,,,,,0.01,支付,,\n"
        "2024-01-01,记1,P2,示例公司,,,,,,60.00,支付,,\n"
        "2024-02-01,记2,P2,示例公司,,,,,,40.00,支付,,\n"
        "2024-02-01,记4,P1,示例公司,C1,,,,,600.01,支付,,\n");
    ASSERT_EQ(problems(outcome), "J2 budget.payment.exceeds_available; J5 budget.payment.exceeds_contract");
    // Each refusal speaks of its row: what the rows before it left, and what this one asks for.
    const base::ErrorArgs of_the_line{{"line", "P2"}, {"amount", "0.01"}, {"available", "0.00"}};
    EXPECT_EQ(outcome.problems[0].error.args, of_the_line);
    const base::ErrorArgs of_the_contract{{"contract", "C1"}, {"amount", "600.01"}, {"open", "600.00"}};
    EXPECT_EQ(outcome.problems[1].error.args, of_the_contract);
    const ImportOutcome fits = import(
        "2024-01-01,记1,P2,示例公司,,,,,,60.00,支付,,\n"
        "2024-02-01,记2,P2,示例公司,,,,,,40.00,支付,,\n"
        "2024-02-01,记4,P1,示例公司,C1,,,,,600.00,支付,,\n");
    EXPECT_EQ(problems(fits), "");
    EXPECT_EQ(line("P2").available(), yuan("0.00"));
}

TEST_P(ImportPaymentsTest, ReImportSkipsWhatIsThereAndAddsTheRest)
{
    const std::string january =
        "2024-01-31,记1,P2,示例公司,,,,,,10.00,支付,,一月\n"
        "2024-01-31,记2,P2,示例公司,,,,,,1.00,支付,,甲\n"
        "2024-01-31,记2,P2,示例公司,,,,,,2.00,支付,,乙\n";
    ASSERT_EQ(import(january).added, 3);
    const ImportOutcome again = import(january + "2024-02-29,记3,P2,示例公司,,,,,,5.00,支付,,二月\n");
    EXPECT_EQ(problems(again), "");
    EXPECT_EQ(again.skipped, 3);
    EXPECT_EQ(again.added, 1);
    EXPECT_EQ(line("P2").paid, yuan("18.00"));
    EXPECT_EQ(stored_payments(), 4);
}

TEST_P(ImportPaymentsTest, AVoucherThatSaysSomethingElseIsListedAndRefused)
{
    ASSERT_EQ(import("2024-01-31,记1,P2,示例公司,,,,,,10.00,支付,,一月\n").added, 1);
    const std::string changed = "2024-01-31,记1,P2,示例公司,,,,,,12.00,支付,,一月\n";
    const ImportOutcome refused = import(changed);
    ASSERT_EQ(problems(refused), "B2 budget.import.voucher_differs");
    EXPECT_EQ(refused.problems[0].error.args.back().second, "金额（元） 10.00 → 12.00");
    EXPECT_EQ(line("P2").paid, yuan("10.00"));

    // Corrected by a red-letter entry, the voucher may say the right thing.
    ASSERT_TRUE(budgets().reverse(actor, year, {"记1", 1}, {{"红1", 1}, day("2024-02-01"), {}, "红冲"}));
    const ImportOutcome corrected = import(changed);
    EXPECT_EQ(problems(corrected), "");
    EXPECT_EQ(corrected.added, 1);
    EXPECT_EQ(problems(import(changed)), "");
    EXPECT_EQ(line("P2").paid, yuan("12.00"));
    EXPECT_EQ(stored_payments(), 3);
}

TEST_P(ImportPaymentsTest, WhatFollowsFromAMistakeIsNotOneMore)
{
    const std::string paid =
        "2024-01-31,记1,P1,示例公司,,,,,,10.00,支付,,\n"
        "2024-01-31,记1,P2,示例公司,,,,,,2.00,支付,,\n";
    const std::string refund = "2024-02-01,退1,P1,示例公司,,,,,,-1.00,退款,记1,\n";
    ASSERT_EQ(import(paid + refund).added, 3);
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string rows = paid + refund;
        rows.replace(rows.find(from), from.size(), to);
        return problems(import(rows));
    };
    // A row that is refused for itself is not compared with what is stored.
    EXPECT_EQ(changed("记1,P1", "记1,P9"), "C2 budget.line.unknown");
    EXPECT_EQ(changed("退1,P1", "退1,P9"), "C4 budget.line.unknown");
    EXPECT_EQ(changed("记1,P2,示例公司,", "记1,P2,示例公司,C9"), "E3 budget.contract.unknown");
    EXPECT_EQ(changed("退1,P1", "退1,P2"), "B4 budget.import.voucher_differs");

    // Nor is a refund wrong because the payment it names is, or a payment too much because a refund cannot be read.
    EXPECT_EQ(problems(import("2024-03-01,记2,P9,示例公司,,,,,,5.00,支付,,\n"
                              "2024-03-02,退2,P1,示例公司,,,,,,-5.00,退款,记2,\n")),
              "C2 budget.line.unknown");
    EXPECT_EQ(problems(import("2024-03-01,记2,P2,示例公司,,,,,,98.00,支付,,\n"
                              "2024-03-02,退2,P2,示例公司,,,,,,一元,退款,记2,\n"
                              "2024-03-03,记3,P2,示例公司,,,,,,1.00,支付,,\n")),
              "J3 budget.import.not_an_amount");
}

TEST_P(ImportPaymentsTest, SumsTheAddedRowsAndAllOfTheFile)
{
    const std::string first = "2024-01-31,记1,P2,示例公司,,,,,,10.00,支付,,\n";
    ASSERT_EQ(import(first).amount_read, yuan("10.00"));
    const ImportOutcome later = import(first + "2024-02-01,退1,P2,示例公司,,,,,,-4.00,退款,记1,\n");
    EXPECT_EQ(later.amount, yuan("-4.00"));
    EXPECT_EQ(later.amount_read, yuan("6.00"));
}

TEST_P(ImportPaymentsTest, RefundsAndReversalsNameTheirVoucher)
{
    const std::string rows =
        "2024-02-03,红1,P1,示例公司,,,,,,-30.00,红冲,记1,\n"
        "2024-02-01,记1,P1,示例公司,C1,2024-01,2024-01,,,30.00,支付,,\n"
        "2024-02-03,记2,P1,示例公司,C1,2024-01,2024-01,,,20.00,支付,,\n"
        "2024-03-01,退1,P1,示例公司,,,,,,-20.00,退款,记2,\n";
    const ImportOutcome outcome = import(rows);
    ASSERT_EQ(problems(outcome), "");
    EXPECT_EQ(line("P1").paid, yuan("0.00"));
    EXPECT_EQ(line("P1").committed, yuan("600.00"));
    EXPECT_EQ(budgets().contracts(actor.org, year)->front().paid, yuan("0.00"));
    // A refund that took back everything leaves its month unpaid.
    EXPECT_EQ(budgets().services(actor.org, year, day("2024-02-28"))->front().paid_months(), 1U);
    EXPECT_EQ(budgets().services(actor.org, year, day("2024-03-01"))->front().paid_months(), 0U);
    EXPECT_EQ(import(rows).skipped, 4);
}

TEST_P(ImportPaymentsTest, RefusesCorrectionsThatDoNotFit)
{
    ASSERT_EQ(import("2024-02-01,记1,P1,示例公司,,,,,,30.00,支付,,\n"
                     "2024-02-01,记2,P1,示例公司,,,,,,30.00,支付,,\n"
                     "2024-02-02,红2,P1,示例公司,,,,,,-30.00,红冲,记2,\n")
                  .added,
              3);
    EXPECT_EQ(problems(import("2024-03-01,退1,P1,示例公司,,,,,,-30.01,退款,记1,\n"
                              "2024-03-01,红1,P1,示例公司,,,,,,-29.99,红冲,记1,\n"
                              "2024-03-01,红3,P1,示例公司,,,,,,-30.00,红冲,记2,\n"
                              "2024-03-01,红4,P1,示例公司,,,,,,-30.00,红冲,记9,\n"
                              "2024-03-01,红5,P1,示例公司,C1,,,,,-30.00,红冲,记1,\n")),
              "L2 budget.refund.exceeds_paid; L3 budget.reversal.amount_differs; L4 budget.reversal.already_reversed; "
              "L5 budget.payment.unknown; E6 budget.import.contract_differs");
    EXPECT_EQ(problems(import("2024-03-01,退1,P1,示例公司,,,,,,-20.00,退款,记1,\n"
                              "2024-03-02,退2,P1,示例公司,,,,,,-10.01,退款,记1,\n")),
              "L3 budget.refund.exceeds_paid");
    EXPECT_EQ(import("2024-03-01,退1,P1,示例公司,,,,,,-20.00,退款,记1,\n"
                     "2024-03-02,退2,P1,示例公司,,,,,,-10.00,退款,记1,\n")
                  .added,
              2);
    EXPECT_EQ(line("P1").paid, yuan("0.00"));
}

TEST_P(ImportPaymentsTest, ReadsAmountsAsPeopleWriteThemAndRefusesMisplacedCommas)
{
    const auto amount = [&](const std::string& written) {
        const ImportOutcome outcome =
            import("2024-01-31,记1,P1,示例公司,,,,,,\"" + written + "\",支付,,\n", ImportMode::dry_run);
        return outcome.problems.empty() ? outcome.amount.to_string() : problems(outcome);
    };
    EXPECT_EQ(amount("123.45"), "123.45");
    EXPECT_EQ(amount("¥ 123.45"), "123.45");
    EXPECT_EQ(amount("１２３．４５元"), "123.45");
    EXPECT_EQ(amount("0,123.45"), "123.45");
    EXPECT_EQ(amount("1,23.45"), "J2 budget.import.not_an_amount");
    EXPECT_EQ(amount("123,45"), "J2 budget.import.not_an_amount");
    EXPECT_EQ(amount("1万元"), "J2 budget.import.not_an_amount");
    EXPECT_EQ(amount("一百元"), "J2 budget.import.not_an_amount");
    EXPECT_EQ(amount("123.456"), "J2 budget.import.not_an_amount");
    EXPECT_EQ(amount("10%"), "J2 budget.import.not_an_amount");
}

TEST_P(ImportPaymentsTest, NothingComesBackBeforeItWasPaid)
{
    const std::string paid = "2024-02-02,记1,P1,示例公司,,,,,,30.00,支付,,\n";
    EXPECT_EQ(problems(import(paid + "2024-02-01,退1,P1,示例公司,,,,,,-1.00,退款,记1,\n")),
              "A3 budget.payment.before_original");
    EXPECT_EQ(problems(import(paid + "2024-02-01,红1,P1,示例公司,,,,,,-30.00,红冲,记1,\n")),
              "A3 budget.payment.before_original");
    EXPECT_EQ(problems(import(paid + "2024-02-02,退1,P1,示例公司,,,,,,-1.00,退款,记1,\n")), "");
    const auto on = [&](const std::string& date) {
        return code_of(budgets().refund(actor, year, {"记1", 1}, {{"退2", 1}, day(date), yuan("1.00")}));
    };
    EXPECT_EQ(on("2024-02-01"), "budget.payment.before_original");
    EXPECT_EQ(on("2024-02-02"), "done");
}

TEST_P(ImportPaymentsTest, TheSameRowTwiceIsAMistake)
{
    EXPECT_EQ(problems(import("2024-02-01,记1,P1,示例公司,,,,,,30.00,支付,,甲\n"
                              "2024-02-01,记1,P1,示例公司,,,,,,30.00,支付,,乙\n"
                              "2024-02-01,记1,P1,示例公司,,,,,,30.00,支付,,甲\n")),
              "B4 budget.import.row_repeated");
}

TEST_P(ImportPaymentsTest, TitlesTotalsRemarksAndRepeatedHeadersAreNoRecords)
{
    const std::string rows =
        "2024-01-31,记1,P2,示例公司,,,,,,10.00,支付,,\n"
        "小计,,,,,,,,,10.00,,,\n" +
        header +
        "2024-02-29,记2,P2,示例公司,,,,,,5.00,支付,,\n"
        "合 计,,,,,,,,,15.00,,,\n"
        "备注：本表金额单位为元,,,,,,,,,,,,\n";
    auto workbook =
        spreadsheet::Workbook::from_bytes("示例中心支付台账,,,,,,,,,,,,\n" + header + rows, "支付.csv").value();
    const ImportOutcome outcome = budgets().import_payments(actor, year, {workbook, "支付.csv"}).value();
    EXPECT_EQ(problems(outcome), "");
    EXPECT_EQ(outcome.rows, 2);
    EXPECT_EQ(outcome.totals, 2);
    EXPECT_EQ(outcome.amount, yuan("15.00"));
}

TEST_P(ImportPaymentsTest, ReadsWanYuanAndRefusesUnitsItDoesNotKnow)
{
    const auto import_unit = [&](const std::string& unit) {
        auto workbook =
            spreadsheet::Workbook::from_bytes(
                "支付日期,凭证号,项目编码,收款方,金额" + unit + "\n2024-01-31,记1,P2,示例公司,0.001234\n", "支付.csv")
                .value();
        return budgets().import_payments(actor, year, {workbook, "支付.csv", ImportMode::dry_run}).value();
    };
    EXPECT_EQ(import_unit("（万元）").amount, yuan("12.34"));
    EXPECT_EQ(problems(import_unit("（千元）")), "E1 budget.import.unit_unknown");
    EXPECT_EQ(problems(import_unit("(元)")), "E2 budget.import.not_an_amount");
}

TEST_P(ImportPaymentsTest, ReadsTheUnitFromALineAboveTheHeader)
{
    const auto import_below = [&](const std::string& line, const std::string& unit = "") {
        auto workbook =
            spreadsheet::Workbook::from_bytes("支付台账\n" + line + "\n支付日期,凭证号,项目编码,收款方,金额" + unit +
                                                  "\n2024-01-31,记1,P2,示例公司,0.0012\n",
                                              "支付.csv")
                .value();
        return budgets().import_payments(actor, year, {workbook, "支付.csv", ImportMode::dry_run}).value();
    };
    EXPECT_EQ(import_below("单位：万元").amount, yuan("12.00"));
    EXPECT_EQ(import_below("填表人：综合科,,,,(金额单位: 万元)").amount, yuan("12.00"));
    EXPECT_EQ(import_below("编制单位：示例中心　　单位：万元", "（万元）").amount, yuan("12.00"));
    EXPECT_EQ(import_below("编制单位：示例中心", "（万元）").amount, yuan("12.00"));
    EXPECT_EQ(problems(import_below("单位：元")), "E4 budget.import.not_an_amount");
    EXPECT_EQ(problems(import_below(",,,,单位：千元")), "E2 budget.import.unit_unknown");
    EXPECT_EQ(problems(import_below(",,,,单位：万元", "（元）")), "E2 budget.import.units_differ");
}

TEST_P(ImportPaymentsTest, NamesTheColumnsThatAreMissing)
{
    auto workbook =
        spreadsheet::Workbook::from_bytes("支付日期,凭证号,项目编码,收款方\n2024-01-31,记1,P2,示例\n", "支付.csv")
            .value();
    const ImportOutcome outcome = budgets().import_payments(actor, year, {workbook, "支付.csv"}).value();
    ASSERT_EQ(problems(outcome), "A1 budget.import.columns_missing");
    EXPECT_EQ(outcome.problems[0].error.args.back().second, "金额");
    auto other = spreadsheet::Workbook::from_bytes("会议名称,日期\n示例,2024-01-31\n", "会议.csv").value();
    EXPECT_EQ(problems(budgets().import_payments(actor, year, {other, "会议.csv"}).value()),
              "会议 budget.import.no_table");
}

TEST_P(ImportPaymentsTest, ADryRunSaysTheSameAndStoresNothing)
{
    const std::string rows = "2024-01-31,记1,P2,示例公司,,,,,,10.00,支付,,\n";
    const ImportOutcome dry = import(rows, ImportMode::dry_run);
    EXPECT_EQ(dry.added, 1);
    EXPECT_FALSE(dry.stored);
    EXPECT_EQ(stored_payments(), 0);
    EXPECT_EQ(import(rows).added, 1);
}

TEST_P(ImportPaymentsTest, IsOneRecordOfTheAuditWithTheDigestOfItsList)
{
    const std::size_t before = audit_records();
    ASSERT_EQ(import("2024-01-31,记1,P2,示例公司,,,,,,10.00,支付,,\n"
                     "2024-01-31,记2,P2,示例公司,,,,,,10.00,支付,,\n")
                  .added,
              2);
    const auto audit = identity::Organisations{*db, clock}.audit(actor.org);
    ASSERT_EQ(audit.size(), before + 1);
    EXPECT_EQ(audit.back().change.action, "budget.import.payments");
    EXPECT_EQ(audit.back().change.detail, "2");
    EXPECT_EQ(audit.back().change.after_digest->size(), 64U);
}

TEST_P(ImportPaymentsTest, AHugeAmountIsRefusedAndDoesNotOverflow)
{
    EXPECT_EQ(problems(import("2024-01-31,记1,P2,示例公司,,,,,,999999999999999999,支付,,\n"
                              "2024-01-31,记2,P2,示例公司,,,,,,10000000000.01,支付,,\n")),
              "J2 budget.import.not_an_amount; J3 budget.import.not_an_amount");
}

MINGJI_EACH_ENGINE(ImportPaymentsTest);

}  // namespace
}  // namespace budget
