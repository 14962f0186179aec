// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace base {

// A secret of 32 random bytes in a file that only its owner may read. It is made at its first use; two processes that
// make it at once get the same one. Throws std::runtime_error when others may read the file or it is not one of ours:
// a secret that leaked is not to be used any further. Throws std::system_error when it cannot be read or written.
std::string key_from(const std::filesystem::path& file);

}  // namespace base
