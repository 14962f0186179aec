// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "sql/connection.h"
#include "sql/patience.h"

namespace sql {

// The connections of one server to its database. On SQLite all of them share one session that writes (docs/adr/0006)
// and each has one of its own that reads; on PostgreSQL each is a session.
class Database {
public:
    // As Connection::open(). `connections` is how many may be lent out at once.
    static std::unique_ptr<Database> open(const std::string& target, std::size_t connections);

    // A connection on loan; it comes back when the lease goes out of scope. Waits while all are lent out; throws
    // SqlError Violation::busy after half a minute, and unavailable when a lost connection cannot be made anew. For a
    // second after that it says so at once: who waits behind many others is answered too.
    class Lease {
    public:
        Lease(Database& database, std::unique_ptr<Connection> connection)
            : database_{&database}, connection_{std::move(connection)}
        {
        }
        Lease(Lease&&) = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease()
        {
            if (connection_) database_->give_back(std::move(connection_));
        }
        Connection& operator*() const { return *connection_; }
        Connection* operator->() const { return connection_.get(); }

    private:
        Database* database_;
        std::unique_ptr<Connection> connection_;
    };
    Lease lease(Patience patience = Patience::work);

    Engine engine() const { return engine_; }
    std::size_t lent() const;
    std::size_t size() const { return size_; }

private:
    Database(std::string target, std::size_t connections);
    std::unique_ptr<Connection> connect() const;
    std::unique_ptr<Connection> idle_one();  // none: one is to be made
    void give_back(std::unique_ptr<Connection> connection);
    void give_up() noexcept;

    std::string target_;
    Engine engine_;
    std::size_t size_;
    std::shared_ptr<Writer> writer_;  // on SQLite
    mutable std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::size_t lent_ = 0;
    std::chrono::steady_clock::time_point away_until_ = {};
};

}  // namespace sql
