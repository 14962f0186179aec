// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <boost/json.hpp>

#include "allocations/core/agreement.h"
#include "cli/terminal.h"

namespace allocations {

boost::json::array agreements_json(const std::vector<Agreement>& agreements);
void print_agreements(const std::vector<Agreement>& agreements, cli::Terminal& terminal);

}  // namespace allocations
