// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace base {

// 0 to 9, whatever the locale; no byte of a Chinese letter in UTF-8 is one.
constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

}  // namespace base
