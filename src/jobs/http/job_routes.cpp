// SPDX-License-Identifier: Apache-2.0
#include "jobs/http/job_routes.h"

#include <boost/json.hpp>

#include "http/events.h"
#include "http/query.h"
#include "jobs/http/job_json.h"
#include "jobs/jobs.h"
#include "jobs/uploads.h"

namespace jobs {

namespace {

http::Response answer(int status, const boost::json::object& json)
{
    return {.status = status, .body = boost::json::serialize(json)};
}

void tell(http::Context& context, const Job& job)
{
    context.heard.push_back(
        {"", context.actor.org.text(), "job", event_text(job.id, job.what.kind, to_text(job.state), {})});
}

http::Response list(http::Context& context, const Live& live)
{
    http::Query query{context.request};
    JobFilter filter;
    filter.state = query.word<JobState>("state", {{"queued", JobState::queued},
                                                  {"running", JobState::running},
                                                  {"done", JobState::done},
                                                  {"failed", JobState::failed},
                                                  {"cancelled", JobState::cancelled}});
    filter.kind = query.text("kind");
    const std::size_t limit = query.limit();
    if (const auto cursor = query.cursor(1)) filter.before = cursor->front();
    if (auto problem = query.problem()) return *std::move(problem);
    const JobPage page = Jobs{context.db, context.clock}.page(context.actor, filter, limit);
    boost::json::array items;
    for (const Job& job : page.jobs) items.push_back(to_json(job, live.of(job.id), context, Detail::row));
    boost::json::object json{{"items", std::move(items)}, {"next", nullptr}};
    if (!page.next.empty()) json["next"] = http::cursor_of({page.next});
    return answer(200, json);
}

http::Response show(http::Context& context, const Live& live)
{
    const JobId id{context.part("job")};
    const auto job = Jobs{context.db, context.clock}.find(context.actor, id);
    if (!job) return http::problem(job.error());
    return answer(200, to_json(*job, live.of(id), context, Detail::whole));
}

http::Response cancel(http::Context& context, Live& live)
{
    const JobId id{context.part("job")};
    const auto job = Jobs{context.db, context.clock}.cancel(context.actor, id, live);
    if (!job) return http::problem(job.error());
    tell(context, *job);
    return answer(200, to_json(*job, live.of(id), context, Detail::whole));
}

// Only what the job's result names: a name from outside never becomes a path by itself.
http::Response file(http::Context& context)
{
    const JobId id{context.part("job")};
    const std::string& name = context.part("name");
    const auto job = Jobs{context.db, context.clock}.find(context.actor, id);
    if (!job) return http::problem(job.error());
    const boost::json::value result = boost::json::parse(job->result.value_or("{}"));
    if (const auto* const files = result.as_object().if_contains("files"))
        for (const auto& known : files->as_array()) {
            const std::filesystem::path path = context.data / "jobs" / id.text() / name;
            if (known.at("name").as_string() == name && std::filesystem::is_regular_file(path))
                return http::attachment(path, name);
        }
    return http::problem({base::ErrorKind::not_found, "jobs.file.unknown", {{"name", name}}});
}

http::Response upload(http::Context& context)
{
    http::Query query{context.request};
    const std::string name = query.text("name", 500);
    if (auto problem = query.problem()) return *std::move(problem);
    Uploads uploads{context.db, context.clock, context.data / "uploads"};
    Incoming incoming;
    if (const auto& sent = context.request.upload) incoming = {sent->file, sent->bytes, sent->digest};
    const auto added = uploads.add(context.actor, name, incoming);
    if (added) return answer(201, to_json(*added));
    const base::Error& error = added.error();
    if (error.code == "jobs.upload.quota_exceeded" || error.code == "jobs.upload.too_large")
        return http::problem(413, error);
    const bool is_about_content = error.code == "jobs.upload.type_refused" ||
                                  error.code == "jobs.upload.has_password" || error.code.starts_with("spreadsheet.");
    return is_about_content ? http::problem(415, error) : http::problem(error);
}

http::Response events(http::Context& context)
{
    http::Response response{.content_type = "text/event-stream"};
    response.events = context.events.subscribe(context.actor.org.text(), context.actor.name,
                                               std::string{context.request.headers.get("last-event-id")});
    return response;
}

}  // namespace

http::Response started(http::Context& context, const Job& job)
{
    tell(context, job);
    http::Response response = answer(202, to_json(job, std::nullopt, context, Detail::whole));
    response.header("Location", "/api/v1/jobs/" + job.id.text());
    return response;
}

void add_job_routes(http::Router& router, Live& live)
{
    using http::Body;
    using http::Guard;
    using http::Method;
    router.add({.path = "/api/v1/jobs",
                .operation = "listJobs",
                .permission = "jobs.read",
                .handle = [&live](http::Context& context) { return list(context, live); }});
    router.add({.path = "/api/v1/jobs/{job}",
                .operation = "getJob",
                .permission = "jobs.read",
                .handle = [&live](http::Context& context) { return show(context, live); }});
    router.add({.method = Method::post,
                .path = "/api/v1/jobs/{job}/cancellation",
                .operation = "cancelJob",
                .permission = "jobs.start",
                .guard = Guard::idempotency_key,
                .handle = [&live](http::Context& context) { return cancel(context, live); }});
    router.add({.path = "/api/v1/jobs/{job}/files/{name}",
                .operation = "getJobFile",
                .permission = "jobs.read",
                .handle = file});
    router.add({.method = Method::post,
                .path = "/api/v1/uploads",
                .operation = "uploadFile",
                .permission = "jobs.start",
                .body = Body::file,
                .body_limit = static_cast<std::size_t>(most_upload_bytes),
                .guard = Guard::idempotency_key,
                .handle = upload});
    router.add({.path = "/api/v1/events", .operation = "listenToEvents", .permission = "desk.use", .handle = events});
}

}  // namespace jobs
