// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace budget {

// mingji budget show --year 2024 [--as-of 2024-06-30]: execution by line, kind and month, services and findings; and
// the commands of list_commands.h and act_commands.h.
void add_commands(cli::Program& program, const cli::OpenOffice& open);

}  // namespace budget
