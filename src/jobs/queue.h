// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "jobs/core/job.h"
#include "sql/connection.h"

namespace jobs {

// Long work as its runner sees it. A job is claimed by one guarded statement, so that each runs once however many ask;
// finish() stands in the unit of the job's effect, so that a job that is run again after a kill has one effect.
class Queue {
public:
    Queue(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // The oldest that waits, of whichever organisation; it is running then. None when nothing waits.
    std::optional<Job> claim();
    // Inside the unit of its effect. False: it is not ours any more or is to be cancelled, and nothing may stand.
    [[nodiscard]] bool finish(const Job& job, const std::string& result);
    // After the effect was rolled back; nothing happens when it is not ours any more.
    void fail(const Job& job, const base::Error& error);
    void cancel(const Job& job);
    // It waits again; one that was begun often enough fails with jobs.job.given_up.
    void put_back(const Job& job);
    // The same when the server is being stopped: as if it had not begun.
    void release(const Job& job);

    // A sign of life. True when the job is to be cancelled.
    bool beat(const Job& job);
    bool is_to_be_cancelled(const Job& job) const;
    // What runs somewhere and was not heard of for that long waits again; without a time all of it.
    std::vector<Job> take_over(std::optional<std::int64_t> silent_ms);
    // How many wait and how many run, in all organisations together.
    Load load() const;
    // Removes jobs that ended a season ago; their folders are to go too.
    std::vector<JobId> forget_old();

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace jobs
