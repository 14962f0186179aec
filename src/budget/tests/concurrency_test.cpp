// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <barrier>
#include <functional>
#include <mutex>
#include <thread>

#include "budget/tests/budget_fixture.h"

namespace budget {
namespace {

constexpr int threads = 8;

// Many hands on few lines: on PostgreSQL each has its own connection, on SQLite all share the one writer.
class ConcurrencyTest : public BudgetFixture {
protected:
    using Work =
        std::function<void(int thread, const std::function<void(std::function<void(sql::Connection&)>)>& with)>;

    void run(const Work& work)
    {
        std::mutex one_writer;
        std::vector<std::thread> running;
        for (int thread = 0; thread < threads; ++thread)
            running.emplace_back([&, thread] {
                const auto own = many_connections() ? open() : nullptr;
                work(thread, [&](const std::function<void(sql::Connection&)>& use) {
                    if (own) return use(*own);
                    const std::lock_guard lock{one_writer};
                    use(*db);
                });
            });
        for (std::thread& thread : running) thread.join();
    }
};

TEST_P(ConcurrencyTest, ExactlyWhatFitsIsPaid)
{
    // 14 × 7.00 fit into 100.00, on each of three lines.
    for (const char* const code : {"P0", "P1", "P2"}) approve(code, "100.00");
    std::atomic<int> paid = 0;
    std::atomic<int> refused = 0;
    std::atomic<int> other = 0;
    run([&](int thread, const auto& with) {
        for (int i = 0; i < 24; ++i)
            with([&](sql::Connection& connection) {
                const std::string voucher = std::to_string(thread) + "-" + std::to_string(i);
                const auto outcome = Budgets{connection, clock}.pay(
                    actor, year, payment(voucher, "2024-02-01", "P" + std::to_string(i % 3), "7.00"));
                if (outcome)
                    ++paid;
                else
                    ++(outcome.error().code == "budget.payment.exceeds_available" ? refused : other);
            });
    });
    EXPECT_EQ(paid, 42);
    EXPECT_EQ(refused, threads * 24 - 42);
    EXPECT_EQ(other, 0);
    EXPECT_EQ(stored_payments(), 42);
    for (const char* const code : {"P0", "P1", "P2"}) EXPECT_EQ(line(code).available(), yuan("2.00"));
}

TEST_P(ConcurrencyTest, ContractsAndPaymentsShareWhatThereIs)
{
    approve("P1", "200.00");
    sign("C", "P1", "60.00");
    run([&](int thread, const auto& with) {
        for (int i = 0; i < 12; ++i)
            with([&](sql::Connection& connection) {
                const std::string name = std::to_string(thread) + "-" + std::to_string(i);
                Budgets shared{connection, clock};
                Payment paid = payment(name, "2024-02-01", "P1", "7.00");
                if (i % 3 == 0) paid.contract = "C";
                const bool signs = i % 3 == 1;
                const Contract contract{name, "示例", "P1", "示例公司", yuan("9.00"), day("2024-02-01")};
                const std::string outcome =
                    signs ? code_of(shared.sign(actor, year, contract)) : code_of(shared.pay(actor, year, paid));
                EXPECT_TRUE(outcome == "done" || outcome.find(".exceeds_") != std::string::npos) << outcome;
            });
    });
    const Line after = line("P1");
    EXPECT_GE(after.available(), yuan("0.00"));
    EXPECT_LT(after.available(), yuan("7.00"));
    // Eight payments of 7.00 fit into the contract.
    EXPECT_EQ(budgets().contracts(actor.org, year)->back().paid, yuan("56.00"));
    const Execution replayed = budgets().execution(actor.org, year, day("2024-12-31")).value();
    EXPECT_EQ(replayed.lines[0].amounts.paid, after.paid);
    EXPECT_EQ(replayed.lines[0].amounts.committed, after.committed);
}

TEST_P(ConcurrencyTest, APaymentIsRefundedToItsAmountAndReversedOnce)
{
    approve("P1", "100.00");
    ASSERT_TRUE(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "10.00")));
    ASSERT_TRUE(budgets().pay(actor, year, payment("V2", "2024-02-01", "P1", "10.00")));
    std::atomic<int> refunded = 0;
    std::atomic<int> reversed = 0;
    run([&](int thread, const auto& with) {
        with([&](sql::Connection& connection) {
            Budgets shared{connection, clock};
            const std::string name = std::to_string(thread);
            if (shared.refund(actor, year, {"V1", 1}, {{"R" + name, 1}, day("2024-02-02"), yuan("3.00")})) ++refunded;
            if (shared.reverse(actor, year, {"V2", 1}, {{"H" + name, 1}, day("2024-02-02")})) ++reversed;
        });
    });
    EXPECT_EQ(refunded, 3);
    EXPECT_EQ(reversed, 1);
    EXPECT_EQ(line("P1").paid, yuan("1.00"));
}

TEST_P(ConcurrencyTest, ImportsRefundAPaymentToItsAmountToo)
{
    approve("P1", "100.00");
    ASSERT_TRUE(budgets().pay(actor, year, payment("V1", "2024-02-01", "P1", "10.00")));
    // The line's own sum must not be what stops the refunds.
    ASSERT_TRUE(budgets().pay(actor, year, payment("V2", "2024-02-01", "P1", "90.00")));
    std::atomic<int> refunded = 0;
    std::barrier everybody_is_here{many_connections() ? threads : 1};
    run([&](int thread, const auto& with) {
        with([&](sql::Connection& connection) {
            const std::string rows = "支付日期,凭证号,项目编码,收款方,金额（元）,类型,原凭证号\n2024-02-02,R" +
                                     std::to_string(thread) + ",P1,示例公司,-3.00,退款,V1\n";
            auto workbook = spreadsheet::Workbook::from_bytes(rows, "退款.csv").value();
            everybody_is_here.arrive_and_wait();
            const auto outcome = Budgets{connection, clock}.import_payments(actor, year, {workbook, "退款.csv"});
            if (outcome && outcome->stored) ++refunded;
        });
    });
    EXPECT_EQ(refunded, 3);
    EXPECT_EQ(line("P1").paid, yuan("91.00"));
}

// The saboteur: the same money on a table without the constraint and with a look before the write. It overspends,
// so the tests above could have failed.
TEST_P(ConcurrencyTest, LookingFirstAndWritingLaterOverspends)
{
    db->script("CREATE TABLE budget_saboteur (adjusted_fen BIGINT NOT NULL, paid_fen BIGINT NOT NULL)");
    db->execute("INSERT INTO budget_saboteur (adjusted_fen, paid_fen) VALUES (1000, 0)");
    std::barrier everybody_looked{threads};
    run([&](int, const auto& with) {
        std::int64_t available = 0;
        with([&](sql::Connection& connection) {
            available =
                connection.query("SELECT adjusted_fen - paid_fen AS n FROM budget_saboteur").front().integer("n");
        });
        everybody_looked.arrive_and_wait();
        if (available < 700) return;
        with([](sql::Connection& connection) {
            connection.execute("UPDATE budget_saboteur SET paid_fen = paid_fen + 700");
        });
    });
    EXPECT_LT(db->query("SELECT adjusted_fen - paid_fen AS n FROM budget_saboteur").front().integer("n"), 0);
    db->script("DROP TABLE budget_saboteur");
}

MINGJI_EACH_ENGINE(ConcurrencyTest);

}  // namespace
}  // namespace budget
