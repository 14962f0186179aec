// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/result.h"

namespace ledgers {

// A number as written, its unit apart: 1,234.50 元; 13.41 万㎡; 98 %. Exact, never rounded.
struct WrittenNumber {
    base::Decimal value;
    std::string unit = {};  // as written, half-width
};

// Signs, thousands commas, full-width digits, ¥ in front and a unit behind are understood. Refuses
// ledgers.cell.not_a_number, .misplaced_comma and .too_many_digits (18 digits, 9 decimals: base::Decimal).
base::Result<WrittenNumber> parse_number(std::string_view text);

// The value counted in `unit`: 万 and 亿 in front of a unit multiply, units of one family convert exactly, 98% in a
// column without a unit is 0.98. Refuses ledgers.cell.unit_other {unit, expected}, .unit_unexpected {unit} for a
// column that declares none, .not_exact {unit, expected} (100 分钟 in 小时) and .too_many_digits.
base::Result<base::Decimal> in_unit(const WrittenNumber& number, const std::string& unit);

}  // namespace ledgers
