// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/jobs: what a file is by its content.

#include <filesystem>

#include "base/result.h"
#include "jobs/core/upload.h"

namespace jobs {

// Refuses jobs.upload.type_refused (nothing that we take), jobs.upload.has_password (an office file that is encrypted)
// and, of a zip, what spreadsheet::Archive refuses.
base::Result<FileType> type_of_file(const std::filesystem::path& file);

}  // namespace jobs
