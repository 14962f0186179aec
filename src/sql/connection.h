// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sql/error.h"
#include "sql/value.h"

namespace sql {

enum class Engine { sqlite, postgres };

// The seam between engines: one text with :named parameters, two engines behind it. Not for two threads at once.
// Every member throws SqlError when the database refuses or breaks.
class Connection {
public:
    // "postgresql://…" or the path of an SQLite file (":memory:" for tests). One process owns an SQLite file: a second
    // one is refused with Violation::busy, see docs/adr/0006.
    static std::unique_ptr<Connection> open(const std::string& target);

    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Engine engine() const;
    // Runs one statement; the number of rows it changed.
    std::int64_t execute(std::string_view statement, const Parameters& parameters = {});
    std::vector<Row> query(std::string_view statement, const Parameters& parameters = {});
    // The same without keeping the rows.
    void each(std::string_view statement, const Parameters& parameters, const std::function<void(const Row&)>& visit);
    // Several statements separated by semicolons, without parameters: for migrations.
    void script(const std::string& statements);

    struct Session;  // session.h, private to src/sql

private:
    friend class BulkInsert;
    explicit Connection(std::unique_ptr<Session> session);

    std::unique_ptr<Session> session_;
};

// BEGIN (IMMEDIATE on SQLite: a plain one fails as busy when it turns to writing), and ROLLBACK unless committed.
class Transaction {
public:
    explicit Transaction(Connection& db);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Connection& db_;
    bool open_ = true;
};

// Many rows into one table: COPY on PostgreSQL, one prepared statement on SQLite. Inside a Transaction.
class BulkInsert {
public:
    BulkInsert(Connection& db, std::string_view table, const std::vector<std::string>& columns);
    ~BulkInsert();
    BulkInsert(const BulkInsert&) = delete;
    BulkInsert& operator=(const BulkInsert&) = delete;

    void add(const std::vector<Value>& row);  // in the order of the columns
    void finish();                            // without it nothing may be committed

private:
    struct Target;
    std::unique_ptr<Target> target_;
};

}  // namespace sql
