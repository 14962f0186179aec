// SPDX-License-Identifier: Apache-2.0
#include "sql/connection.h"

#include <cassert>

#include "sql/session.h"
#include "sql/writer.h"

namespace sql {

namespace {

constexpr std::string_view advisory_lock = "SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))";

std::string savepoint(int depth)
{
    return "level_" + std::to_string(depth);
}

}  // namespace

Connection::Connection(std::unique_ptr<Session> session, std::shared_ptr<Writer> writer)
    : session_{std::move(session)}, writer_{std::move(writer)}
{
}

Connection::~Connection() = default;

std::unique_ptr<Connection> Connection::open(const std::string& target)
{
    auto session = is_server(target) ? open_postgres(target) : open_sqlite(target, SqliteAccess::owner);
    return std::unique_ptr<Connection>{new Connection{std::move(session), nullptr}};
}

std::unique_ptr<Connection> Connection::open_to_read(const std::string& target)
{
    auto session = is_server(target) ? open_postgres(target) : open_sqlite(target, SqliteAccess::reader);
    return std::unique_ptr<Connection>{new Connection{std::move(session), nullptr}};
}

Session& Connection::active() const
{
    return writing_ ? *writing_ : *session_;
}

Engine Connection::engine() const
{
    return session_->engine();
}

std::int64_t Connection::execute(std::string_view text, const Parameters& parameters)
{
    return active().run(text, parameters, {});
}

void Connection::execute_later(std::string_view text, const Parameters& parameters)
{
    if (is_open_)
        active().run_later(text, parameters);
    else
        execute(text, parameters);
}

void Connection::each(std::string_view text, const Parameters& parameters, const std::function<void(const Row&)>& visit)
{
    active().run(text, parameters, visit);
}

std::vector<Row> Connection::query(std::string_view text, const Parameters& parameters)
{
    std::vector<Row> rows;
    each(text, parameters, [&rows](const Row& row) { rows.push_back(row); });
    return rows;
}

void Connection::lock_until_commit(const std::string& name)
{
    // On SQLite whoever is inside a transaction is alone already.
    if (engine() == Engine::postgres) execute(advisory_lock, {{"name", name}});
}

void Connection::lock_with_next(const std::string& name)
{
    if (engine() == Engine::postgres) execute_later(advisory_lock, {{"name", name}});
}

void Connection::share_until_commit(const std::string& name)
{
    if (engine() == Engine::postgres)
        execute("SELECT pg_advisory_xact_lock_shared(hashtextextended(:name, 0))", {{"name", name}});
}

void Connection::script(const std::string& statements)
{
    active().script(statements);
}

void Connection::begin_outermost()
{
    if (writer_)
        writing_ = &writer_->begin();
    else
        session_->script(engine() == Engine::sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
    is_open_ = true;
}

void Connection::end_outermost()
{
    is_open_ = false;
    if (writer_) {
        writing_ = nullptr;
        return writer_->commit();
    }
    try {
        session_->run("COMMIT", {}, {});  // with what waits for it
    } catch (const SqlError&) {
        rollback_outermost();
        throw;
    }
}

void Connection::rollback_outermost() noexcept
{
    is_open_ = false;
    writing_ = nullptr;
    if (writer_) return writer_->rollback();
    session_->forget_later();
    try {
        if (session_->in_transaction()) session_->script("ROLLBACK");
    } catch (const SqlError&) {
        // The connection is gone, and with it the transaction: the database rolls back by itself.
        return;
    }
}

Connection::Level Connection::begin()
{
    const Level level = is_open_ ? Level::savepoint : Level::outermost;
    if (level == Level::savepoint)
        script("SAVEPOINT " + savepoint(depth_));
    else
        begin_outermost();
    ++depth_;
    return level;
}

void Connection::commit(Level level)
{
    --depth_;
    if (level == Level::savepoint) return script("RELEASE " + savepoint(depth_));
    // In a unit what the first transaction did stands or falls with the unit.
    if (!in_unit_) end_outermost();
}

void Connection::rollback(Level level) noexcept
{
    --depth_;
    if (level == Level::outermost) return rollback_outermost();
    active().forget_later();  // of this level: what waited before it was sent with its SAVEPOINT
    try {
        if (active().in_transaction()) script("ROLLBACK TO " + savepoint(depth_) + "; RELEASE " + savepoint(depth_));
    } catch (const SqlError&) {
        return;  // as above
    }
}

Transaction::Transaction(Connection& db) : db_{db}, level_{db.begin()} {}

Transaction::~Transaction()
{
    if (open_) db_.rollback(level_);
}

void Transaction::commit()
{
    open_ = false;
    db_.commit(level_);
}

UnitOfWork::UnitOfWork(Connection& db) : db_{db}
{
    assert(!db_.in_unit_ && !db_.is_open_);
    db_.in_unit_ = true;
}

UnitOfWork::~UnitOfWork()
{
    db_.in_unit_ = false;
    if (db_.is_open_) db_.rollback_outermost();
}

void UnitOfWork::begin()
{
    if (!db_.is_open_) db_.begin_outermost();
}

void UnitOfWork::commit()
{
    if (db_.is_open_) db_.end_outermost();
}

BulkInsert::BulkInsert(Connection& db, std::string_view table, const std::vector<std::string>& columns)
    : target_{db.active().bulk(table, columns)}
{
}

BulkInsert::~BulkInsert() = default;

void BulkInsert::add(const std::vector<Value>& row)
{
    target_->add(row);
}

void BulkInsert::finish()
{
    target_->finish();
}

}  // namespace sql
