// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "check/words.h"

namespace check {

// The text that was read as a Word document, with a comment of 明绩 at every place of every finding: what is wrong, the
// numbers, the other places, and why it may stand where somebody said so.
base::Result<std::string> commented_docx(const Checked& checked, const Words& words);

// The same; a .docx file itself keeps everything it has and gets the comments (docx_comments.h). The file is the one
// that was checked. Refuses what read_report() does.
base::Result<std::string> commented_docx(const std::filesystem::path& file, const Checked& checked, const Words& words);

// The same for a .docx file that was kept under another name.
base::Result<std::string> commented_original(const std::filesystem::path& file, const Checked& checked,
                                             const Words& words);

}  // namespace check
