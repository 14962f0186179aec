// SPDX-License-Identifier: Apache-2.0
#include "sql/database.h"

#include <atomic>
#include <barrier>
#include <thread>

#include "sql/tests/each_engine.h"

namespace sql {
namespace {

constexpr std::array account_steps{Migration{"demo", 1, "create", "", R"(
CREATE TABLE demo_account (
    org_id TEXT   NOT NULL,
    id     TEXT   NOT NULL,
    left_fen BIGINT NOT NULL,
    PRIMARY KEY (org_id, id),
    CONSTRAINT demo_account_not_below_zero CHECK (left_fen >= 0)
);
CREATE TABLE demo_entry (
    org_id TEXT   NOT NULL,
    id     TEXT   NOT NULL,
    PRIMARY KEY (org_id, id)
);
)"}};

class DatabaseTest : public EachEngine {
protected:
    std::vector<std::span<const Migration>> slices() const override { return {account_steps}; }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        db->execute("INSERT INTO demo_account (org_id, id, left_fen) VALUES ('o', 'a', 100)");
        db.reset();
        database = Database::open(target(), 16);
    }
    void TearDown() override
    {
        database.reset();
        EachEngine::TearDown();
    }

    static void enter(Connection& connection, const std::string& id)
    {
        connection.execute("INSERT INTO demo_entry (org_id, id) VALUES ('o', :id)", {{"id", id}});
    }
    static bool take(Connection& connection, int fen)
    {
        return connection.execute(
                   "UPDATE demo_account SET left_fen = left_fen - :fen "
                   "WHERE org_id = 'o' AND id = 'a' AND left_fen >= :fen",
                   {{"fen", fen}}) == 1;
    }
    std::int64_t count(const char* statement) { return database->lease()->query(statement).front().integer("n"); }
    std::int64_t entries() { return count("SELECT COUNT(*) AS n FROM demo_entry WHERE org_id = 'o'"); }
    std::int64_t left() { return count("SELECT left_fen AS n FROM demo_account WHERE org_id = 'o'"); }

    std::unique_ptr<Database> database;
};

TEST_P(DatabaseTest, OthersSeeWhatIsCommittedAndNothingElse)
{
    const auto writing = database->lease();
    const auto reading = database->lease();
    const auto seen = [&reading] { return reading->query("SELECT id FROM demo_entry WHERE org_id = 'o'").size(); };
    Transaction transaction{*writing};
    enter(*writing, "1");
    EXPECT_EQ(writing->query("SELECT id FROM demo_entry WHERE org_id = 'o'").size(), 1U);
    EXPECT_EQ(seen(), 0U);
    transaction.commit();
    EXPECT_EQ(seen(), 1U);
}

TEST_P(DatabaseTest, ATransactionInsideAnotherFallsAlone)
{
    const auto connection = database->lease();
    Transaction outer{*connection};
    enter(*connection, "1");
    {
        Transaction inner{*connection};
        enter(*connection, "2");
    }
    {
        Transaction inner{*connection};
        enter(*connection, "3");
        EXPECT_THROW(enter(*connection, "3"), SqlError);
    }
    {
        Transaction inner{*connection};
        enter(*connection, "4");
        inner.commit();
    }
    outer.commit();
    EXPECT_EQ(entries(), 2);
}

TEST_P(DatabaseTest, AUnitOfWorkStandsOrFallsAsAWhole)
{
    const auto act = [](Connection& connection, const char* id) {
        Transaction transaction{connection};
        enter(connection, id);
        transaction.commit();
    };
    const auto connection = database->lease();
    {
        UnitOfWork unit{*connection};
        act(*connection, "1");
        act(*connection, "2");
    }
    EXPECT_EQ(entries(), 0);
    {
        UnitOfWork unit{*connection};
        act(*connection, "1");
        {
            Transaction refused{*connection};
            enter(*connection, "2");
        }
        act(*connection, "3");
        unit.commit();
    }
    EXPECT_EQ(entries(), 2);
    UnitOfWork idle{*connection};
    idle.commit();
}

TEST_P(DatabaseTest, AUnitThatBeginsWithARefusalMayGoOn)
{
    const auto connection = database->lease();
    UnitOfWork unit{*connection};
    {
        Transaction refused{*connection};
        enter(*connection, "1");
    }
    {
        Transaction transaction{*connection};
        enter(*connection, "2");
        transaction.commit();
    }
    unit.commit();
    EXPECT_EQ(entries(), 1);
}

TEST_P(DatabaseTest, AUnitKeepsNobodyWaitingBeforeItBegins)
{
    const auto slow = database->lease();
    UnitOfWork unit{*slow};
    EXPECT_EQ(slow->query("SELECT id FROM demo_entry WHERE org_id = 'o'").size(), 0U);
    const auto quick = database->lease();
    Transaction transaction{*quick};
    enter(*quick, "1");
    transaction.commit();
    EXPECT_EQ(entries(), 1);
}

// Each of many threads takes its share of 100 fen and leaves an entry; every third thinks better of it.
TEST_P(DatabaseTest, ManyAtOnceNeverTakeMoreThanThereIs)
{
    constexpr int threads = 16;
    constexpr int each = 40;
    std::atomic<int> taken{0};
    std::barrier start{threads};
    const auto act = [&](int thread) {
        start.arrive_and_wait();
        for (int i = 0; i < each; ++i) {
            const auto connection = database->lease();
            Transaction transaction{*connection};
            enter(*connection, std::to_string(thread) + "/" + std::to_string(i));
            const bool has_taken = take(*connection, 1);
            if (i % 3 == 0 || !has_taken) continue;
            transaction.commit();
            ++taken;
        }
    };
    std::vector<std::thread> all;
    for (int thread = 0; thread < threads; ++thread) all.emplace_back(act, thread);
    for (std::thread& thread : all) thread.join();
    EXPECT_EQ(taken, 100);
    EXPECT_EQ(entries(), 100);
    EXPECT_EQ(left(), 0);
}

TEST_P(DatabaseTest, AMistakeOfOneLeavesTheOthersAlone)
{
    constexpr int threads = 8;
    std::atomic<int> refused{0};
    std::barrier start{threads};
    const auto act = [&](int thread) {
        start.arrive_and_wait();
        for (int i = 0; i < 25; ++i) {
            const auto connection = database->lease();
            try {
                Transaction transaction{*connection};
                enter(*connection, std::to_string(i));  // the same key in all threads: one of them wins
                transaction.commit();
            } catch (const SqlError& error) {
                EXPECT_EQ(error.violation(), Violation::unique) << thread;
                ++refused;
            }
        }
    };
    std::vector<std::thread> all;
    for (int thread = 0; thread < threads; ++thread) all.emplace_back(act, thread);
    for (std::thread& thread : all) thread.join();
    EXPECT_EQ(entries(), 25);
    EXPECT_EQ(refused, threads * 25 - 25);
}

TEST_P(DatabaseTest, ALostConnectionIsMadeAnew)
{
    if (database->engine() == Engine::sqlite) return;  // there is no server to lose
    {
        const auto killer = database->lease();
        const auto victim = database->lease();
        const auto who = victim->query("SELECT pg_backend_pid() AS n").front().integer("n");
        killer->query("SELECT CAST(pg_terminate_backend(CAST(:pid AS INTEGER)) AS TEXT) AS t", {{"pid", who}});
        try {
            victim->query("SELECT 1 AS n");
            FAIL() << "a killed session answered";
        } catch (const SqlError& error) {
            EXPECT_EQ(error.violation(), Violation::unavailable);
        }
    }
    std::vector<Database::Lease> all;
    for (int i = 0; i < 16; ++i) all.push_back(database->lease());
    for (const auto& lease : all) EXPECT_EQ(lease->query("SELECT 1 AS n").front().integer("n"), 1);
}

TEST_P(DatabaseTest, AServerEndsTheStatementsOfARequestAndNotThoseOfWork)
{
    if (database->engine() == Engine::sqlite) return;  // there is no server that could take long
    const auto limit = [](Connection& connection) {
        return connection.query("SELECT current_setting('statement_timeout') AS t").front().text("t");
    };
    for (int i = 0; i < 2; ++i) {  // the same connection each time
        EXPECT_EQ(limit(*database->lease(Patience::request)), "8s");
        EXPECT_EQ(limit(*database->lease()), "0");
    }
    try {
        const auto request = database->lease(Patience::request);
        request->script("SET statement_timeout = 1");
        request->script("SELECT pg_sleep(60)");
        FAIL() << "a statement that takes long was not ended";
    } catch (const SqlError& error) {
        EXPECT_EQ(error.violation(), Violation::busy);
    }
    EXPECT_EQ(database->lease()->query("SELECT 1 AS n").front().integer("n"), 1);
}

MINGJI_EACH_ENGINE(DatabaseTest);

}  // namespace
}  // namespace sql
