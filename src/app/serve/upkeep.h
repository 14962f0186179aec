// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "base/clock.h"
#include "sql/database.h"

namespace app {

// What a server does by itself: links new audit records into their chains within a second, notes the ends of the chains
// outside the database every minute and when it stops, and forgets what has had its time. A database that is away is
// tried again.
class Upkeep {
public:
    Upkeep(sql::Database& database, const base::Clock& clock, std::filesystem::path data);
    ~Upkeep();
    Upkeep(const Upkeep&) = delete;
    Upkeep& operator=(const Upkeep&) = delete;

private:
    void run();
    bool wait();  // false once it is to end
    void seal(sql::Connection& db);
    void checkpoint(sql::Connection& db);
    void forget(sql::Connection& db);

    sql::Database& database_;
    const base::Clock& clock_;
    std::filesystem::path data_;
    std::mutex mutex_;
    std::condition_variable ending_;
    bool is_ending_ = false;
    std::chrono::steady_clock::time_point next_checkpoint_;
    std::chrono::steady_clock::time_point next_forgetting_;
    std::thread thread_;
};

}  // namespace app
