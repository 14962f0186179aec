// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace indicators {

// mingji score FILE: scores a filled form without a database.
::cli::Command score_command();

}  // namespace indicators
