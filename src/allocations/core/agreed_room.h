// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "allocations/core/agreement.h"

namespace allocations {

// A room as people type it: building/room. Refuses allocations.room.malformed {text}.
base::Result<AgreedRoom> room_typed(const std::string& text);

}  // namespace allocations
