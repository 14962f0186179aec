// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace reports {

// mingji reports text [SECTION] [--file FILE]: shows or writes the hand-written part of the report.
void add_commands(cli::Program& program, const cli::OpenOffice& open);

}  // namespace reports
