// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace document {

// A title in lines of at most `characters` full-width characters. GB/T 9704 wants a title that breaks where the meaning
// does and looks balanced: a line break typed by the author holds; else the break stands before the year ("2024年")
// where that fits, and otherwise near the middle, never inside a number and never before a closing mark or 的.
std::vector<std::string> title_lines(std::string_view title, int characters);

}  // namespace document
