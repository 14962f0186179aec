// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include <boost/json/array.hpp>

#include "jobs/core/job.h"

namespace app {

// Where one run of a job makes its files: jobs/<id> in the data folder, empty when it begins. Beside it lies, while it
// runs, what it reads. What is not kept goes with this object.
class JobFolder {
public:
    JobFolder(const std::filesystem::path& data, const jobs::JobId& id);
    ~JobFolder();
    JobFolder(const JobFolder&) = delete;
    JobFolder& operator=(const JobFolder&) = delete;

    const std::filesystem::path& made() const { return made_; }
    // The same file under the name that people know it by: it stands in places and messages.
    std::filesystem::path lend(const std::filesystem::path& file, const std::string& name) const;
    // The files that were made are on the disk and stay: [{"name", "bytes"}].
    boost::json::array keep();

    static void remove(const std::filesystem::path& data, const jobs::JobId& id);
    // What a killed server left of bodies and answers on their way, a day later.
    static void remove_unfinished(const std::filesystem::path& folder);

private:
    std::filesystem::path made_;
    std::filesystem::path lent_;
    bool is_kept_ = false;
};

}  // namespace app
