// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "base/records.h"

namespace indicators {

// How many were asked for the answers `rows`: none where it is not known of one of their groups, where not all answers
// of a group are among them, where a group has more answers than were asked, and of records that are no answers. A
// group that nobody answered counts where it is meant.
std::optional<std::int64_t> asked_for(const base::Records& records, const std::vector<std::size_t>& rows,
                                      const std::function<bool(const base::Asked&)>& is_meant);

}  // namespace indicators
