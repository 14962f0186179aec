// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "meetings/core/service_checklist.h"

namespace meetings {

// rules/meetings/checklists.json as it is shipped.
std::string_view checklists_json();

// The lists by the day from which they hold. Refuses meetings.checklist.malformed {path}: a member that is missing, of
// another kind or unknown, a stage without items, an item twice in its stage, a mark that is neither E nor ours, lists
// that are not in the order of their days.
base::Result<std::vector<Checklist>> parse_checklists(std::string_view json);
const std::vector<Checklist>& shipped_checklists();

}  // namespace meetings
