// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/id.h"
#include "premises/core/room_hold.h"
#include "sql/connection.h"

namespace premises {

// Who needs which rooms of one organisation.
class RoomHoldStore {
public:
    RoomHoldStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<RoomHold> of_building(const std::string& building) const;
    // False where the register has no such room: then nothing of the transaction may stand.
    bool add(const RoomHold& hold);
    void remove(const RoomHold& hold);

private:
    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace premises
