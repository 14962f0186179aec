// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "jobs/core/job.h"

namespace jobs {

// What a file is by its content, whatever it is called. Any text is `csv`; a zip that holds no office document is
// `zip`.
enum class FileType { xlsx, ods, docx, ofd, zip, xls, doc, csv, pdf, png, jpg };

std::string_view to_text(FileType type);  // the word in SQL and JSON, and the end of the file's name on disk
std::optional<FileType> file_type_of(std::string_view text);

struct Upload {
    UploadId id;
    std::string name;  // as its sender calls it
    FileType type = FileType::csv;
    std::int64_t bytes = 0;
    std::string digest;  // SM3
    std::string person;
    std::string account;
    std::int64_t created_ms = 0;
};

inline constexpr std::int64_t most_upload_bytes = std::int64_t{50} << 20;
inline constexpr std::int64_t most_unit_bytes = std::int64_t{2} << 30;

// A name to be shown and offered for saving: without folders, control characters and signs that turn the direction of
// writing (fdp.exe that reads exe.pdf). Refuses jobs.upload.name_empty, .name_too_long and .name_not_allowed.
base::Result<void> check_name(std::string_view name);
// The name with the end that its content has: 支付.xls that is an .xlsx inside becomes 支付.xlsx.
std::string name_by_type(std::string_view name, FileType type);

}  // namespace jobs
