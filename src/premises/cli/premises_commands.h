// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace premises {

// mingji premises import|survey|list|show|progress|export
void add_commands(cli::Program& program, const cli::OpenOffice& open);

// Private to src/premises/cli.
void add_import_command(cli::Program& program, const cli::OpenOffice& open);

}  // namespace premises
