// SPDX-License-Identifier: Apache-2.0
#include "jobs/queue.h"

#include <limits>

#include "jobs/store/job_store.h"

namespace jobs {

namespace {

constexpr std::int64_t kept_ms = std::int64_t{90} * 24 * 3600 * 1000;

}  // namespace

std::optional<Job> Queue::claim()
{
    constexpr std::size_t at_once = 8;
    JobStore store{db_};
    for (const Job& waiting : store.oldest_queued(at_once)) {
        sql::Transaction transaction{db_};
        if (!store.claim(waiting, clock_.milliseconds_since_1970())) continue;
        auto mine = store.find(waiting.org, waiting.id);
        transaction.commit();
        return mine;
    }
    return std::nullopt;
}

bool Queue::finish(const Job& job, const std::string& result)
{
    sql::Transaction transaction{db_};
    if (!JobStore{db_}.end(job, {JobState::done, result}, clock_.milliseconds_since_1970())) return false;
    transaction.commit();
    return true;
}

void Queue::fail(const Job& job, const base::Error& error)
{
    sql::Transaction transaction{db_};
    JobStore store{db_};
    const std::int64_t now = clock_.milliseconds_since_1970();
    // What was to be cancelled and broke meanwhile is cancelled.
    if (!store.end(job, {JobState::failed, {}, error}, now) && !store.end(job, {JobState::cancelled}, now)) return;
    transaction.commit();
}

void Queue::cancel(const Job& job)
{
    sql::Transaction transaction{db_};
    if (JobStore{db_}.end(job, {JobState::cancelled}, clock_.milliseconds_since_1970())) transaction.commit();
}

void Queue::put_back(const Job& job)
{
    if (job.attempts >= most_attempts)
        return fail(job,
                    {base::ErrorKind::conflict, "jobs.job.given_up", {{"attempts", std::to_string(job.attempts)}}});
    sql::Transaction transaction{db_};
    JobStore store{db_};
    if (store.put_back(job) || store.end(job, {JobState::cancelled}, clock_.milliseconds_since_1970()))
        transaction.commit();
}

void Queue::release(const Job& job)
{
    sql::Transaction transaction{db_};
    JobStore store{db_};
    if (store.release(job) || store.end(job, {JobState::cancelled}, clock_.milliseconds_since_1970()))
        transaction.commit();
}

bool Queue::is_to_be_cancelled(const Job& job) const
{
    const auto now = JobStore{db_}.find(job.org, job.id);
    return now && now->cancel_requested;
}

bool Queue::beat(const Job& job)
{
    sql::Transaction transaction{db_};
    JobStore{db_}.beat(job, clock_.milliseconds_since_1970());
    transaction.commit();
    return is_to_be_cancelled(job);
}

std::vector<Job> Queue::take_over(std::optional<std::int64_t> silent_ms)
{
    const std::int64_t before =
        silent_ms ? clock_.milliseconds_since_1970() - *silent_ms + 1 : std::numeric_limits<std::int64_t>::max();
    const std::vector<Job> silent = JobStore{db_}.running_unheard_since(before);
    for (const Job& job : silent) put_back(job);
    return silent;
}

Load Queue::load() const
{
    return JobStore{db_}.load();
}

std::vector<JobId> Queue::forget_old()
{
    sql::Transaction transaction{db_};
    auto forgotten = JobStore{db_}.take_ended(clock_.milliseconds_since_1970() - kept_ms);
    transaction.commit();
    return forgotten;
}

}  // namespace jobs
