// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace indicators {

// A file of rules/ or of a folder in it, embedded at build time by cmake/EmbedFiles.cmake.
struct ShippedFile {
    std::string_view name;  // hubei-2020.json
    std::string_view text;
};

std::span<const ShippedFile> shipped_files();       // rules/*.json
std::span<const ShippedFile> shipped_monitoring();  // rules/monitoring/*.json

}  // namespace indicators
