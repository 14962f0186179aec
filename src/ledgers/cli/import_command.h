// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace ledgers {

// mingji import ledger NAME FILE… [--dry-run] [--map 表头=列名]… [--remove-missing] [--failed FILE]
void add_import_command(cli::Program& program, const cli::OpenOffice& open);

}  // namespace ledgers
