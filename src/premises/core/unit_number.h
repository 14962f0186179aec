// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace premises {

// A real-estate unit number (不动产单元号, GB/T 37346): 28 letters and digits, 19 that name the parcel and 9 that name
// what stands on it. [K]: length and parts are general knowledge, the standard's own text was not at hand; nothing
// finer is checked.
inline constexpr std::size_t unit_number_length = 28;
inline constexpr std::size_t parcel_part_length = 19;

// Without the blanks that certificates print between its groups, letters as capitals. Empty stays empty. Refuses
// premises.unit_number.wrong_length {count} and .wrong_letter {text}.
base::Result<std::string> parse_unit_number(std::string_view written);

// The 19 that name the parcel.
std::string parcel_part(const std::string& unit_number);

}  // namespace premises
