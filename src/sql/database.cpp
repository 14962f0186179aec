// SPDX-License-Identifier: Apache-2.0
#include "sql/database.h"

#include <chrono>

#include "sql/session.h"
#include "sql/writer.h"

namespace sql {

namespace {

constexpr auto longest_wait = std::chrono::seconds{30};
constexpr auto before_another_try = std::chrono::seconds{1};

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

std::unique_ptr<Connection> Database::idle_one()
{
    std::unique_lock lock{mutex_};
    const auto is_free = [this] { return !idle_.empty() || lent_ < size_; };
    if (!returned_.wait_for(lock, longest_wait, is_free))
        throw SqlError(Violation::busy, "connections", "all connections are in use");
    if (idle_.empty() && std::chrono::steady_clock::now() < away_until_)
        throw SqlError(Violation::unavailable, "connections", "the database was away a moment ago");
    ++lent_;
    if (idle_.empty()) return nullptr;
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

Database::Lease Database::lease(Patience patience)
{
    auto connection = idle_one();
    try {
        if (!connection) connection = connect();
    } catch (...) {
        give_up();
        throw;
    }
    Lease lease{*this, std::move(connection)};
    lease->session_->set_patience(patience);
    return lease;
}

void Database::give_up() noexcept
{
    const std::lock_guard lock{mutex_};
    --lent_;
    away_until_ = std::chrono::steady_clock::now() + before_another_try;
    returned_.notify_one();
}

void Database::give_back(std::unique_ptr<Connection> connection)
{
    std::vector<std::unique_ptr<Connection>> lost;
    const std::lock_guard lock{mutex_};
    --lent_;
    // Where one was lost the others have gone the same way, most likely, and connecting anew is cheap: so one request
    // hears of it and not as many as there are connections.
    if (connection->session_->is_alive())
        idle_.push_back(std::move(connection));
    else
        lost.swap(idle_);
    returned_.notify_one();
}

std::size_t Database::lent() const
{
    const std::lock_guard lock{mutex_};
    return lent_;
}

}  // namespace sql
