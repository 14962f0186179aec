// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/decimal.h"
#include "base/ratio.h"
#include "base/rounding.h"

namespace indicators {

// A share of a weight as an exact fraction that is not reduced: reducing costs more than all the rest of a row.
struct Share {
    base::int128 numerator = 0;
    base::int128 denominator = 1;

    static Share full() { return {1, 1}; }
    static Share none() { return {0, 1}; }
    static Share of(base::Decimal value) { return {value.digits(), base::power_of_ten(value.scale())}; }
    static Share of(const base::Ratio& value) { return {value.numerator(), value.denominator()}; }
    Share capped() const { return numerator > denominator ? full() : *this; }
};

// a / b without a division; b must not be zero. None where 128 bits do not suffice even after reducing.
std::optional<Share> quotient(const Share& a, const Share& b);
std::optional<Share> product(const Share& a, const Share& b);
// Half-up, once.
std::optional<base::Decimal> rounded(const Share& share, int decimals);

// Negative, zero or positive as a < b, a == b, a > b; none where 128 bits do not suffice.
std::optional<int> compare(const Share& a, const Share& b);

}  // namespace indicators
