// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace document {

// Whether every renderer may carry the character: what XML 1.0 allows, and of the controls only line break and tab.
bool is_printable(char32_t code_point);

// The text with U+FFFD for everything not printable.
std::string cleaned(std::string_view text);

// For element text and attribute values of HTML; cleans too.
std::string escaped(std::string_view text);

// The runs one after the other, without their looks.
std::string plain_text(const std::vector<Run>& runs);

}  // namespace document
