// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/result.h"
#include "jobs/core/job.h"
#include "jobs/live.h"
#include "jobs/store/job_store.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace jobs {

std::span<const sql::Migration> migrations();

// One page of a list, and the id that the next one begins behind; empty at the end.
struct JobPage {
    std::vector<Job> jobs;
    std::string next;
};

// Long work as people see it: started, looked at, cancelled. Who runs it: queue.h.
class Jobs {
public:
    Jobs(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // Permission jobs.start. Refuses jobs.start.forbidden, jobs.start.too_many and jobs.upload.unknown: one may only
    // name what one sent oneself.
    base::Result<Job> start(const base::Actor& actor, const NewJob& what);
    // Refuses jobs.job.unknown, also for what one may not see.
    base::Result<Job> find(const base::Actor& actor, const JobId& id) const;
    // Newest first.
    JobPage page(const base::Actor& actor, const JobFilter& filter, std::size_t limit) const;
    // Permission jobs.start. A queued job is cancelled at once, a running one when its function next tells how far it
    // is. Refuses jobs.cancel.forbidden, jobs.job.unknown and jobs.job.ended.
    base::Result<Job> cancel(const base::Actor& actor, const JobId& id, Live& live);

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace jobs
