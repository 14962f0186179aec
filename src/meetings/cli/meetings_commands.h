// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace meetings {

// mingji meetings import|list|rooms|statistics|export
void add_commands(cli::Program& program, const cli::OpenOffice& open);
// Parts of it.
void add_import_command(cli::Program& program, const cli::OpenOffice& open);
void add_list_commands(cli::Program& program, const cli::OpenOffice& open);

}  // namespace meetings
