// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/program.h"

namespace cli {

// The options that every command has.
const std::vector<Option>& common_options();

void print_help(const Command& command, Terminal& terminal);
// The commands below `prefix` (empty: all), for `mingji --help` and `mingji indicators --help`.
void print_overview(const std::vector<Command>& commands, const std::vector<std::string>& prefix, Terminal& terminal);
// The command whose words are nearest to a mistyped one; empty when none is near.
std::string nearest_command(const std::vector<Command>& commands, const std::string& typed);

std::string joined(const std::vector<std::string>& words);

}  // namespace cli
