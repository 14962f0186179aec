// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace holdings {

// mingji holdings import|stocktakes|reconcile|idle|leases|lease|income
void add_commands(cli::Program& program, const cli::OpenOffice& open);

// Private to src/holdings/cli.
void add_import_command(cli::Program& program, const cli::OpenOffice& open);
void add_reconcile_command(cli::Program& program, const cli::OpenOffice& open);
void add_lease_commands(cli::Program& program, const cli::OpenOffice& open);

}  // namespace holdings
