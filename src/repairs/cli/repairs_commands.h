// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace repairs {

// mingji repairs import|list|statistics
void add_commands(cli::Program& program, const cli::OpenOffice& open);
void add_import_command(cli::Program& program, const cli::OpenOffice& open);

}  // namespace repairs
