// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "jobs/core/job.h"

namespace jobs {

// How far a running job is. `total` 0: nobody knows yet how much there is. `note` is for people.
struct Stage {
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string note = {};
};

// What this process runs at the moment. It is kept in memory: a job whose unit of work is open must not write. Any
// thread may ask.
class Live {
public:
    void begin(const JobId& id);
    void end(const JobId& id);
    void set(const JobId& id, Stage stage);
    std::optional<Stage> of(const JobId& id) const;  // none when it does not run here
    // The job ends when it next tells how far it is; nothing happens when it does not run here.
    void cancel(const JobId& id);
    bool is_cancelled(const JobId& id) const;

private:
    struct Running {
        Stage stage = {};
        bool is_cancelled = false;
    };

    mutable std::mutex mutex_;
    std::map<JobId, Running> running_;
};

}  // namespace jobs
