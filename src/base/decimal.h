// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/rounding.h"

namespace base {

// An exact decimal number: digits × 10^-scale, 0 <= scale <= 9. It keeps the scale it was written with
// ("13.40" stays "13.40"); 13.4 == 13.40. Never a floating-point number.
class Decimal {
public:
    constexpr Decimal() = default;
    constexpr Decimal(std::int64_t digits, int scale) : digits_{digits}, scale_{scale} {}
    static constexpr Decimal whole(std::int64_t value) { return Decimal{value, 0}; }
    // "-1234.50", no grouping, no exponent. Refuses decimal.not_a_number and decimal.out_of_range (more than 18
    // digits or more than 9 decimals).
    static Result<Decimal> parse(std::string_view text);

    constexpr std::int64_t digits() const { return digits_; }
    constexpr int scale() const { return scale_; }
    constexpr bool is_zero() const { return digits_ == 0; }
    constexpr bool is_negative() const { return digits_ < 0; }

    std::string to_string() const;  // the inverse of parse(), scale kept
    Decimal without_trailing_zeros() const;
    Decimal rounded(int scale) const;   // half away from zero; a larger scale appends zeros
    int128 digits_at(int scale) const;  // digits as if written with this scale; scale >= scale()

    // Exact; throws std::overflow_error rather than wrap.
    friend Decimal operator+(Decimal a, Decimal b);
    friend Decimal operator-(Decimal a, Decimal b);
    friend Decimal operator-(Decimal a) { return Decimal{-a.digits_, a.scale_}; }
    friend Decimal multiply(Decimal a, Decimal b);  // exact; trailing zeros cut where the scale would pass 9
    friend std::strong_ordering operator<=>(Decimal a, Decimal b);
    friend bool operator==(Decimal a, Decimal b) { return (a <=> b) == 0; }

private:
    std::int64_t digits_ = 0;
    int scale_ = 0;
};

Decimal operator+(Decimal a, Decimal b);
Decimal operator-(Decimal a, Decimal b);
Decimal multiply(Decimal a, Decimal b);
std::strong_ordering operator<=>(Decimal a, Decimal b);

}  // namespace base
