// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace check {

// mingji check FILE|DIR…: the findings as a table or as JSON; exit 3 where there are errors.
::cli::Command check_command();

}  // namespace check
