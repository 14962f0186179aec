// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "jobs/core/upload.h"
#include "sql/connection.h"

namespace jobs {

// The only code that reads or writes jobs_upload.
class UploadStore {
public:
    explicit UploadStore(sql::Connection& db) : db_{db} {}

    void add(const base::OrgId& org, const Upload& upload);
    std::optional<Upload> find(const base::OrgId& org, const UploadId& id) const;
    std::int64_t bytes_of(const base::OrgId& org) const;
    // Of every organisation: those from before that moment that no job names. Removes their rows.
    std::vector<Upload> take_unused(std::int64_t before_ms);
    bool has(const UploadId& id) const;  // in whichever organisation

private:
    sql::Connection& db_;
};

}  // namespace jobs
