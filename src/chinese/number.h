// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/decimal.h"

namespace chinese {

// A number found at the start of a text.
struct NumberAtStart {
    base::Decimal value;
    std::size_t size = 0;     // bytes of the text it took
    bool per_cent = false;    // 百分之九十: the value is 90
    bool in_chinese = false;  // written with Chinese numerals
};

// Reads 1234.50, 81,420 (commas only between groups of three), -5, 二十四, 三千七百二十点二七, 一万零五十, 百分之九十,
// 壹拾. The text must be compact() already. None where no number starts here or where it has more than 18 digits.
// A 万 or 亿 behind ASCII digits belongs to the unit (13.41万), behind Chinese numerals to the number (二十万 is
// 200000).
std::optional<NumberAtStart> number_at_start(std::string_view compact_text);

}  // namespace chinese
