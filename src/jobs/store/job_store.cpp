// SPDX-License-Identifier: Apache-2.0
#include "jobs/store/job_store.h"

#include <boost/json.hpp>

namespace jobs {

namespace {

constexpr std::string_view select_jobs = R"(
    SELECT org_id, id, kind, title, reads, params, language, upload_id, state, result, error_code, error_args, attempts,
           cancel_requested, home_org, person, account, origin, created_ms, started_ms, ended_ms
      FROM jobs_job)";

std::string text_of(const base::ErrorArgs& args)
{
    boost::json::object object;
    for (const auto& [name, value] : args) object[name] = value;
    return boost::json::serialize(object);
}

base::Error error_of(const sql::Row& row)
{
    base::Error error{base::ErrorKind::invalid, row.text("error_code")};
    const boost::json::value args = boost::json::parse(row.text("error_args"));
    for (const auto& pair : args.as_object()) error.args.emplace_back(pair.key(), pair.value().as_string());
    return error;
}

Job job_of(const sql::Row& row)
{
    Job job;
    job.id = JobId{row.text("id")};
    job.org = base::OrgId{row.text("org_id")};
    job.what = {row.text("kind"), row.text("title"), row.text("reads"), row.text("params"), row.text("language")};
    if (const auto upload = row.text_if("upload_id")) job.what.upload = UploadId{*upload};
    job.starter = {base::OrgId{row.text("home_org")}, row.text("person"), row.text("account"), row.text("origin")};
    job.state = job_state_of(row.text("state")).value();
    job.result = row.text_if("result");
    if (!row.is_null("error_code")) job.error = error_of(row);
    job.attempts = row.integer("attempts");
    job.cancel_requested = row.integer("cancel_requested") == 1;
    job.created_ms = row.integer("created_ms");
    job.started_ms = row.integer_if("started_ms");
    job.ended_ms = row.integer_if("ended_ms");
    return job;
}

std::vector<Job> jobs_of(const std::vector<sql::Row>& rows)
{
    std::vector<Job> found;
    for (const sql::Row& row : rows) found.push_back(job_of(row));
    return found;
}

sql::Parameters key_of(const Job& job, sql::Parameters more = {})
{
    more.insert(more.begin(), {{"org_id", job.org}, {"id", job.id}});
    return more;
}

}  // namespace

void JobStore::add(const Job& job)
{
    constexpr std::string_view insert = R"(
        INSERT INTO jobs_job (org_id, id, kind, title, reads, params, language, upload_id, state, home_org, person, account,
                              origin, created_ms)
        VALUES (:org_id, :id, :kind, :title, :reads, :params, :language, :upload_id, 'queued', :home_org, :person, :account,
                :origin, :created_ms))";
    db_.execute(insert, key_of(job, {{"kind", job.what.kind},
                                     {"title", job.what.title},
                                     {"reads", job.what.reads},
                                     {"params", job.what.params},
                                     {"language", job.what.language},
                                     {"upload_id", job.what.upload},
                                     {"home_org", job.starter.home},
                                     {"person", job.starter.person},
                                     {"account", job.starter.account},
                                     {"origin", job.starter.origin},
                                     {"created_ms", job.created_ms}}));
}

std::optional<Job> JobStore::find(const base::OrgId& org, const JobId& id) const
{
    const auto rows =
        db_.query(std::string{select_jobs} + " WHERE org_id = :org_id AND id = :id", {{"org_id", org}, {"id", id}});
    return rows.empty() ? std::nullopt : std::optional{job_of(rows.front())};
}

std::vector<Job> JobStore::page(const base::OrgId& org, const JobFilter& filter, std::size_t limit) const
{
    constexpr std::string_view newest_first = R"(
         WHERE org_id = :org_id AND (:before = '' OR id < :before) AND (:state = '' OR state = :state)
           AND (:kind = '' OR kind = :kind) AND (:person = '' OR person = :person)
         ORDER BY id DESC
         LIMIT :limit)";
    return jobs_of(db_.query(std::string{select_jobs} + std::string{newest_first},
                             {{"org_id", org},
                              {"before", filter.before},
                              {"state", filter.state ? to_text(*filter.state) : std::string_view{}},
                              {"kind", filter.kind},
                              {"person", filter.person},
                              {"limit", static_cast<std::int64_t>(limit)}}));
}

std::int64_t JobStore::open_jobs(const base::OrgId& org) const
{
    constexpr std::string_view count = R"(
        SELECT COUNT(*) AS jobs FROM jobs_job WHERE org_id = :org_id AND state IN ('queued', 'running'))";
    return db_.query(count, {{"org_id", org}}).front().integer("jobs");
}

Load JobStore::load() const
{
    Load load;
    for (const sql::Row& row :
         db_.query("SELECT state, COUNT(*) AS jobs FROM jobs_job WHERE state IN ('queued', 'running') GROUP BY state"))
        (row.text("state") == "queued" ? load.queued : load.running) = row.integer("jobs");
    return load;
}

std::vector<Job> JobStore::oldest_queued(std::size_t limit) const
{
    return jobs_of(db_.query(std::string{select_jobs} + " WHERE state = 'queued' ORDER BY created_ms, id LIMIT :limit",
                             {{"limit", static_cast<std::int64_t>(limit)}}));
}

bool JobStore::claim(const Job& job, std::int64_t at_ms)
{
    constexpr std::string_view update = R"(
        UPDATE jobs_job
           SET state = 'running', attempts = attempts + 1, started_ms = :at_ms, heartbeat_ms = :at_ms
         WHERE org_id = :org_id AND id = :id AND state = 'queued')";
    return db_.execute(update, key_of(job, {{"at_ms", at_ms}})) == 1;
}

bool JobStore::end(const Job& job, const Ending& ending, std::int64_t at_ms)
{
    constexpr std::string_view update = R"(
        UPDATE jobs_job
           SET state = :state, result = :result, error_code = :error_code, error_args = :error_args, ended_ms = :at_ms
         WHERE org_id = :org_id AND id = :id AND state = 'running' AND attempts = :attempts
           AND (cancel_requested = 0 OR :state = 'cancelled'))";
    const auto& error = ending.error;
    return db_.execute(update, key_of(job, {{"state", to_text(ending.state)},
                                            {"result", ending.result},
                                            {"error_code", error ? sql::Value{error->code} : sql::Value{}},
                                            {"error_args", error ? sql::Value{text_of(error->args)} : sql::Value{}},
                                            {"at_ms", at_ms},
                                            {"attempts", job.attempts}})) == 1;
}

bool JobStore::put_back(const Job& job)
{
    constexpr std::string_view update = R"(
        UPDATE jobs_job SET state = 'queued'
         WHERE org_id = :org_id AND id = :id AND state = 'running' AND attempts = :attempts AND cancel_requested = 0)";
    return db_.execute(update, key_of(job, {{"attempts", job.attempts}})) == 1;
}

bool JobStore::release(const Job& job)
{
    constexpr std::string_view update = R"(
        UPDATE jobs_job SET state = 'queued', attempts = attempts - 1
         WHERE org_id = :org_id AND id = :id AND state = 'running' AND attempts = :attempts AND cancel_requested = 0)";
    return db_.execute(update, key_of(job, {{"attempts", job.attempts}})) == 1;
}

bool JobStore::request_cancel(const Job& job, std::int64_t at_ms)
{
    constexpr std::string_view queued = R"(
        UPDATE jobs_job SET state = 'cancelled', cancel_requested = 1, ended_ms = :at_ms
         WHERE org_id = :org_id AND id = :id AND state = 'queued')";
    constexpr std::string_view running = R"(
        UPDATE jobs_job SET cancel_requested = 1 WHERE org_id = :org_id AND id = :id AND state = 'running')";
    return db_.execute(queued, key_of(job, {{"at_ms", at_ms}})) == 1 || db_.execute(running, key_of(job)) == 1;
}

void JobStore::beat(const Job& job, std::int64_t at_ms)
{
    constexpr std::string_view update = R"(
        UPDATE jobs_job SET heartbeat_ms = :at_ms
         WHERE org_id = :org_id AND id = :id AND state = 'running' AND attempts = :attempts)";
    db_.execute(update, key_of(job, {{"at_ms", at_ms}, {"attempts", job.attempts}}));
}

std::vector<Job> JobStore::running_unheard_since(std::int64_t before_ms) const
{
    return jobs_of(db_.query(std::string{select_jobs} + " WHERE state = 'running' AND heartbeat_ms < :before_ms",
                             {{"before_ms", before_ms}}));
}

std::vector<JobId> JobStore::take_ended(std::int64_t before_ms)
{
    constexpr std::string_view ended = R"(
        SELECT org_id, id FROM jobs_job
         WHERE state IN ('done', 'failed', 'cancelled') AND ended_ms < :before_ms)";
    std::vector<JobId> taken;
    for (const sql::Row& row : db_.query(ended, {{"before_ms", before_ms}})) {
        db_.execute("DELETE FROM jobs_job WHERE org_id = :org_id AND id = :id",
                    {{"org_id", row.text("org_id")}, {"id", row.text("id")}});
        taken.push_back(JobId{row.text("id")});
    }
    return taken;
}

}  // namespace jobs
