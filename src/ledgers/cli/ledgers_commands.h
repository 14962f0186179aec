// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace ledgers {

// mingji ledgers declare FILE, ledgers list, ledgers history NAME IDENTITY, and import ledger NAME FILE….
void add_commands(cli::Program& program, const cli::OpenOffice& open);

}  // namespace ledgers
