// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace budget {

// mingji budget lines, documents, contracts and payments: what is recorded of a year, as tables or JSON.
void add_list_commands(cli::Program& program, const cli::OpenOffice& open);

}  // namespace budget
