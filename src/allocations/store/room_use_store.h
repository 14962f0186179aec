// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "allocations/core/room_use.h"
#include "base/id.h"
#include "sql/connection.h"

namespace allocations {

// Who uses which room in one organisation.
class RoomUseStore {
public:
    RoomUseStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<RoomUse> all() const;  // by number
    std::optional<RoomUse> find(std::int64_t number) const;
    std::int64_t heads(const std::string& building, const std::string& room) const;  // who use it now
    // With its number; none where the database already has such a use of this person.
    std::optional<std::int64_t> add(const RoomUse& use);
    void change(const RoomUse& use);  // event and end

private:
    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace allocations
