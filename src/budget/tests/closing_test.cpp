// SPDX-License-Identifier: Apache-2.0
// What is dated in a closed month comes with a correction or not at all: said in words by the use cases, kept by the
// database against everybody else, and found by the digest where somebody got past both.
#include <functional>
#include <sstream>

#include <gtest/gtest.h>

#include "budget/tests/budget_fixture.h"
#include "closing/closing.h"
#include "sql/dump.h"

namespace budget {

namespace {

using closing::Span;

const closing::Correction audit_found{"审计发现漏记", "示审〔2024〕3号"};

}  // namespace

class ClosedMonth : public BudgetFixture {
protected:
    void SetUp() override
    {
        BudgetFixture::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        clock.advance(std::int64_t{40} * 86'400'000);  // into February
        approve("P01", "1000.00");
        sign("HT-1", "P01", "200.00");
        ASSERT_TRUE(budgets().pay(actor, year, payment("记-1", "2024-01-15", "P01", "100.00")));
        ASSERT_TRUE(close({2024, 1}));
    }

    base::Result<std::vector<Span>> close(const Span& span)
    {
        return closing::Closings{*db, clock}.close(actor, span, 0, contents());
    }

    closing::ContentOf contents()
    {
        return [this](const Span& span) -> base::Result<std::vector<closing::Content>> {
            return budgets().contents(actor.org, span);
        };
    }

    std::vector<closing::Unexplained> unexplained()
    {
        return closing::Closings{*db, clock}.verify(actor.org, year, contents()).value();
    }

    Budgets correcting(const closing::Correction& correction = audit_found) { return Budgets{*db, clock, correction}; }

    void insert_payment(const std::string& voucher, const std::string& on, const sql::Value& correction = {})
    {
        constexpr std::string_view insert = R"(
            INSERT INTO budget_payment (org_id, fiscal_year, voucher, entry, kind, paid_on, line_code, payee,
                                        functional_code, economic_code, amount_fen, note, recorded_ms, correction_id)
            VALUES (:org_id, 2024, :voucher, 1, 'payment', :paid_on, 'P01', '某公司', '', '', 1, '', 0, :correction))";
        db->execute(insert, {{"org_id", actor.org}, {"voucher", voucher}, {"paid_on", on}, {"correction", correction}});
    }

    std::string refused_by(const std::function<void()>& act)
    {
        try {
            sql::Transaction transaction{*db};
            act();
        } catch (const sql::SqlError& error) {
            return error.constraint();
        }
        return "done";
    }

    void drop_trigger()
    {
        const bool on_postgres = std::string{GetParam()} == "postgres";
        db->script(on_postgres ? "DROP TRIGGER budget_payment_in_closed_month ON budget_payment"
                               : "DROP TRIGGER budget_payment_in_closed_month");
    }
};
MINGJI_EACH_ENGINE(ClosedMonth);

TEST_P(ClosedMonth, TakesNoPaymentWithoutACorrection)
{
    const std::size_t audited = audit_records();

    EXPECT_EQ(code_of(budgets().pay(actor, year, payment("记-2", "2024-01-31", "P01", "1.00"))),
              "closing.period.closed");

    EXPECT_EQ(stored_payments(), 1);
    EXPECT_EQ(line("P01").paid, yuan("100.00"));
    EXPECT_EQ(audit_records(), audited);
}

TEST_P(ClosedMonth, LeavesTheDayBehindItOpen)
{
    const auto made = budgets().pay(actor, year, payment("记-2", "2024-02-01", "P01", "1.00"));

    ASSERT_TRUE(made);
    EXPECT_EQ(made->correction, "");
}

TEST_P(ClosedMonth, TakesAPaymentWithACorrectionThatTheRecordNames)
{
    const auto made = correcting().pay(actor, year, payment("记-2", "2024-01-31", "P01", "1.00"));

    ASSERT_TRUE(made);
    const auto corrections = closing::Closings{*db, clock}.corrections(actor.org, year);
    ASSERT_EQ(corrections.size(), 1U);
    EXPECT_EQ(corrections[0].correction, audit_found);
    EXPECT_EQ(corrections[0].spans, (std::vector<Span>{{2024, 1}}));
    EXPECT_EQ(made->correction, corrections[0].id);
    EXPECT_EQ(budgets().payments(actor.org, year).value().back().correction, corrections[0].id);
    const std::string said = identity::Organisations{*db, clock}.audit(actor.org).back().change.detail;
    EXPECT_NE(said.find(corrections[0].id), std::string::npos);
    EXPECT_TRUE(unexplained().empty());
}

TEST_P(ClosedMonth, PassesACorrectionOverWhereNothingIsClosed)
{
    ASSERT_TRUE(correcting().pay(actor, year, payment("记-2", "2024-02-01", "P01", "1.00")));
    EXPECT_TRUE(closing::Closings(*db, clock).corrections(actor.org, year).empty());
}

TEST_P(ClosedMonth, AsksWhoeverCorrectsForAReasonAndAPermission)
{
    const auto late = payment("记-2", "2024-01-31", "P01", "1.00");
    EXPECT_EQ(code_of(correcting({" ", "示审〔2024〕3号"}).pay(actor, year, late)), "closing.correction.reason_empty");
    actor.unrestricted = false;
    actor.permissions = {"budget.pay"};
    EXPECT_EQ(code_of(correcting().pay(actor, year, late)), "closing.correction.forbidden");
    actor.permissions.insert("closing.correct");
    EXPECT_TRUE(correcting().pay(actor, year, late));
}

TEST_P(ClosedMonth, TakesNoDocumentAndNoContractEither)
{
    const Document document{
        "示预〔2024〕9号", day("2024-01-20"), DocumentKind::supplement, "追加", {{"P01", yuan("5.00")}}};
    const Contract contract{"HT-2", "服务", "P01", "某公司", yuan("5.00"), day("2024-01-20")};
    const Contract older{"HT-3", "服务", "P01", "某公司", yuan("5.00"), day("2023-12-20")};

    EXPECT_EQ(code_of(budgets().issue(actor, year, document)), "closing.period.closed");
    EXPECT_EQ(code_of(budgets().sign(actor, year, contract)), "closing.period.closed");
    EXPECT_EQ(code_of(budgets().sign(actor, year, older)), "closing.period.closed");  // it counts from January on
    EXPECT_TRUE(correcting().issue(actor, year, document));
    EXPECT_TRUE(correcting().sign(actor, year, contract));
    EXPECT_TRUE(correcting().sign(actor, year, older));
    EXPECT_TRUE(unexplained().empty());
}

TEST_P(ClosedMonth, IsCorrectedInAnOpenMonthWithoutACorrection)
{
    EXPECT_EQ(code_of(budgets().refund(actor, year, {"记-1", 1}, {{"退-1", 1}, day("2024-01-31"), yuan("1.00")})),
              "closing.period.closed");
    EXPECT_TRUE(budgets().refund(actor, year, {"记-1", 1}, {{"退-1", 1}, day("2024-02-02"), yuan("1.00")}));
    EXPECT_TRUE(correcting().refund(actor, year, {"记-1", 1}, {{"退-2", 1}, day("2024-01-31"), yuan("1.00")}));
}

TEST_P(ClosedMonth, IsKeptByTheDatabaseToo)
{
    EXPECT_EQ(refused_by([&] { insert_payment("假-1", "2024-01-31"); }), "closing_period_closed");
    EXPECT_EQ(refused_by([&] { insert_payment("假-1", "2024-02-01", "no-such-correction"); }), "closing_period_closed");
    EXPECT_EQ(refused_by([&] { insert_payment("真-1", "2024-02-01"); }), "done");
}

// The saboteur: with the trigger gone the entry stands, and only the digest of the month tells.
TEST_P(ClosedMonth, TellsAPlantedEntryFromACorrectedOne)
{
    ASSERT_TRUE(correcting().pay(actor, year, payment("记-2", "2024-01-31", "P01", "1.00")));
    ASSERT_TRUE(unexplained().empty());
    drop_trigger();
    insert_payment("假-1", "2024-01-31");

    const auto found = unexplained();

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].span, (Span{2024, 1}));
    EXPECT_EQ(found[0].then.kind, "payments");
    EXPECT_EQ(found[0].then.count, 1);
    EXPECT_EQ(found[0].now.count, 2);
}

TEST_P(ClosedMonth, IsNeverOpenedAgain)
{
    EXPECT_EQ(refused_by([&] { db->execute("DELETE FROM closing_content"); }), "closing_is_final");
    EXPECT_EQ(refused_by([&] { db->execute("DELETE FROM closing_period"); }), "closing_is_final");
    EXPECT_EQ(code_of(close({2024, 1})), "closing.period.already_closed");
}

TEST_P(ClosedMonth, BelongsToAYearThatClosesWithAllItsMonths)
{
    EXPECT_EQ(code_of(close({2024, 0})), "closing.period.not_over");
    clock.advance(std::int64_t{366} * 86'400'000);
    const auto closed = close({2024, 0});
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->size(), 12U);  // February to December, and the year

    EXPECT_EQ(code_of(budgets().add_lines(actor, year, {{"P09", "新项目"}})), "closing.period.closed");
    EXPECT_TRUE(correcting().add_lines(actor, year, {{"P09", "新项目"}}));
    EXPECT_EQ(code_of(budgets().pay(actor, year, payment("记-2", "2024-12-31", "P01", "1.00"))),
              "closing.period.closed");
}

// What was recorded while its month was open comes back, and then the rule stands again.
TEST_P(ClosedMonth, ComesBackFromADump)
{
    std::string text;
    sql::dump(*db, [&text](std::string_view piece) { text += piece; });
    if (many_connections()) sql::drop_everything(*db);
    db.reset();
    db = many_connections() ? open() : sql::Connection::open(":memory:");
    std::istringstream lines{text};

    const auto loaded = sql::load(*db, slices(), [&lines]() -> std::optional<std::string> {
        std::string line;
        return std::getline(lines, line) ? std::optional{line} : std::nullopt;
    });

    ASSERT_TRUE(loaded) << loaded.error().code;
    EXPECT_EQ(stored_payments(), 1);
    EXPECT_TRUE(unexplained().empty());
    EXPECT_EQ(refused_by([&] { insert_payment("假-1", "2024-01-31"); }), "closing_period_closed");
    EXPECT_EQ(refused_by([&] { db->execute("DELETE FROM budget_payment"); }).substr(0, 7), "budget_");
}

// Who closes waits for whoever records, and who records finds the month closed: no entry slips in between.
TEST_P(ClosedMonth, KeepsRecordingAndClosingApartAtOnce)
{
    if (!many_connections()) return;  // an SQLite file has one writer
    clock.advance(std::int64_t{30} * 86'400'000);
    const auto other = open();
    sql::Transaction recording{*db};
    ASSERT_TRUE(budgets().pay(actor, year, payment("记-2", "2024-02-10", "P01", "1.00")));
    other->execute("SET lock_timeout = '200ms'");
    closing::Closings closings{*other, clock};
    EXPECT_THROW(static_cast<void>(closings.close(actor, {2024, 2}, 0, contents())), sql::SqlError);
    recording.commit();
    EXPECT_TRUE(close({2024, 2}));
    EXPECT_TRUE(unexplained().empty());
}

}  // namespace budget
