// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/terminal.h"
#include "ledgers/core/definition.h"

namespace ledgers {

// The columns of a register, in the terms of the sheet 台账定义: what a measure may name.
void print(const Definition& definition, cli::Terminal& terminal);

}  // namespace ledgers
