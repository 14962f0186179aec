// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/premises.

#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "premises/core/room.h"
#include "sql/connection.h"

namespace premises {

// Whether a building may have just these rooms. Refuses premises.room.held_by_agreement and .held_by_person {room,
// building, number}. The foreign key of premises_room_hold keeps the same whoever writes.
base::Result<void> check_none_held_leaves(sql::Connection& db, const base::OrgId& org, const std::string& building,
                                          const std::vector<Room>& rooms);

}  // namespace premises
