// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "spreadsheet/tests/built_workbook.h"

namespace spreadsheet::testing {

// The machine's folder for temporary files, as this test alone sees it.
class OwnTemporaryFolder {
public:
    OwnTemporaryFolder() { ::setenv("TMPDIR", folder_.path().parent_path().c_str(), 1); }
    ~OwnTemporaryFolder()
    {
        if (before_.empty())
            ::unsetenv("TMPDIR");
        else
            ::setenv("TMPDIR", before_.c_str(), 1);
    }
    OwnTemporaryFolder(const OwnTemporaryFolder&) = delete;
    OwnTemporaryFolder& operator=(const OwnTemporaryFolder&) = delete;

    std::filesystem::path path() const { return folder_.path().parent_path(); }
    std::vector<std::filesystem::path> work_folders() const
    {
        std::vector<std::filesystem::path> found;
        for (const auto& entry : std::filesystem::directory_iterator{path()})
            if (entry.path().filename().string().starts_with("mingji-convert-")) found.push_back(entry.path());
        return found;
    }

private:
    std::string before_ = std::getenv("TMPDIR") ? std::getenv("TMPDIR") : "";
    TemporaryFile folder_{"unused"};
};

// A program in place of the converter; it finds its own folder as ${0%/*}.
class Script {
public:
    explicit Script(const std::string& commands) : file_{"script.sh", "#!/bin/sh\n" + commands}
    {
        std::filesystem::permissions(file_.path(), std::filesystem::perms::owner_all);
    }
    const std::filesystem::path& path() const { return file_.path(); }
    std::filesystem::path beside(const std::string& name) const { return file_.path().parent_path() / name; }

private:
    TemporaryFile file_;
};

}  // namespace spreadsheet::testing
