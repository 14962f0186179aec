// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "http/events.h"
#include "jobs/job_context.h"
#include "jobs/live.h"
#include "jobs/queue.h"
#include "sql/database.h"

namespace app {

// Runs what waits in the queue, two at a time, for as long as the server lives; once an hour it tidies up. When it is
// stopped, what runs is rolled back and waits for the next start.
class JobRunner {
public:
    struct Parts {
        sql::Database& database;
        const base::Clock& clock;
        std::filesystem::path data;
        http::EventHub& events;
        jobs::Live& live;
        jobs::Kinds kinds;
    };
    // What the server needs connections for, besides its workers.
    static constexpr std::size_t connections = 3;

    explicit JobRunner(Parts parts);
    ~JobRunner();
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

private:
    struct Ran;  // how one run ended

    void work();
    bool run_one();
    void run(sql::Connection& db, const jobs::Job& job);
    Ran attempt(sql::Connection& db, const jobs::Job& job);
    base::Result<boost::json::object> call(sql::Connection& db, const jobs::Job& job);
    void settle(sql::Connection& db, const jobs::Job& job, const Ran& ran);
    void progress(const jobs::Job& job, jobs::Stage stage);
    void tell(const jobs::Job& job, std::string_view state, const jobs::Stage& stage);

    void keep_house();
    void look_after(sql::Connection& db);
    void tidy(sql::Connection& db);

    // False when the runner is being stopped.
    bool wait(std::chrono::milliseconds time);
    bool is_stopping();

    Parts parts_;
    std::mutex mutex_;
    std::condition_variable stopped_;
    bool is_stopping_ = false;
    std::map<jobs::JobId, jobs::Job> running_;
    std::vector<std::thread> threads_;
};

}  // namespace app
