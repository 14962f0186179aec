// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>

#include "base/decimal.h"
#include "base/rounding.h"

namespace base {

// An exact fraction, reduced, with a positive denominator: what a rate is before anybody rounds it.
class Ratio {
public:
    // Throws std::domain_error where the denominator is zero: ask first.
    Ratio(Decimal numerator, Decimal denominator);
    static Ratio whole(std::int64_t value) { return Ratio{Decimal::whole(value), Decimal::whole(1)}; }
    static Ratio of(Decimal value) { return Ratio{value, Decimal::whole(1)}; }
    static Ratio reduced(int128 numerator, int128 denominator);

    int128 numerator() const { return numerator_; }
    int128 denominator() const { return denominator_; }

    Decimal rounded(int scale) const;  // half away from zero, once
    // 3400.68 / 3720.27 with 2 decimals is 91.41 (per cent), half-up.
    Decimal percent(int decimals) const;

    // Exact; throw std::overflow_error when 128 bits do not suffice.
    friend Ratio operator+(const Ratio& a, const Ratio& b);
    friend Ratio operator-(const Ratio& a, const Ratio& b);
    friend Ratio operator*(const Ratio& a, const Ratio& b);
    friend Ratio operator/(const Ratio& a, const Ratio& b);  // std::domain_error for b == 0
    friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);
    friend bool operator==(const Ratio& a, const Ratio& b) { return (a <=> b) == 0; }

private:
    Ratio() = default;

    int128 numerator_ = 0;
    int128 denominator_ = 1;
};

Ratio operator+(const Ratio& a, const Ratio& b);
Ratio operator-(const Ratio& a, const Ratio& b);
Ratio operator*(const Ratio& a, const Ratio& b);
Ratio operator/(const Ratio& a, const Ratio& b);
std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);

}  // namespace base
