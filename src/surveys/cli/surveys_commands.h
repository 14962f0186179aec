// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace surveys {

// mingji surveys import|list|results
void add_commands(cli::Program& program, const cli::OpenOffice& open);
void add_import_command(cli::Program& program, const cli::OpenOffice& open);

}  // namespace surveys
