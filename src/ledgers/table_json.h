// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <boost/json/object.hpp>

#include "ledgers/table_import.h"

namespace ledgers {

// Counts of the tables, the first 200 changed rows, what was passed over and where examples stand; without the
// problems, which whoever asks puts into words.
boost::json::object json_of(const std::vector<TableOutcome>& tables, const std::vector<ChangedRow>& changed,
                            const Findings& findings);

}  // namespace ledgers
