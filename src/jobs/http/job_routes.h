// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/router.h"
#include "jobs/core/job.h"
#include "jobs/live.h"

namespace jobs {

// /api/v1/jobs, /api/v1/uploads and /api/v1/events. `live` must outlive the router.
void add_job_routes(http::Router& router, Live& live);

// 202 with the job and where to look for it: the answer of every route that starts one.
http::Response started(http::Context& context, const Job& job);

}  // namespace jobs
