// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace document {

// Reads the code point at `at` and moves behind it. None for bytes that are not UTF-8 (overlong forms and surrogates
// included); `at` then moves by one byte.
std::optional<char32_t> next_code_point(std::string_view text, std::size_t& at);
std::string to_utf8(char32_t code_point);

// Whether every renderer may carry the character: what XML 1.0 allows, and of the controls only line break and tab.
bool is_printable(char32_t code_point);

// The text with U+FFFD for everything not printable.
std::string cleaned(std::string_view text);

// For element text and attribute values of HTML; cleans too.
std::string escaped(std::string_view text);

// The runs one after the other, without their looks.
std::string plain_text(const std::vector<Run>& runs);

}  // namespace document
