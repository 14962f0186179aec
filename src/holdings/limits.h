// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace holdings {

// rules/holdings/limits.csv as it is shipped.
std::string_view limits_csv();

// "idle": after how many days without a unit a room is idle. Throws std::logic_error for another word: the file is
// ours.
std::int64_t shipped_days(std::string_view what);

}  // namespace holdings
