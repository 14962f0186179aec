// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <boost/json/object.hpp>

#include "http/router.h"
#include "jobs/core/job.h"
#include "jobs/core/upload.h"
#include "jobs/live.h"

namespace jobs {

enum class Detail { row, whole };  // a row of a list has no result

boost::json::object to_json(const Job& job, const std::optional<Stage>& stage, const http::Context& context,
                            Detail detail);
boost::json::object to_json(const Upload& upload);

// What pages hear of a job.
std::string event_text(const JobId& id, const std::string& kind, std::string_view state, const Stage& stage);

}  // namespace jobs
