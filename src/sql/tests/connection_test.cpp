// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include "sql/tests/each_engine.h"

namespace sql {
namespace {

constexpr std::array steps{Migration{"demo", 1, "create", "", R"(
CREATE TABLE demo_thing (
    org_id TEXT   NOT NULL,
    id     TEXT   NOT NULL,
    amount BIGINT NOT NULL,
    note   TEXT   NULL,
    PRIMARY KEY (org_id, id),
    CONSTRAINT demo_amount_positive CHECK (amount >= 0)
);
)"}};

class ConnectionTest : public EachEngine {
protected:
    std::vector<std::span<const Migration>> slices() const override { return {steps}; }

    void put(const char* id, std::int64_t amount, Value note = {})
    {
        db->execute("INSERT INTO demo_thing (org_id, id, amount, note) VALUES ('o', :id, :amount, :note)",
                    {{"id", id}, {"amount", amount}, {"note", note}});
    }
    static std::int64_t total_of(Connection& connection)
    {
        return connection.query("SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS total FROM demo_thing")
            .front()
            .integer("total");
    }
    std::int64_t total() { return total_of(*db); }
};

TEST_P(ConnectionTest, GivesBackWhatItTook)
{
    constexpr std::int64_t beyond_a_double = 9'007'199'254'740'993;
    put("a", beyond_a_double, "办公用房 𠮷 'quoted' \\ \t");
    put("b", 0);
    const auto rows = db->query("SELECT id, amount, note FROM demo_thing WHERE org_id = :o ORDER BY id", {{"o", "o"}});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].integer("amount"), beyond_a_double);
    EXPECT_EQ(rows[0].text("note"), "办公用房 𠮷 'quoted' \\ \t");
    EXPECT_EQ(rows[1].text_if("note"), std::nullopt);
    EXPECT_EQ(total(), beyond_a_double);
}

TEST_P(ConnectionTest, BindsANameThatIsUsedTwiceOnce)
{
    put("a", 5);
    const auto rows = db->query("SELECT id FROM demo_thing WHERE amount = :n AND :n = 5", {{"n", 5}});
    EXPECT_EQ(rows.size(), 1U);
}

TEST_P(ConnectionTest, RefusesAParameterThatIsGivenTwiceOrNotAskedFor)
{
    constexpr std::string_view text = "SELECT id FROM demo_thing WHERE amount = :n";
    EXPECT_THROW(db->query(text, {{"n", 5}, {"n", 6}}), std::logic_error);
    EXPECT_THROW(db->query(text, {{"n", std::nullopt}, {"n", 5}}), std::logic_error);
    EXPECT_THROW(db->execute_later(text, {{"n", 5}, {"n", 5}}), std::logic_error);
    EXPECT_THROW(db->query(text, {{"n", 5}, {"m", 5}}), std::logic_error);
    put("a", 5);  // the connection is as good as before
    EXPECT_EQ(db->query(text, {{"n", 5}}).size(), 1U);
}

TEST_P(ConnectionTest, NamesTheConstraintThatRefused)
{
    put("a", 1);
    try {
        put("b", -1);
        FAIL() << "a negative amount was stored";
    } catch (const SqlError& error) {
        EXPECT_EQ(error.violation(), Violation::check);
        EXPECT_TRUE(error.violates("demo_amount_positive")) << error.constraint();
    }
    try {
        put("a", 2);
        FAIL() << "a second row with the same key was stored";
    } catch (const SqlError& error) {
        EXPECT_EQ(error.violation(), Violation::unique);
    }
}

TEST_P(ConnectionTest, KeepsBoundValuesOutOfTheErrorText)
{
    put("secret-id", 1);
    try {
        put("secret-id", 1);
        FAIL();
    } catch (const SqlError& error) {
        EXPECT_EQ(std::string{error.what()}.find("secret-id"), std::string::npos) << error.what();
    }
}

TEST_P(ConnectionTest, OrdersTextByItsBytes)
{
    for (const char* const id : {"中", "b", "B", "阿", "_", "10", "9"}) put(id, 1);
    std::string order;
    for (const Row& row : db->query("SELECT id FROM demo_thing WHERE org_id = 'o' ORDER BY id"))
        order += row.text("id");
    EXPECT_EQ(order, "109B_b中阿");
}

TEST_P(ConnectionTest, RollsBackWhatIsNotCommitted)
{
    {
        Transaction transaction{*db};
        put("a", 1);
    }
    EXPECT_EQ(total(), 0);
    Transaction transaction{*db};
    put("a", 1);
    transaction.commit();
    EXPECT_EQ(total(), 1);
}

// What waits for the next statement: on SQLite it runs at once, which nobody can tell apart but by where it refuses.
class ConnectionLater : public ConnectionTest {
protected:
    void put_later(const char* id, std::int64_t amount)
    {
        db->execute_later("INSERT INTO demo_thing (org_id, id, amount, note) VALUES ('o', :id, :amount, NULL)",
                          {{"id", id}, {"amount", amount}});
    }
};

TEST_P(ConnectionLater, IsThereForTheNextStatementAndInItsOrder)
{
    Transaction transaction{*db};
    db->lock_with_next("one");
    put_later("a", 1);
    db->execute_later("UPDATE demo_thing SET amount = amount * 10");
    put_later("b", 2);
    EXPECT_EQ(total(), 12);
    put_later("c", 3);
    BulkInsert bulk{*db, "demo_thing", {"org_id", "id", "amount", "note"}};
    bulk.add({"o", "d", 4, Value{}});
    bulk.finish();
    EXPECT_EQ(db->execute("DELETE FROM demo_thing WHERE amount > 9"), 1);
    put_later("e", 5);
    transaction.commit();
    EXPECT_EQ(total(), 14);
}

TEST_P(ConnectionLater, ARefusedOneTakesAllOfItsTransactionWithIt)
{
    const auto refused_at_next = [&] {
        Transaction transaction{*db};
        put_later("a", 1);
        put_later("b", -1);
        put_later("c", 1);
        total();
        transaction.commit();
    };
    const auto refused_at_commit = [&] {
        Transaction transaction{*db};
        put_later("a", 1);
        put_later("b", -1);
        put_later("c", 1);
        transaction.commit();
    };
    for (const auto& refused : {std::function<void()>{refused_at_next}, std::function<void()>{refused_at_commit}}) {
        try {
            refused();
            FAIL() << "a negative amount was stored";
        } catch (const SqlError& error) {
            EXPECT_TRUE(error.violates("demo_amount_positive")) << error.constraint();
            EXPECT_NE(std::string{error.what()}.find("demo_thing"), std::string::npos) << error.what();
        }
        EXPECT_EQ(total(), 0);
        put("a", 1);  // the connection goes on
        db->execute("DELETE FROM demo_thing");
    }
}

TEST_P(ConnectionLater, IsForgottenWithItsTransactionAlone)
{
    {
        Transaction transaction{*db};
        put_later("a", 1);
    }
    Transaction outer{*db};
    put_later("b", 2);
    {
        Transaction inner{*db};
        put_later("c", 4);
    }
    {
        Transaction inner{*db};
        put_later("d", 8);
        inner.commit();
    }
    outer.commit();
    EXPECT_EQ(total(), 10);
}

// What would be refused is not even asked for: the connection goes on, as does the transaction around.
TEST_P(ConnectionLater, IsNotSentWhenItsTransactionIsRolledBack)
{
    if (!many_connections()) return;
    {
        Transaction transaction{*db};
        put_later("a", -1);
    }
    Transaction outer{*db};
    put("b", 2);
    {
        Transaction inner{*db};
        put_later("c", -1);
    }
    EXPECT_EQ(total(), 2);
    outer.commit();
    EXPECT_EQ(total(), 2);
}

TEST_P(ConnectionLater, StandsAtOnceOutsideOfATransactionAndWithItsUnit)
{
    put_later("a", 1);
    if (many_connections()) {
        EXPECT_EQ(total_of(*open()), 1);
    }
    {
        UnitOfWork unit{*db};
        {
            Transaction transaction{*db};
            put_later("b", 2);
            transaction.commit();
        }
        unit.commit();
    }
    {
        UnitOfWork unit{*db};
        Transaction transaction{*db};
        put_later("c", 4);
        transaction.commit();
    }
    EXPECT_EQ(total(), 3);
}

TEST_P(ConnectionLater, LocksFromTheNextStatementOn)
{
    if (!many_connections()) return;
    const auto other = open();
    other->script("SET lock_timeout = '50ms'");
    Transaction transaction{*db};
    db->lock_with_next("one");
    total();
    Transaction second{*other};
    EXPECT_THROW(other->lock_until_commit("one"), SqlError);
}

MINGJI_EACH_ENGINE(ConnectionLater);

TEST_P(ConnectionTest, BulkInsertStoresEveryRowOrNone)
{
    {
        Transaction transaction{*db};
        BulkInsert bulk{*db, "demo_thing", {"org_id", "id", "amount", "note"}};
        for (int i = 0; i < 1000; ++i)
            bulk.add({"o", std::to_string(i), i, i % 2 == 0 ? Value{} : Value{"a\tb\\c\nd 王"}});
        bulk.finish();
        transaction.commit();
    }
    EXPECT_EQ(total(), 499'500);
    EXPECT_EQ(db->query("SELECT note FROM demo_thing WHERE id = '7'").front().text("note"), "a\tb\\c\nd 王");
    const auto refused = [&] {
        Transaction transaction{*db};
        BulkInsert bulk{*db, "demo_thing", {"org_id", "id", "amount", "note"}};
        bulk.add({"o", "new", 1, Value{}});
        bulk.add({"o", "bad", -1, Value{}});
        bulk.finish();
        transaction.commit();
    };
    EXPECT_THROW(refused(), SqlError);
    EXPECT_EQ(total(), 499'500);
}

TEST_P(ConnectionTest, RefusesTextThatOneEngineWouldCut)
{
    EXPECT_THROW(put("a", 1, std::string{"a\0b", 3}), std::invalid_argument);
}

TEST_P(ConnectionTest, MigratesOnceAndRefusesAChangedStep)
{
    EXPECT_EQ(migrate(*db, {steps}).value(), 0);
    constexpr std::array edited{Migration{"demo", 1, "create", "", "SELECT 1;"}};
    EXPECT_EQ(migrate(*db, {edited}).error().code, "sql.migration.changed");
    EXPECT_EQ(migrate(*db, {}).error().code, "sql.migration.newer");
}

TEST_P(ConnectionTest, AnSqliteFileHasOneOwner)
{
    if (many_connections()) {
        EXPECT_NO_THROW(open());
        return;
    }
    try {
        open();
        FAIL() << "a second owner of the file was let in";
    } catch (const SqlError& error) {
        EXPECT_EQ(error.violation(), Violation::busy);
    }
}

MINGJI_EACH_ENGINE(ConnectionTest);

TEST(ForSqlite, TurnsBigintIntoIntegerAndTablesStrict)
{
    EXPECT_EQ(for_sqlite("CREATE TABLE t (\n    a BIGINT\n);\n"), "CREATE TABLE t (\n    a INTEGER\n) STRICT;\n");
}

}  // namespace
}  // namespace sql
