// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace identity {

// Of every single-use code, written as 20 hexadecimal digits: 80 bits, beyond guessing within a code's time.
constexpr std::size_t code_bytes = 10;

}  // namespace identity
