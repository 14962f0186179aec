// SPDX-License-Identifier: Apache-2.0
#include "sql/database.h"

#include <chrono>

#include "sql/session.h"
#include "sql/writer.h"

namespace sql {

namespace {

constexpr auto longest_wait = std::chrono::seconds{30};

}  // namespace

Database::Database(std::string target, std::size_t connections)
    : target_{std::move(target)}, engine_{is_server(target_) ? Engine::postgres : Engine::sqlite}, size_{connections}
{
    if (engine_ == Engine::sqlite) writer_ = std::make_shared<Writer>(open_sqlite(target_, SqliteAccess::owner));
}

std::unique_ptr<Database> Database::open(const std::string& target, std::size_t connections)
{
    auto database = std::unique_ptr<Database>{new Database{target, connections}};
    static_cast<void>(database->lease());  // a database that is not there is found now
    return database;
}

std::unique_ptr<Connection> Database::connect() const
{
    auto session = engine_ == Engine::postgres ? open_postgres(target_) : open_sqlite(target_, SqliteAccess::reader);
    return std::unique_ptr<Connection>{new Connection{std::move(session), writer_}};
}

Database::Lease Database::lease()
{
    std::unique_lock lock{mutex_};
    const auto is_free = [this] { return !idle_.empty() || lent_ < size_; };
    if (!returned_.wait_for(lock, longest_wait, is_free))
        throw SqlError(Violation::busy, "connections", "all connections are in use");
    ++lent_;
    if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return Lease{*this, std::move(connection)};
    }
    lock.unlock();
    try {
        return Lease{*this, connect()};
    } catch (...) {
        lock.lock();
        --lent_;
        returned_.notify_one();
        throw;
    }
}

void Database::give_back(std::unique_ptr<Connection> connection)
{
    const std::lock_guard lock{mutex_};
    --lent_;
    // A lost one is not kept: the next lease connects anew.
    if (connection->session_->is_alive()) idle_.push_back(std::move(connection));
    returned_.notify_one();
}

std::size_t Database::lent() const
{
    const std::lock_guard lock{mutex_};
    return lent_;
}

}  // namespace sql
