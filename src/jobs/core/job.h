// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/actor.h"
#include "base/result.h"

namespace jobs {

using JobId = base::Id<struct JobTag>;
using UploadId = base::Id<struct UploadTag>;

enum class JobState { queued, running, done, failed, cancelled };

std::string_view to_text(JobState state);  // the word in SQL and JSON
std::optional<JobState> job_state_of(std::string_view text);
constexpr bool is_final(JobState state)
{
    return state != JobState::queued && state != JobState::running;
}

// What a job is to do, and who may read what came of it.
struct NewJob {
    std::string kind;           // budget.import
    std::string title;          // for people: 导入支付 支付.xlsx
    std::string reads;          // the permission that others need to see it: budget.read
    std::string params = "{}";  // JSON, the kind's own
    std::string language = {};  // of its messages: zh-CN or en
    std::optional<UploadId> upload = {};
};

// Whoever started it; rights are read anew when it runs.
struct Starter {
    base::OrgId home;
    std::string person;
    std::string account;
    std::string origin;
};

struct Job {
    JobId id;
    base::OrgId org;
    NewJob what;
    Starter starter;
    JobState state = JobState::queued;
    std::optional<std::string> result = {};  // JSON; of a job that is done
    std::optional<base::Error> error = {};   // of one that failed
    std::int64_t attempts = 0;
    bool cancel_requested = false;
    std::int64_t created_ms = 0;
    std::optional<std::int64_t> started_ms = {};
    std::optional<std::int64_t> ended_ms = {};
};

// What a server has to do.
struct Load {
    std::int64_t queued = 0;
    std::int64_t running = 0;
};

// Which jobs of an organisation, newest first; empty fields take them all.
struct JobFilter {
    std::optional<JobState> state = {};
    std::string kind = {};
    std::string person = {};  // who started them
    std::string before = {};  // the id of the last one of the page before
};

// A job that was begun this often and never ended is given up.
inline constexpr std::int64_t most_attempts = 3;

// One's own jobs; those of others when one reaches the whole organisation and may read what they are about.
bool may_see(const base::Actor& actor, const Job& job);

}  // namespace jobs
