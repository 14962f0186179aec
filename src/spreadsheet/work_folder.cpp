// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/work_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace spreadsheet {

namespace {

constexpr std::string_view prefix = "mingji-convert-";

// The folder with its lock, which the kernel takes away with the process; empty where another process has it, or
// where it is not ours: everybody may write among the temporary files.
base::FileDescriptor locked(const std::filesystem::path& folder)
{
    base::FileDescriptor opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
    struct stat about {};
    if (opened.number() < 0 || ::fstat(opened.number(), &about) != 0 || about.st_uid != ::geteuid())
        return base::FileDescriptor{};
    if (::flock(opened.number(), LOCK_EX | LOCK_NB) != 0) return base::FileDescriptor{};
    return opened;
}

void take_away(const std::filesystem::path& folder)
{
    std::error_code ignored;  // what cannot be removed now is swept by the next one
    std::filesystem::remove_all(folder, ignored);
}

void sweep(const std::filesystem::path& temporary)
{
    std::error_code ignored;  // a folder that cannot be read has nothing to sweep
    for (const auto& entry : std::filesystem::directory_iterator{temporary, ignored}) {
        if (!entry.path().filename().string().starts_with(prefix)) continue;
        const base::FileDescriptor lock = locked(entry.path());
        if (lock.number() >= 0) take_away(entry.path());
    }
}

}  // namespace

WorkFolder::WorkFolder()
{
    const std::filesystem::path temporary = std::filesystem::temp_directory_path();
    sweep(temporary);
    // Another process's sweep can take a folder before its lock is on it; it can hardly do so every time.
    for (int tries = 0; tries < 20; ++tries) {
        std::string pattern = (temporary / prefix).string() + "XXXXXX";
        if (!mkdtemp(pattern.data())) throw std::system_error(errno, std::generic_category(), "mkdtemp");
        path_ = pattern;
        lock_ = locked(path_);
        if (lock_.number() >= 0 && std::filesystem::exists(path_)) return;
        take_away(path_);
    }
    throw std::system_error(EAGAIN, std::generic_category(), "lock of a temporary folder");
}

WorkFolder::~WorkFolder()
{
    take_away(path_);
}

}  // namespace spreadsheet
