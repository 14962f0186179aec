// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace base {

__extension__ typedef __int128 int128;

// n / d rounded half away from zero ("half-up" of the scoring rules; no score is negative).
// Throws std::domain_error for d == 0.
int128 div_half_up(int128 n, int128 d);

// 10^exponent for 0 <= exponent <= 18.
std::int64_t power_of_ten(int exponent);

// Throws std::overflow_error where a plain operator would wrap.
int128 multiply_checked(int128 a, int128 b);
int128 add_checked(int128 a, int128 b);
std::int64_t narrow(int128 value);

}  // namespace base
