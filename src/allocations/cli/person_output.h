// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace allocations {

// Who has more than the standard of the rank, or more than one room, with the standard that says so.
cli::Exit print_persons_over(cli::Office& office, cli::Terminal& terminal);

}  // namespace allocations
