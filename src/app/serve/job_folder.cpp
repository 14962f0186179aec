// SPDX-License-Identifier: Apache-2.0
#include "app/serve/job_folder.h"

#include <fcntl.h>

#include <algorithm>
#include <chrono>
#include <vector>

#include <boost/json/object.hpp>

#include "base/file_descriptor.h"

namespace app {

JobFolder::JobFolder(const std::filesystem::path& data, const jobs::JobId& id)
    : made_{data / "jobs" / id.text()}, lent_{data / "jobs" / (id.text() + ".reads")}
{
    std::filesystem::remove_all(made_);  // of a run that was killed
    std::filesystem::remove_all(lent_);
    std::filesystem::create_directories(made_);
}

JobFolder::~JobFolder()
{
    std::error_code gone;
    std::filesystem::remove_all(lent_, gone);
    if (!is_kept_) std::filesystem::remove_all(made_, gone);
}

std::filesystem::path JobFolder::lend(const std::filesystem::path& file, const std::string& name) const
{
    std::filesystem::create_directories(lent_);
    std::filesystem::create_hard_link(file, lent_ / name);
    return lent_ / name;
}

boost::json::array JobFolder::keep()
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{made_}) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    boost::json::array kept;
    for (const auto& file : files) {
        base::FileDescriptor{file.string(), O_RDONLY}.sync();
        kept.push_back(
            boost::json::object{{"name", file.filename().string()}, {"bytes", std::filesystem::file_size(file)}});
    }
    if (files.empty()) return kept;
    base::FileDescriptor{made_.string(), O_RDONLY | O_DIRECTORY}.sync();
    base::FileDescriptor{made_.parent_path().string(), O_RDONLY | O_DIRECTORY}.sync();
    is_kept_ = true;
    return kept;
}

void JobFolder::remove(const std::filesystem::path& data, const jobs::JobId& id)
{
    std::error_code gone;
    std::filesystem::remove_all(data / "jobs" / id.text(), gone);
}

void JobFolder::remove_unfinished(const std::filesystem::path& folder)
{
    std::error_code gone;
    for (const auto& entry : std::filesystem::directory_iterator{folder, gone}) {
        const auto changed = entry.last_write_time(gone);
        const auto age = std::filesystem::file_time_type::clock::now() - changed;
        if (!gone && age > std::chrono::hours{24}) std::filesystem::remove(entry.path(), gone);
    }
}

}  // namespace app
