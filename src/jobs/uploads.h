// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "base/actor.h"
#include "base/clock.h"
#include "base/result.h"
#include "jobs/core/upload.h"
#include "sql/connection.h"

namespace jobs {

// A file that has come in, whole and on the disk.
struct Incoming {
    std::filesystem::path file;
    std::int64_t bytes = 0;
    std::string digest;  // SM3
};

// Files that people sent. Each lies in `folder` under its id, with the end that its content has; the row comes after
// the file is there for good, so that no row is without its bytes.
class Uploads {
public:
    Uploads(sql::Connection& db, const base::Clock& clock, std::filesystem::path folder)
        : db_{db}, clock_{clock}, folder_{std::move(folder)}
    {
    }

    // Permission jobs.start. Takes the file over. Refuses jobs.upload.forbidden, .empty, .too_large {most},
    // .quota_exceeded {most} (2 GB of one unit), and what check_name() and type_of_file() refuse.
    base::Result<Upload> add(const base::Actor& actor, const std::string& name, const Incoming& incoming);
    // Only one's own. Refuses jobs.upload.unknown.
    base::Result<Upload> find(const base::Actor& actor, const UploadId& id) const;
    std::filesystem::path file_of(const Upload& upload) const;
    // Removes what was sent a week ago and no job names, and files that never got a row.
    void sweep();

private:
    sql::Connection& db_;
    const base::Clock& clock_;
    std::filesystem::path folder_;
};

}  // namespace jobs
