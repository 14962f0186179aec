// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace check {

// A number as a report writes it: 1,234.50 with groups of three alone, or full-width ３７．５. The digits are ASCII and
// without groups; the size is in bytes of the text.
struct WrittenNumber {
    std::size_t size = 0;
    std::string digits = {};
};

bool begins_with_digit(std::string_view text);
WrittenNumber number_at(std::string_view text);

// A count in words, 一 to 九十九, and 两: the size is 0 where the text begins with another word.
WrittenNumber chinese_number_at(std::string_view text);
// The whole text as a count, in words or in ASCII digits; 0 where it is none.
int count_of(std::string_view text);

}  // namespace check
