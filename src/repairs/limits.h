// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "repairs/core/clock.h"

namespace repairs {

// rules/repairs/limits.csv as it is shipped.
std::string_view limits_csv();
const Limit& shipped_limit();  // throws std::logic_error where the file, which is ours, is not sound

}  // namespace repairs
