// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/quantity.h"
#include "base/result.h"

namespace chinese {

struct QuantityText {
    base::Quantity quantity;   // the unit in its canonical spelling: base::unit_named
    bool approximate = false;  // 约40, 40余次, 3000左右
};

// Reads a whole text that is one number with its unit: 81,420 平方米, 13.41万m², 150万, 百分之九十, ６个, 约40余次.
// Refuses chinese.quantity.unreadable: words, two numbers, or a tail that is no unit. Chinese numerals need a unit we
// know or none at all, so that 一般 is not one 般.
base::Result<QuantityText> read_quantity(std::string_view text);

// Whether a text can be a unit: one we know, or a short word.
bool is_unit(std::string_view text);

}  // namespace chinese
