// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/file_descriptor.h"

namespace spreadsheet {

// A folder for one conversion among the machine's temporary files. It is removed at the end of its life; where the
// process was killed before, the next one that makes such a folder removes it: its owner's lock is gone then.
class WorkFolder {
public:
    WorkFolder();  // throws std::system_error
    ~WorkFolder();
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
    base::FileDescriptor lock_;
};

}  // namespace spreadsheet
