// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "app/system/backup_schedule.h"
#include "http/router.h"
#include "jobs/job_context.h"

namespace app {

// What the server knows of itself, for as long as it runs.
struct SystemDesk {
    std::int64_t started_ms = 0;
    BackupTime backup_time = {};
    BackupTrouble trouble = {};
    std::function<void()> restart = {};  // ends this run gracefully; what is wanted is done before the next one
};

// /api/v1/system, for administrators of the whole installation: how the server is, and its backups. They hold the data
// of every organisation. `desk` must outlive the router.
void add_system_routes(http::Router& router, SystemDesk& desk);

// system.backup {} and system.verify_backup {backup}.
base::Result<boost::json::object> run_backup(jobs::JobContext& context);
base::Result<boost::json::object> run_backup_verification(jobs::JobContext& context);

}  // namespace app
