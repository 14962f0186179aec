// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "premises/core/occupancy.h"
#include "sql/connection.h"

namespace premises {

// Who has had the rooms of one organisation, over time.
class OccupancyStore {
public:
    using ByRoom = std::map<std::pair<std::string, std::string>, Occupancy>;  // building and number

    OccupancyStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<Occupancy> of_room(const std::string& building, const std::string& number) const;  // the first first
    ByRoom vacancies() const;  // the last time that nobody got a room
    ByRoom last() const;
    void add(const Occupancy& occupancy);
    // Records who has the room where that is not what stands.
    void follow(const Room& room, base::Date today, const std::string& account);

private:
    ByRoom last_of(std::string_view in_order) const;

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace premises
