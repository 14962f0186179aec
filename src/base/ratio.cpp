// SPDX-License-Identifier: Apache-2.0
#include "base/ratio.h"

#include <algorithm>
#include <stdexcept>

namespace base {

namespace {

int128 greatest_common_divisor(int128 a, int128 b)
{
    if (a < 0) a = -a;
    while (b != 0) {
        const int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

}  // namespace

Ratio Ratio::reduced(int128 numerator, int128 denominator)
{
    if (denominator == 0) throw std::domain_error("ratio with a zero denominator");
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const int128 divisor = greatest_common_divisor(numerator, denominator);
    Ratio ratio;
    ratio.numerator_ = numerator / divisor;
    ratio.denominator_ = denominator / divisor;
    return ratio;
}

Ratio::Ratio(Decimal numerator, Decimal denominator)
{
    const int scale = std::max(numerator.scale(), denominator.scale());
    *this = reduced(numerator.digits_at(scale), denominator.digits_at(scale));
}

Decimal Ratio::rounded(int scale) const
{
    return Decimal{narrow(div_half_up(multiply_checked(numerator_, power_of_ten(scale)), denominator_)), scale};
}

Decimal Ratio::percent(int decimals) const
{
    return Decimal{rounded(decimals + 2).digits(), decimals};
}

Ratio operator+(const Ratio& a, const Ratio& b)
{
    return Ratio::reduced(
        add_checked(multiply_checked(a.numerator_, b.denominator_), multiply_checked(b.numerator_, a.denominator_)),
        multiply_checked(a.denominator_, b.denominator_));
}

Ratio operator-(const Ratio& a, const Ratio& b)
{
    return a + Ratio::reduced(-b.numerator_, b.denominator_);
}

Ratio operator*(const Ratio& a, const Ratio& b)
{
    return Ratio::reduced(multiply_checked(a.numerator_, b.numerator_),
                          multiply_checked(a.denominator_, b.denominator_));
}

Ratio operator/(const Ratio& a, const Ratio& b)
{
    return a * Ratio::reduced(b.denominator_, b.numerator_);
}

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b)
{
    const int128 left = multiply_checked(a.numerator_, b.denominator_);
    const int128 right = multiply_checked(b.numerator_, a.denominator_);
    return left < right ? std::strong_ordering::less
                        : (left == right ? std::strong_ordering::equal : std::strong_ordering::greater);
}

}  // namespace base
