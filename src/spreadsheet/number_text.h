// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace spreadsheet {

// The exact decimal digits of a number as a spreadsheet file writes it: "1.5E-3" -> "0.0015", "-0" -> "0".
// A spreadsheet keeps 15 significant digits and shows no more, but its files carry the 17 of a binary number:
// 3400.68 is stored as 3400.6799999999998. So digits beyond the 15th of a number with a fraction or an exponent are
// rounded off, once, half away from zero. Whole numbers are kept as written: they may be account or identity numbers.
// Empty when the text is not a number or its exponent lies beyond 308.
std::optional<std::string> exact_number(std::string_view text);

}  // namespace spreadsheet
