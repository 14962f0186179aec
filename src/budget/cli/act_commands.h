// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

namespace budget {

// mingji budget open, add-line, issue, sign, pay, refund and reverse: one act each, for what does not come in a
// workbook. Each ends with the lines and the contract that it moved.
void add_act_commands(cli::Program& program, const cli::OpenOffice& open);

}  // namespace budget
