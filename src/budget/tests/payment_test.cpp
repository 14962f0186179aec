// SPDX-License-Identifier: Apache-2.0
#include "budget/tests/budget_fixture.h"

namespace budget {
namespace {

class PaymentTest : public BudgetFixture {};

TEST_P(PaymentTest, PaysTheLastFenAndNotOneMore)
{
    approve("P1", "100.00");
    ASSERT_TRUE(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "99.99")));
    EXPECT_EQ(code_of(budgets().pay(actor, year, payment("V2", "2024-02-02", "P1", "0.02"))),
              "budget.payment.exceeds_available");
    EXPECT_EQ(line("P1").available(), yuan("0.01"));
    EXPECT_EQ(code_of(budgets().pay(actor, year, payment("V2", "2024-02-02", "P1", "0.01"))), "done");
    EXPECT_EQ(line("P1").available(), yuan("0.00"));
    EXPECT_EQ(stored_payments(), 2);
}

TEST_P(PaymentTest, MoneyBoundByAContractIsNotFree)
{
    approve("P1", "100.00");
    sign("C1", "P1", "60.00");
    EXPECT_EQ(line("P1").available(), yuan("40.00"));
    EXPECT_EQ(code_of(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "40.01"))),
              "budget.payment.exceeds_available");
    EXPECT_EQ(code_of(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "40.00"))), "done");
}

TEST_P(PaymentTest, AContractIsPaidToItsLastFenAndNotBeyond)
{
    approve("P1", "100.00");
    sign("C1", "P1", "60.00");
    sign("C2", "P1", "40.00");
    Payment paid = payment("V1", "2024-02-01", "P1", "60.01");
    paid.contract = "C1";
    EXPECT_EQ(code_of(budgets().pay(actor, year, paid)), "budget.payment.exceeds_contract");
    paid.amount = yuan("100.01");
    EXPECT_EQ(code_of(budgets().pay(actor, year, paid)), "budget.payment.exceeds_contract");
    paid.amount = yuan("60.00");
    EXPECT_EQ(code_of(budgets().pay(actor, year, paid)), "done");
    EXPECT_EQ(line("P1").committed, yuan("40.00"));
    EXPECT_EQ(line("P1").paid, yuan("60.00"));
}

TEST_P(PaymentTest, RefusesWhatDoesNotFitItsContract)
{
    approve("P1", "100.00");
    approve("P2", "100.00");
    sign("C1", "P1", "60.00", months("2024-01", "2024-06"));
    Payment paid = payment("V1", "2024-02-01", "P2", "1.00");
    paid.contract = "C1";
    EXPECT_EQ(code_of(budgets().pay(actor, year, paid)), "budget.payment.outside_contract");
    paid.line = "P1";
    paid.service = months("2024-06", "2024-07");
    EXPECT_EQ(code_of(budgets().pay(actor, year, paid)), "budget.payment.outside_service");
    paid.service = months("2024-06", "2024-05");
    EXPECT_EQ(code_of(budgets().pay(actor, year, paid)), "budget.payment.service_reversed");
    paid.contract = "C9";
    EXPECT_EQ(code_of(budgets().pay(actor, year, paid)), "budget.contract.unknown");
    paid.contract = "C1";
    paid.service = months("2024-06", "2024-06");
    EXPECT_EQ(code_of(budgets().pay(actor, year, paid)), "done");
}

TEST_P(PaymentTest, RefusesAVoucherTwiceButTakesItsSecondEntry)
{
    approve("P1", "100.00");
    ASSERT_TRUE(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "1.00")));
    EXPECT_EQ(code_of(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "1.00"))),
              "budget.payment.voucher_taken");
    EXPECT_EQ(line("P1").paid, yuan("1.00"));
    Payment second = payment("V1", "2024-02-01", "P1", "1.00");
    second.key.entry = 2;
    EXPECT_EQ(code_of(budgets().pay(actor, year, second)), "done");
}

TEST_P(PaymentTest, SaysThatSomethingIsRecordedAlreadyAndNotThatItsMoneyIsGone)
{
    approve("P1", "100.00");
    sign("C1", "P1", "60.00");
    ASSERT_TRUE(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "40.00")));
    EXPECT_EQ(code_of(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "40.00"))),
              "budget.payment.voucher_taken");
    EXPECT_EQ(
        code_of(budgets().sign(actor, year, {"C1", "示例服务", "P1", "示例公司", yuan("60.00"), day("2024-01-20")})),
        "budget.contract.number_taken");
    EXPECT_EQ(code_of(budgets().issue(
                  actor, year,
                  {"示预〔2024〕P1", day("2024-01-10"), DocumentKind::reduction, "追减", {{"P1", yuan("-0.01")}}})),
              "budget.document.number_taken");
    ASSERT_TRUE(budgets().reverse(actor, year, {"V1", 1}, {{"H1", 1}, day("2024-02-02")}));
    EXPECT_EQ(code_of(budgets().reverse(actor, year, {"H1", 1}, {{"H2", 0}, day("2024-02-02")})),
              "budget.reversal.of_a_reversal");
    Payment none = payment("V2", "2024-02-01", "P1", "1.00");
    none.key.entry = 0;
    EXPECT_EQ(code_of(budgets().pay(actor, year, none)), "budget.payment.entry_not_positive");
}

TEST_P(PaymentTest, AreListedByDayAndByWhatIsAskedFor)
{
    approve("P1", "100.00");
    approve("P2", "100.00");
    sign("C1", "P1", "60.00", months("2024-01", "2024-12"));
    Payment under_contract = payment("V3", "2024-02-29", "P1", "3.00");
    under_contract.contract = "C1";
    ASSERT_TRUE(budgets().pay(actor, year, under_contract));
    ASSERT_TRUE(budgets().pay(actor, year, payment("V2", "2024-02-01", "P1", "2.00")));
    ASSERT_TRUE(budgets().pay(actor, year, payment("V1", "2024-03-01", "P2", "1.00")));
    const auto vouchers = [&](const PaymentFilter& filter) {
        const std::vector<Payment> found = budgets().payments(actor.org, year, filter).value();
        std::string text;
        for (const Payment& entry : found) text += (text.empty() ? "" : " ") + entry.key.voucher;
        return text;
    };
    EXPECT_EQ(vouchers({}), "V2 V3 V1");
    EXPECT_EQ(vouchers({"P1"}), "V2 V3");
    EXPECT_EQ(vouchers({"", "C1"}), "V3");
    EXPECT_EQ(vouchers({"", "", Month::parse("2024-02").value()}), "V2 V3");
    EXPECT_EQ(vouchers({"P2", "", Month::parse("2024-02").value()}), "");
    EXPECT_EQ(code_of(budgets().payments(actor.org, year, {"P9"})), "budget.line.unknown");
    EXPECT_EQ(code_of(budgets().payments(actor.org, year, {"", "C9"})), "budget.contract.unknown");
    EXPECT_EQ(code_of(budgets().payments(actor.org, {2025})), "budget.year.unknown");
}

TEST_P(PaymentTest, RefundsWhatWasPaidAndNotOneFenMore)
{
    approve("P1", "100.00");
    ASSERT_TRUE(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "50.00")));
    ASSERT_TRUE(budgets().pay(actor, year, payment("V2", "2024-02-01", "P1", "50.00")));
    const auto refund = [&](const std::string& voucher, const std::string& amount) {
        return code_of(
            budgets().refund(actor, year, {"V1", 1}, {{voucher, 1}, day("2024-03-01"), yuan(amount), "退款"}));
    };
    EXPECT_EQ(refund("R1", "0.00"), "budget.refund.amount_not_positive");
    EXPECT_EQ(refund("R1", "20.00"), "done");
    EXPECT_EQ(refund("R2", "30.01"), "budget.refund.exceeds_paid");
    EXPECT_EQ(refund("R2", "30.00"), "done");
    EXPECT_EQ(refund("R3", "0.01"), "budget.refund.exceeds_paid");
    EXPECT_EQ(line("P1").paid, yuan("50.00"));
    EXPECT_EQ(code_of(budgets().refund(actor, year, {"R1", 1}, {{"R4", 1}, day("2024-03-01"), yuan("1.00")})),
              "budget.refund.not_a_payment");
    EXPECT_EQ(code_of(budgets().refund(actor, year, {"V9", 1}, {{"R4", 1}, day("2024-03-01"), yuan("1.00")})),
              "budget.payment.unknown");
}

TEST_P(PaymentTest, ReversesAsAWholeAndOnce)
{
    approve("P1", "100.00");
    sign("C1", "P1", "60.00", months("2024-01", "2024-12"));
    Payment wrong = payment("V1", "2024-02-01", "P1", "10.00");
    wrong.contract = "C1";
    wrong.service = months("2024-01", "2024-01");
    ASSERT_TRUE(budgets().pay(actor, year, wrong));
    const auto reverse = [&](const std::string& original, const std::string& voucher) {
        return code_of(budgets().reverse(actor, year, {original, 1}, {{voucher, 1}, day("2024-02-03"), {}, "红冲"}));
    };
    EXPECT_EQ(reverse("V1", "H1"), "done");
    EXPECT_EQ(reverse("V1", "H2"), "budget.reversal.already_reversed");
    EXPECT_EQ(reverse("H1", "H2"), "budget.reversal.of_a_reversal");
    EXPECT_EQ(line("P1").paid, yuan("0.00"));
    EXPECT_EQ(line("P1").committed, yuan("60.00"));
    EXPECT_EQ(budgets().contracts(actor.org, year)->front().paid, yuan("0.00"));
    EXPECT_EQ(code_of(budgets().refund(actor, year, {"V1", 1}, {{"R1", 1}, day("2024-03-01"), yuan("1.00")})),
              "budget.refund.already_reversed");
}

TEST_P(PaymentTest, AReversedRefundGivesItsAmountBack)
{
    approve("P1", "100.00");
    ASSERT_TRUE(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "50.00")));
    ASSERT_TRUE(budgets().refund(actor, year, {"V1", 1}, {{"R1", 1}, day("2024-03-01"), yuan("50.00")}));
    EXPECT_EQ(code_of(budgets().reverse(actor, year, {"V1", 1}, {{"H1", 1}, day("2024-03-02")})),
              "budget.reversal.partly_refunded");
    ASSERT_TRUE(budgets().reverse(actor, year, {"R1", 1}, {{"H1", 1}, day("2024-03-02")}));
    EXPECT_EQ(line("P1").paid, yuan("50.00"));
    EXPECT_EQ(code_of(budgets().refund(actor, year, {"V1", 1}, {{"R2", 1}, day("2024-03-03"), yuan("50.00")})), "done");
}

TEST_P(PaymentTest, TheDatabaseItselfRefuses)
{
    approve("P1", "100.00");
    ASSERT_TRUE(budgets().add_lines(actor, year, {{"P2", "示例项目", LineKind::project}}));
    sign("C1", "P1", "40.00");
    ASSERT_TRUE(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "50.00")));
    ASSERT_TRUE(budgets().reverse(actor, year, {"V1", 1}, {{"H1", 1}, day("2024-02-03")}));
    EXPECT_THROW(db->execute("UPDATE budget_line SET paid_fen = 10001"), sql::SqlError);
    EXPECT_THROW(db->execute("UPDATE budget_line SET committed_fen = -1"), sql::SqlError);
    EXPECT_THROW(db->execute("UPDATE budget_payment SET amount_fen = 1"), sql::SqlError);
    EXPECT_THROW(db->execute("DELETE FROM budget_payment"), sql::SqlError);
    EXPECT_THROW(db->execute("UPDATE budget_document_line SET amount_fen = 1"), sql::SqlError);
    EXPECT_THROW(db->execute("DELETE FROM budget_document"), sql::SqlError);
    EXPECT_THROW(db->execute("UPDATE budget_contract SET amount_fen = 1"), sql::SqlError);
    EXPECT_THROW(db->execute("UPDATE budget_contract SET paid_fen = 6001"), sql::SqlError);
    EXPECT_THROW(db->execute("DELETE FROM budget_contract"), sql::SqlError);
    EXPECT_THROW(db->execute("DELETE FROM budget_line WHERE code = 'P2'"), sql::SqlError);
    // A second reversal that slipped past the code.
    EXPECT_THROW(db->execute(R"(
        INSERT INTO budget_payment (org_id, fiscal_year, voucher, entry, kind, paid_on, line_code, payee, functional_code,
                                    economic_code, amount_fen, corrects_voucher, corrects_entry, note, recorded_ms)
        SELECT org_id, fiscal_year, 'H2', 1, kind, paid_on, line_code, payee, functional_code,
               economic_code, amount_fen, corrects_voucher, corrects_entry, note, recorded_ms
          FROM budget_payment WHERE voucher = 'H1')"),
                 sql::SqlError);
}

TEST_P(PaymentTest, RecordsEachChangeOnceAndRefusalsNever)
{
    approve("P1", "100.00");
    const std::size_t before = audit_records();
    ASSERT_TRUE(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "50.00")));
    EXPECT_EQ(audit_records(), before + 1);
    ASSERT_FALSE(budgets().pay(actor, year, payment("V2", "2024-02-01", "P1", "50.01")));
    EXPECT_EQ(audit_records(), before + 1);
}

TEST_P(PaymentTest, RefusesWithoutPermissionAndWithoutAYear)
{
    base::Actor reader = actor;
    reader.unrestricted = false;
    EXPECT_EQ(code_of(budgets().pay(reader, year, payment("V1", "2024-02-01", "P1", "1.00"))),
              "budget.actor.not_permitted");
    EXPECT_EQ(code_of(budgets().open_year(reader, {2025})), "budget.actor.not_permitted");
    EXPECT_EQ(code_of(budgets().pay(actor, {2025}, payment("V1", "2025-02-01", "P1", "1.00"))), "budget.year.unknown");
    EXPECT_EQ(code_of(budgets().lines(actor.org, {2025})), "budget.year.unknown");
    EXPECT_EQ(code_of(budgets().open_year(actor, year)), "budget.year.already_open");
}

MINGJI_EACH_ENGINE(PaymentTest);

}  // namespace
}  // namespace budget
