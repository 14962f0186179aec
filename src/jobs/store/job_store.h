// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "jobs/core/job.h"
#include "sql/connection.h"

namespace jobs {

// How a run ended.
struct Ending {
    JobState state = JobState::done;
    std::optional<std::string> result = {};
    std::optional<base::Error> error = {};
};

// The only code that reads or writes jobs_job. What changes a running job names its attempt: whoever lost the job to
// another run changes nothing.
class JobStore {
public:
    explicit JobStore(sql::Connection& db) : db_{db} {}

    void add(const Job& job);
    std::optional<Job> find(const base::OrgId& org, const JobId& id) const;
    std::vector<Job> page(const base::OrgId& org, const JobFilter& filter, std::size_t limit) const;
    std::int64_t open_jobs(const base::OrgId& org) const;  // queued and running ones

    Load load() const;                                        // of every organisation
    std::vector<Job> oldest_queued(std::size_t limit) const;  // of every organisation
    // Guarded: false, and nothing changed, when somebody else was quicker.
    [[nodiscard]] bool claim(const Job& job, std::int64_t at_ms);
    // Guarded: false when it runs no more under this attempt, or was to be cancelled and is not.
    [[nodiscard]] bool end(const Job& job, const Ending& ending, std::int64_t at_ms);
    [[nodiscard]] bool put_back(const Job& job);
    [[nodiscard]] bool release(const Job& job);  // put back, the attempt taken off again
    // Guarded: false when it has ended. A queued one is cancelled at once.
    [[nodiscard]] bool request_cancel(const Job& job, std::int64_t at_ms);
    void beat(const Job& job, std::int64_t at_ms);
    // Running jobs that nobody was heard of since then, of every organisation.
    std::vector<Job> running_unheard_since(std::int64_t before_ms) const;
    // Removes jobs that ended before then, of every organisation.
    std::vector<JobId> take_ended(std::int64_t before_ms);

private:
    sql::Connection& db_;
};

}  // namespace jobs
