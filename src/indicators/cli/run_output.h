// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cli/terminal.h"
#include "indicators/indicators.h"

namespace indicators {

// Each writes a table for people or JSON, as the terminal's format says.
void print_targets(const TargetsInForce& targets, const ::cli::Terminal& terminal);
void print_runs(const std::vector<Run>& runs, const ::cli::Terminal& terminal);
// The facts that could not be measured, and why; nothing when there are none. For people only.
void print_missing(const std::vector<Fact>& facts, const ::cli::Terminal& terminal);
void print_run(const Run& run, const std::vector<Fact>& facts, const ::cli::Terminal& terminal);
void print_verification(const Verification& found, const ::cli::Terminal& terminal);
void print_evidence(const Evidence& evidence, const ::cli::Terminal& terminal);

}  // namespace indicators
