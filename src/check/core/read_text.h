// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "check/core/report_text.h"

namespace check {

constexpr std::size_t longest_heading = 24;  // letters: a longer line is a sentence

// Reads plain text or Markdown: headings by their marks (一、 （一） 1. #), paragraphs with their hard line ends
// joined, tables of | cells |. The text is valid UTF-8 with \n, \r\n or form feeds (which begin a page).
ReportText read_text(std::string_view text);

// The same for a format whose lines are whole paragraphs already.
ReportText read_paragraphs(std::string_view text);

// Whether a line begins with the mark of a list or of a heading, and the mark's bytes: "一、" "（一）" "1." "(2)"
// "第三章".
std::size_t list_mark_size(std::string_view line);

}  // namespace check
