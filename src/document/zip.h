// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace document {

// A zip of the files in the order given, every entry dated 1980-01-01 00:00, so that equal files give equal bytes.
std::string zip(const std::vector<File>& files);

// The same zip with some files changed or added; every other entry keeps its stored bytes. The zip is one that
// spreadsheet::Archive opened. Throws std::runtime_error for what is none.
std::string zip_with(const std::string& original, const std::vector<File>& changed);

}  // namespace document
