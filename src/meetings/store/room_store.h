// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meetings/core/room.h"
#include "sql/connection.h"

namespace meetings {

class RoomStore {
public:
    RoomStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<Room> all() const;  // by area, name and code
    std::optional<Room> find(const std::string& code) const;
    void add(const Room& room);
    // False where it is no longer of this version.
    bool change(const Room& room);

private:
    std::vector<Room> read(std::string_view condition, sql::Parameters more) const;
    sql::Parameters parameters_of(const Room& room) const;
    void put_closed_days(const Room& room);

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace meetings
