// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "surveys/core/results.h"

namespace surveys {

// rules/surveys/limits.csv as it is shipped.
std::string_view limits_csv();
const Limits& shipped_limits();  // throws std::logic_error where the file, which is ours, is not sound

}  // namespace surveys
