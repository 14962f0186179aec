// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace cli {

// The catalogues of src/cli/words, embedded at build time.
struct WordsFile {
    std::string_view folder;  // zh-CN or en
    std::string_view name;    // budget.txt
    std::string_view text;
};

std::span<const WordsFile> words_files();

}  // namespace cli
