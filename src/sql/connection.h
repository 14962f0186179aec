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

class Session;     // session.h, private to src/sql
class BulkTarget;  // session.h
class Writer;      // writer.h

// The seam between engines: one text with :named parameters, two engines behind it. Not for two threads at once.
// Every member throws SqlError when the database refuses or breaks; a name not known or given twice is a logic_error.
class Connection {
public:
    // "postgresql://…" or the path of an SQLite file (":memory:" for tests). One process owns an SQLite file: a second
    // one is refused with Violation::busy, see docs/adr/0006. A server opens a Database (database.h) instead.
    static std::unique_ptr<Connection> open(const std::string& target);

    // Only to read, also while another process owns the file: who only reads never checkpoints.
    static std::unique_ptr<Connection> open_to_read(const std::string& target);

    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Engine engine() const;
    // Runs one statement; the number of rows it changed. In a server on SQLite only inside a Transaction.
    std::int64_t execute(std::string_view statement, const Parameters& parameters = {});
    // The same together with the next statement or the COMMIT, in one round trip to a server: for what nobody asks the
    // outcome of. What the database refuses is thrown there. Outside of a Transaction, and on SQLite, at once.
    void execute_later(std::string_view statement, const Parameters& parameters = {});
    std::vector<Row> query(std::string_view statement, const Parameters& parameters = {});
    // The same without keeping the rows.
    void each(std::string_view statement, const Parameters& parameters, const std::function<void(const Row&)>& visit);
    // Inside a Transaction: whoever else asks for the same name waits until it ends.
    void lock_until_commit(const std::string& name);
    // The same from the next statement on, sent together with it: where nothing but statements is locked.
    void lock_with_next(const std::string& name);
    // The same for many at once: who locks waits until all of them end, and they wait for who locks.
    void share_until_commit(const std::string& name);
    // Several statements separated by semicolons, without parameters: for migrations.
    void script(const std::string& statements);

private:
    friend class BulkInsert;
    friend class Database;
    friend class Transaction;
    friend class UnitOfWork;

    Connection(std::unique_ptr<Session> session, std::shared_ptr<Writer> writer);
    Session& active() const;
    enum class Level { outermost, savepoint };
    Level begin();
    void commit(Level level);
    void rollback(Level level) noexcept;
    void begin_outermost();
    void end_outermost();
    void rollback_outermost() noexcept;

    std::unique_ptr<Session> session_;
    std::shared_ptr<Writer> writer_;  // of a server on SQLite: what transactions run on; the session only reads then
    Session* writing_ = nullptr;      // the writer's session while it is our turn
    int depth_ = 0;                   // transactions inside one another
    bool is_open_ = false;            // BEGIN was sent
    bool in_unit_ = false;            // a UnitOfWork decides on COMMIT
};

// Whether a target names a PostgreSQL server.
bool is_server(std::string_view target);

// Puts another SQLite file in the place of one that nobody uses, in one step. Throws SqlError, Violation::busy, while
// somebody does.
void replace_file(const std::string& path, const std::string& with);

// BEGIN (IMMEDIATE on SQLite: a plain one fails as busy when it turns to writing), and ROLLBACK unless committed.
// Inside another one it is a savepoint.
class Transaction {
public:
    explicit Transaction(Connection& db);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Connection& db_;
    Connection::Level level_;
    bool open_ = true;
};

// Holds together what several use cases do: the first Transaction inside it begins, and nothing stands before
// commit(). Until a Transaction begins, nobody else is kept waiting.
class UnitOfWork {
public:
    explicit UnitOfWork(Connection& db);
    ~UnitOfWork();
    UnitOfWork(const UnitOfWork&) = delete;
    UnitOfWork& operator=(const UnitOfWork&) = delete;

    void begin();   // now, for statements that stand outside of a Transaction
    void commit();  // may be called when nothing began

private:
    Connection& db_;
};

// Many rows into one table: COPY on PostgreSQL, some rows in each statement on SQLite. Inside a Transaction.
class BulkInsert {
public:
    BulkInsert(Connection& db, std::string_view table, const std::vector<std::string>& columns);
    ~BulkInsert();
    BulkInsert(const BulkInsert&) = delete;
    BulkInsert& operator=(const BulkInsert&) = delete;

    void add(const std::vector<Value>& row);  // in the order of the columns
    void finish();                            // without it nothing may be committed

private:
    std::unique_ptr<BulkTarget> target_;
};

}  // namespace sql
