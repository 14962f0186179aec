// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace spreadsheet {

// Lets `write` make a new file beside `path` and gives it that name when it is whole: a reader finds the old file or
// the new one, and an exception leaves the old one.
template <class Write>
void replace_file(const std::filesystem::path& path, Write write)
{
    std::filesystem::path fresh = path;
    fresh += ".part";
    try {
        write(fresh);
        std::filesystem::rename(fresh, path);
    } catch (...) {
        std::error_code ignored;  // the first failure is the one to tell
        std::filesystem::remove(fresh, ignored);
        throw;
    }
}

}  // namespace spreadsheet
