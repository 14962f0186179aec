// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "premises/core/tolerance.h"

namespace premises {

// rules/premises/area-tolerances.csv, which travels inside the program.
std::string_view tolerances_csv();
const Tolerances& tolerances();

}  // namespace premises
