// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/words.h"
#include "cli/terminal.h"

namespace check {

// The findings of one file, errors in red, each with its places below it.
void print_findings(const Checked& checked, const ::cli::Terminal& terminal);
// The sentences of the command line.
Words words_in(::cli::Language language);

}  // namespace check
