// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace identity {

// A file of rules/passwords, embedded at build time by cmake/EmbedFiles.cmake.
struct ShippedFile {
    std::string_view name;  // dengbao.json
    std::string_view text;
};

std::span<const ShippedFile> shipped_files();

}  // namespace identity
