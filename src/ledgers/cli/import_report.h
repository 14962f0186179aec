// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/terminal.h"
#include "ledgers/ledgers.h"

namespace ledgers {

// The outcome of an import or a preview: as sentences, mistakes and notes on err; or whole, as JSON on out.
void print(const ImportReport& report, cli::Terminal& terminal);

// Where and what, one line each: 会议.xlsx 会议!B3（会议日期）：… At most `shown_problems` lines and a count of the
// rest.
void print_problems(const Reading& reading, cli::Terminal& terminal);
// How many of the template's example rows were passed over, if any: somebody may have typed over one.
void print_examples(const Reading& reading, cli::Terminal& terminal);
inline constexpr std::size_t shown_problems = 1'000;

}  // namespace ledgers
