// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace base {

// How spreadsheet programs name a column: 0 -> "A", 25 -> "Z", 26 -> "AA".
std::string column_letters(std::uint32_t column);

}  // namespace base
