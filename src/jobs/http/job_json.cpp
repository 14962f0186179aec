// SPDX-License-Identifier: Apache-2.0
#include "jobs/http/job_json.h"

#include <boost/json.hpp>

#include "base/instant.h"

namespace jobs {

namespace {

boost::json::value instant(const std::optional<std::int64_t>& at_ms)
{
    if (!at_ms) return nullptr;
    return boost::json::string{base::instant_text(*at_ms)};
}

boost::json::value problem_of(const Job& job, const http::Context& context)
{
    if (!job.error) return nullptr;
    return boost::json::object{{"code", job.error->code}, {"message", context.words(*job.error)}};
}

boost::json::value progress_of(const std::optional<Stage>& stage)
{
    if (!stage) return nullptr;
    return boost::json::object{{"done", stage->done}, {"total", stage->total}, {"note", stage->note}};
}

}  // namespace

boost::json::object to_json(const Job& job, const std::optional<Stage>& stage, const http::Context& context,
                            Detail detail)
{
    boost::json::object json{{"job", job.id.text()},
                             {"kind", job.what.kind},
                             {"title", job.what.title},
                             {"state", to_text(job.state)},
                             {"progress", progress_of(stage)},
                             {"problem", problem_of(job, context)},
                             {"cancel_requested", job.cancel_requested},
                             {"attempts", job.attempts},
                             {"account", job.starter.account},
                             {"created_at", instant(job.created_ms)},
                             {"started_at", instant(job.started_ms)},
                             {"ended_at", instant(job.ended_ms)}};
    if (detail == Detail::row) return json;
    json["files"] = boost::json::array{};
    json["result"] = nullptr;
    if (!job.result) return json;
    boost::json::object result = boost::json::parse(*job.result).as_object();
    if (const auto* const files = result.if_contains("files")) json["files"] = *files;
    result.erase("files");
    json["result"] = std::move(result);
    return json;
}

boost::json::object to_json(const Upload& upload)
{
    return {{"upload", upload.id.text()}, {"name", upload.name},     {"type", to_text(upload.type)},
            {"bytes", upload.bytes},      {"digest", upload.digest}, {"created_at", instant(upload.created_ms)}};
}

std::string event_text(const JobId& id, const std::string& kind, std::string_view state, const Stage& stage)
{
    return boost::json::serialize(boost::json::object{{"job", id.text()},
                                                      {"kind", kind},
                                                      {"state", state},
                                                      {"done", stage.done},
                                                      {"total", stage.total},
                                                      {"note", stage.note}});
}

}  // namespace jobs
