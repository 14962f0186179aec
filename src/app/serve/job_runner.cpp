// SPDX-License-Identifier: Apache-2.0
#include "app/serve/job_runner.h"

#include <boost/json.hpp>

#include "app/serve/job_folder.h"
#include "app/serve/log.h"
#include "base/progress.h"
#include "identity/identity.h"
#include "identity/people.h"
#include "jobs/http/job_json.h"
#include "jobs/uploads.h"

namespace app {

using namespace std::chrono_literals;

namespace {

constexpr int threads = 2;
constexpr auto look_again = 250ms;  // for new jobs: another process may have queued them
constexpr auto after_trouble = 1s;  // before a job is tried again that the database could not serve
constexpr auto tell_again = 200ms;  // of progress, at most that often
constexpr std::int64_t silent_ms = 15'000;

// Whoever started the job, with the rights of this moment.
base::Result<base::Actor> actor_of(sql::Connection& db, const base::Clock& clock, const jobs::Job& job,
                                  const std::string& permission)
{
    const auto gone = [&] {
        return base::fail(base::ErrorKind::forbidden, "jobs.job.starter_gone", {{"account", job.starter.account}});
    };
    const identity::Organisations organisations{db, clock};
    const auto person = identity::People{db, clock}.find(job.starter.home, identity::PersonId{job.starter.person});
    const auto home = organisations.find(job.starter.home);
    const auto target = organisations.find(job.org);
    if (!person || !person->is_active || !home || !target) return gone();
    const identity::Rights rights = identity::rights_of(person->roles);
    base::Actor actor{job.org, person->account, job.starter.origin};
    actor.permissions = identity::permissions_at(rights, home->place(), target->place());
    if (!actor.may(permission)) return gone();
    actor.person = job.starter.person;
    actor.home = job.starter.home;
    actor.reach = identity::reach_of(rights.permissions.at(permission));
    actor.section = person->section.value_or(base::OrgId{}).text();
    return actor;
}

}  // namespace

// How one run ended: with its effect in place, or what to do with the job.
struct JobRunner::Ran {
    enum class How { done, failed, cancelled, put_back, released } how;
    std::optional<base::Error> error = {};
};

JobRunner::JobRunner(Parts parts) : parts_{std::move(parts)}
{
    // An SQLite file has one owner: what ran before it did not survive.
    if (parts_.database.engine() == sql::Engine::sqlite)
        for (const jobs::Job& job : jobs::Queue{*parts_.database.lease(), parts_.clock}.take_over({}))
            log(parts_.clock, Level::warning, "job_taken_over", {{"job", job.id.text()}, {"attempts", job.attempts}});
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
    threads_.emplace_back([this] { keep_house(); });
}

JobRunner::~JobRunner()
{
    {
        const std::lock_guard lock{mutex_};
        is_stopping_ = true;
    }
    stopped_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

bool JobRunner::is_stopping()
{
    const std::lock_guard lock{mutex_};
    return is_stopping_;
}

bool JobRunner::wait(std::chrono::milliseconds time)
{
    std::unique_lock lock{mutex_};
    return !stopped_.wait_for(lock, time, [this] { return is_stopping_; });
}

void JobRunner::work()
{
    while (!is_stopping()) {
        auto pause = std::chrono::milliseconds{0};
        try {
            if (!run_one()) pause = look_again;
        } catch (const std::exception& error) {
            log(parts_.clock, Level::error, "jobs", {{"error", error.what()}});
            pause = after_trouble;
        }
        if (!wait(pause)) return;
    }
}

bool JobRunner::run_one()
{
    const auto lease = parts_.database.lease();
    const auto job = jobs::Queue{*lease, parts_.clock}.claim();
    if (!job) return false;
    {
        const std::lock_guard lock{mutex_};
        running_[job->id] = *job;
    }
    parts_.live.begin(job->id);
    const std::unique_ptr<const jobs::JobId, std::function<void(const jobs::JobId*)>> end{
        &job->id, [this](const jobs::JobId* id) {
            parts_.live.end(*id);
            const std::lock_guard lock{mutex_};
            running_.erase(*id);
        }};
    run(*lease, *job);
    return true;
}

void JobRunner::run(sql::Connection& db, const jobs::Job& job)
{
    const std::int64_t began = parts_.clock.milliseconds_since_1970();
    tell(job, "running", {});
    const Ran ran = attempt(db, job);
    settle(db, job, ran);
    constexpr std::string_view states[] = {"done", "failed", "cancelled", "queued", "queued"};
    const std::string_view state = states[static_cast<std::size_t>(ran.how)];
    log(parts_.clock, ran.error ? Level::warning : Level::info, "job",
        {{"job", job.id.text()},
         {"kind", job.what.kind},
         {"state", state},
         {"code", ran.error ? ran.error->code : ""},
         {"attempts", job.attempts},
         {"milliseconds", parts_.clock.milliseconds_since_1970() - began}});
    tell(job, state, {});
    if (ran.how == Ran::How::put_back) wait(after_trouble);
}

JobRunner::Ran JobRunner::attempt(sql::Connection& db, const jobs::Job& job)
{
    using How = Ran::How;
    const auto broken = [&](const char* code, const std::exception& error) {
        log(parts_.clock, Level::error, "job_broken", {{"job", job.id.text()}, {"error", error.what()}});
        return Ran{How::failed, base::Error{base::ErrorKind::conflict, code, {{"trace", job.id.text()}}}};
    };
    try {
        sql::UnitOfWork unit{db};
        const auto result = call(db, job);
        if (!result) return {How::failed, result.error()};
        if (!jobs::Queue{db, parts_.clock}.finish(job, boost::json::serialize(*result))) return {How::cancelled};
        unit.commit();
        return {How::done};
    } catch (const base::Cancelled&) {
        return {parts_.live.is_cancelled(job.id) ? How::cancelled : How::released};
    } catch (const sql::SqlError& error) {
        if (error.violation() == sql::Violation::full) return broken("request.disk_full", error);
        const bool is_passing =
            error.violation() == sql::Violation::busy || error.violation() == sql::Violation::unavailable;
        return is_passing ? Ran{How::put_back} : broken("jobs.job.broken", error);
    } catch (const std::system_error& error) {
        return broken(error.code() == std::errc::no_space_on_device ? "request.disk_full" : "jobs.job.broken", error);
    } catch (const std::exception& error) {
        return broken("jobs.job.broken", error);
    }
}

base::Result<boost::json::object> JobRunner::call(sql::Connection& db, const jobs::Job& job)
{
    const auto kind = parts_.kinds.find(job.what.kind);
    if (kind == parts_.kinds.end())
        return base::fail(base::ErrorKind::not_found, "jobs.job.kind_unknown", {{"kind", job.what.kind}});
    TRY_ASSIGN(base::Actor actor, actor_of(db, parts_.clock, job, kind->second.permission));
    JobFolder folder{parts_.data, job.id};
    std::filesystem::path upload;
    if (job.what.upload) {
        const jobs::Uploads uploads{db, parts_.clock, parts_.data / "uploads"};
        TRY_ASSIGN(const jobs::Upload found, uploads.find(actor, *job.what.upload));
        // A folder that was restored from a backup has the rows of uploads and not their files.
        if (!std::filesystem::exists(uploads.file_of(found)))
            return base::fail(base::ErrorKind::not_found, "jobs.upload.unknown", {{"upload", found.name}});
        upload = folder.lend(uploads.file_of(found), jobs::name_by_type(found.name, found.type));
    }
    jobs::JobContext context{db,
                             std::move(actor),
                             parts_.clock,
                             parts_.data,
                             boost::json::parse(job.what.params).as_object(),
                             job.what.language,
                             std::move(upload),
                             folder.made(),
                             [&](std::int64_t done, std::int64_t total, const std::string& note) {
                                 progress(job, {done, total, note});
                             }};
    TRY_ASSIGN(boost::json::object result, kind->second.run(context));
    result["files"] = folder.keep();
    return result;
}

void JobRunner::settle(sql::Connection& db, const jobs::Job& job, const Ran& ran)
{
    using How = Ran::How;
    jobs::Queue queue{db, parts_.clock};
    if (ran.how == How::failed) queue.fail(job, *ran.error);
    if (ran.how == How::cancelled) queue.cancel(job);
    if (ran.how == How::put_back) queue.put_back(job);
    if (ran.how == How::released) queue.release(job);
}

void JobRunner::progress(const jobs::Job& job, jobs::Stage stage)
{
    thread_local std::chrono::steady_clock::time_point told{};
    if (parts_.live.is_cancelled(job.id) || is_stopping()) throw base::Cancelled{};
    const auto before = parts_.live.of(job.id);
    parts_.live.set(job.id, stage);
    const bool is_another_step = !before || before->note != stage.note;
    const auto now = std::chrono::steady_clock::now();
    if (!is_another_step && now - told < tell_again) return;
    told = now;
    tell(job, "running", stage);
}

void JobRunner::tell(const jobs::Job& job, std::string_view state, const jobs::Stage& stage)
{
    parts_.events.publish(job.org.text(), "job", jobs::event_text(job.id, job.what.kind, state, stage));
}

void JobRunner::keep_house()
{
    auto next_tidy = std::chrono::steady_clock::now();
    do {
        try {
            const auto lease = parts_.database.lease();
            if (parts_.database.engine() == sql::Engine::postgres) look_after(*lease);
            if (std::chrono::steady_clock::now() < next_tidy) continue;
            next_tidy = std::chrono::steady_clock::now() + 1h;
            tidy(*lease);
        } catch (const std::exception& error) {
            log(parts_.clock, Level::error, "jobs", {{"error", error.what()}});
        }
    } while (wait(1s));
}

// On PostgreSQL several servers may share one database: each says that it lives, and takes over from those that do not.
void JobRunner::look_after(sql::Connection& db)
{
    std::vector<jobs::Job> mine;
    {
        const std::lock_guard lock{mutex_};
        for (const auto& [id, job] : running_) mine.push_back(job);
    }
    jobs::Queue queue{db, parts_.clock};
    for (const jobs::Job& job : mine)
        if (queue.beat(job)) parts_.live.cancel(job.id);
    for (const jobs::Job& job : queue.take_over(silent_ms))
        log(parts_.clock, Level::warning, "job_taken_over", {{"job", job.id.text()}, {"attempts", job.attempts}});
}

void JobRunner::tidy(sql::Connection& db)
{
    for (const jobs::JobId& id : jobs::Queue{db, parts_.clock}.forget_old()) JobFolder::remove(parts_.data, id);
    jobs::Uploads{db, parts_.clock, parts_.data / "uploads"}.sweep();
    for (const char* const folder : {"incoming", "exports"}) JobFolder::remove_unfinished(parts_.data / folder);
}

}  // namespace app
