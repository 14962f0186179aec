// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace allocations {

// mingji allocations import|units|persons|due|give|event|return|agreements|sign|end|requests|ask|search|step|settle
void add_commands(cli::Program& program, const cli::OpenOffice& open);
// Parts of it.
void add_room_use_commands(cli::Program& program, const cli::OpenOffice& open);
void add_agreement_commands(cli::Program& program, const cli::OpenOffice& open);
void add_request_commands(cli::Program& program, const cli::OpenOffice& open);
void add_request_step_commands(cli::Program& program, const cli::OpenOffice& open);

}  // namespace allocations
