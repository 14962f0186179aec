// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace meetings {

// mingji meetings day
void add_service_command(cli::Program& program, const cli::OpenOffice& open);

}  // namespace meetings
