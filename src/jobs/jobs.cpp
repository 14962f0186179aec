// SPDX-License-Identifier: Apache-2.0
#include "jobs/jobs.h"

#include "identity/identity.h"
#include "jobs/store/upload_store.h"

namespace jobs {

using base::ErrorKind;
using base::fail;

namespace {

// More than a unit ever has to wait for; whoever sends more sends them by mistake.
constexpr std::int64_t most_open_jobs = 50;

auto unknown(const JobId& id)
{
    return fail(ErrorKind::not_found, "jobs.job.unknown", {{"job", id.text()}});
}

}  // namespace

base::Result<Job> Jobs::start(const base::Actor& actor, const NewJob& what)
{
    if (!actor.may("jobs.start")) return fail(ErrorKind::forbidden, "jobs.start.forbidden");
    sql::Transaction transaction{db_};
    JobStore store{db_};
    if (what.upload) {
        const auto upload = UploadStore{db_}.find(actor.org, *what.upload);
        if (!upload || upload->person != actor.person)
            return fail(ErrorKind::not_found, "jobs.upload.unknown", {{"upload", what.upload->text()}});
    }
    if (store.open_jobs(actor.org) >= most_open_jobs)
        return fail(ErrorKind::conflict, "jobs.start.too_many", {{"most", std::to_string(most_open_jobs)}});
    Job job;
    job.id = base::new_id<JobTag>(clock_);
    job.org = actor.org;
    job.what = what;
    job.starter = {actor.home.empty() ? actor.org : actor.home, actor.person, actor.name, actor.origin};
    job.created_ms = clock_.milliseconds_since_1970();
    store.add(job);
    identity::record(db_, actor, clock_, {"jobs.start", what.title, what.kind + " " + job.id.text()});
    transaction.commit();
    return job;
}

base::Result<Job> Jobs::find(const base::Actor& actor, const JobId& id) const
{
    auto job = JobStore{db_}.find(actor.org, id);
    if (!job || !may_see(actor, *job)) return unknown(id);
    return *std::move(job);
}

JobPage Jobs::page(const base::Actor& actor, const JobFilter& filter, std::size_t limit) const
{
    constexpr std::size_t at_once = 100;
    JobPage page;
    JobFilter next = filter;
    while (true) {
        const std::vector<Job> some = JobStore{db_}.page(actor.org, next, at_once);
        for (const Job& job : some) {
            if (!may_see(actor, job)) continue;
            if (page.jobs.size() == limit) {
                page.next = page.jobs.back().id.text();
                return page;
            }
            page.jobs.push_back(job);
        }
        if (some.size() < at_once) return page;
        next.before = some.back().id.text();
    }
}

base::Result<Job> Jobs::cancel(const base::Actor& actor, const JobId& id, Live& live)
{
    if (!actor.may("jobs.start")) return fail(ErrorKind::forbidden, "jobs.cancel.forbidden");
    TRY_ASSIGN(const Job job, find(actor, id));
    const auto ended = [&] { return fail(ErrorKind::conflict, "jobs.job.ended", {{"job", job.what.title}}); };
    if (is_final(job.state)) return ended();
    // Told at once: on SQLite a job that is storing holds the writer that the transaction below waits for.
    live.cancel(id);
    sql::Transaction transaction{db_};
    const bool is_requested = JobStore{db_}.request_cancel(job, clock_.milliseconds_since_1970());
    TRY_ASSIGN(Job after, find(actor, id));
    if (!is_requested && after.state != JobState::cancelled) return ended();
    identity::record(db_, actor, clock_, {"jobs.cancel", job.what.title, job.what.kind + " " + job.id.text()});
    transaction.commit();
    return after;
}

}  // namespace jobs
