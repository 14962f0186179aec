// SPDX-License-Identifier: Apache-2.0
#include "base/rounding.h"

#include <cassert>
#include <limits>
#include <stdexcept>

namespace base {

int128 div_half_up(int128 n, int128 d)
{
    if (d == 0) throw std::domain_error("division by zero");
    if (d < 0) {
        n = -n;
        d = -d;
    }
    const int128 quotient = n / d;
    const int128 rest = n % d;
    if (rest >= 0) return rest >= d - rest ? quotient + 1 : quotient;
    return -rest >= d + rest ? quotient - 1 : quotient;
}

std::int64_t power_of_ten(int exponent)
{
    assert(exponent >= 0 && exponent <= 18);
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

int128 multiply_checked(int128 a, int128 b)
{
    int128 product = 0;
    if (__builtin_mul_overflow(a, b, &product)) throw std::overflow_error("128-bit product");
    return product;
}

int128 add_checked(int128 a, int128 b)
{
    int128 sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) throw std::overflow_error("128-bit sum");
    return sum;
}

std::int64_t narrow(int128 value)
{
    if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min())
        throw std::overflow_error("64-bit value");
    return static_cast<std::int64_t>(value);
}

}  // namespace base
