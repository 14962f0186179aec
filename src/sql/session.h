// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/sql: what stands behind Connection, once for each engine.

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "sql/connection.h"
#include "sql/patience.h"

namespace sql {

// Many rows on their way into one table.
class BulkTarget {
public:
    BulkTarget() = default;
    virtual ~BulkTarget() = default;
    BulkTarget(const BulkTarget&) = delete;
    BulkTarget& operator=(const BulkTarget&) = delete;

    virtual void add(const std::vector<Value>& row) = 0;
    virtual void finish() = 0;
};

// One session with a database. Statements are prepared once and kept. Every member throws SqlError.
class Session {
public:
    using RowVisitor = std::function<void(const Row&)>;

    Session() = default;
    virtual ~Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    virtual Engine engine() const = 0;
    // Runs one statement and shows its rows, if it has any; the number of rows that it changed.
    virtual std::int64_t run(std::string_view statement, const Parameters& parameters, const RowVisitor& visit) = 0;
    // Before the next statement that is run, in the same round trip where there is one; what is refused is thrown then.
    virtual void run_later(std::string_view statement, const Parameters& parameters) { run(statement, parameters, {}); }
    virtual void forget_later() noexcept {}
    virtual void script(const std::string& statements) = 0;
    virtual std::unique_ptr<BulkTarget> bulk(std::string_view table, const std::vector<std::string>& columns) = 0;
    // False when the database ended the transaction by itself, as SQLite does on a full disk.
    virtual bool in_transaction() const = 0;
    // False once the connection to the server is lost.
    virtual bool is_alive() const = 0;
    virtual void set_patience(Patience patience) = 0;
};

// Our mistake: of two values of one parameter an engine would take the last one and say nothing.
inline std::logic_error given_twice(const std::string& name)
{
    return std::logic_error{"the parameter :" + name + " is given twice"};
}

enum class SqliteAccess { owner, reader };

// The owner takes the lock of the file (docs/adr/0006); readers of the same process come after it.
std::unique_ptr<Session> open_sqlite(const std::string& path, SqliteAccess access);
std::unique_ptr<Session> open_postgres(const std::string& target);

}  // namespace sql
