// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace allocations {

// mingji allocations import|units
void add_commands(cli::Program& program, const cli::OpenOffice& open);

}  // namespace allocations
