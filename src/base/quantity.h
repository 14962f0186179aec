// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/ratio.h"

namespace base {

// A number with its unit, as written in records and targets: 81420 m², 24 小时, 3720.27 万元. The unit is the canonical
// spelling of unit_named(); empty means a bare number.
struct Quantity {
    Decimal value;
    std::string unit;

    std::string to_string() const { return value.to_string() + unit; }
    friend bool operator==(const Quantity&, const Quantity&) = default;
};

// The canonical spelling of a unit people write in many ways (平方米, ㎡ and m^2 are all m²; 万平方米 is 万m²; km is
// 公里; ％ is %). A unit we do not know (个, 次, 家, 份) is returned as it is: it only equals itself.
std::string unit_named(std::string_view written);

// How many `to` one `from` is (万元 → 元: 10000; 天 → 小时: 24). None when the two measure different things.
std::optional<Ratio> conversion(std::string_view from, std::string_view to);

}  // namespace base
