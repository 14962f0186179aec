// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledgers/core/definition.h"

namespace ledgers {

// The registers that the program knows by itself (rules/ledgers/standard.csv): 会议台账, 维修台账 … A unit that keeps
// one of them differently declares its own under the same name.
const std::vector<Definition>& standard_ledgers();
std::optional<Definition> standard_ledger(const std::string& name);

// The file itself, in the columns of definition_table.h.
std::string_view standard_csv();

}  // namespace ledgers
