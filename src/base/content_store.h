// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace base {

enum class FileState { intact, missing, changed };

// Files kept under the digest of their content: <folder>/<first two digits>/<SM3>. A file is complete under its name or
// not there at all: it is written beside, brought to the disk and then renamed. The same content is kept once.
class ContentStore {
public:
    explicit ContentStore(std::filesystem::path folder) : folder_{std::move(folder)} {}

    struct Kept {
        std::string digest;
        std::int64_t bytes = 0;
    };
    // Refuses content.file.unreadable and content.file.too_large {file}. Throws std::system_error when the folder
    // cannot be written.
    Result<Kept> keep(const std::filesystem::path& file, std::int64_t most_bytes) const;
    // What is no file yet. Throws std::system_error likewise.
    Kept keep_bytes(std::string_view bytes) const;

    std::filesystem::path path_of(const std::string& digest) const;
    FileState state_of(const std::string& digest) const;

private:
    std::filesystem::path folder_;
};

// The SM3 of a file, none when it cannot be read to its end.
std::optional<std::string> sm3_of_file(const std::filesystem::path& file);

// The text as a file: complete on the disk under its name when this returns. Throws std::system_error.
void write_durably(const std::filesystem::path& file, std::string_view text);
// So that a new name in it survives a power cut.
void sync_folder(const std::filesystem::path& folder);

}  // namespace base
