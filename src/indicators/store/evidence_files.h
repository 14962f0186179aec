// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/content_store.h"

namespace indicators {

// The evidence folder of the data.
inline base::ContentStore evidence_files(const std::filesystem::path& data)
{
    return base::ContentStore{data / "evidence"};
}

inline constexpr std::int64_t most_evidence_bytes = std::int64_t{500} << 20;

}  // namespace indicators
