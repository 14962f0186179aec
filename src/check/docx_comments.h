// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/check: comments as a .docx keeps them, in a part of their own.

#include <string>
#include <vector>

#include "base/result.h"

namespace check {

struct Comment {
    std::vector<std::string> lines;
    std::size_t paragraph = 0;  // and the words there, as Anchor has them
    std::size_t at = 0;
    std::size_t size = 0;
};

// The .docx with the comments of 明绩 added. What was there stays: of the other parts each byte, and every comment.
// Refuses what spreadsheet/archive.h and xml.h refuse.
base::Result<std::string> with_comments(const std::string& docx, const std::vector<Comment>& comments);

}  // namespace check
