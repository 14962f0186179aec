// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.h"

namespace indicators {

enum class FileState { intact, missing, changed };

// The evidence folder: <data>/evidence/<first two digits>/<digest>. A file is complete under its name or not there at
// all: it is written beside, brought to the disk and then renamed. The same content is kept once.
class EvidenceFiles {
public:
    explicit EvidenceFiles(const std::filesystem::path& data) : folder_{data / "evidence"} {}

    struct Kept {
        std::string digest;
        std::int64_t bytes = 0;
    };
    // Refuses indicators.evidence.unreadable and indicators.evidence.too_large (more than 500 MB). Throws
    // std::system_error when the data folder cannot be written.
    base::Result<Kept> keep(const std::filesystem::path& file) const;

    std::filesystem::path path_of(const std::string& digest) const;
    FileState state_of(const std::string& digest) const;

private:
    std::filesystem::path folder_;
};

}  // namespace indicators
