// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "premises/core/occupancy.h"
#include "sql/connection.h"

namespace premises {

// Who has had the rooms of one organisation, over time.
class OccupancyStore {
public:
    OccupancyStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<Occupancy> of_room(const std::string& building, const std::string& number) const;  // the first first
    // The last time that nobody got a room, by building and number.
    std::map<std::pair<std::string, std::string>, Occupancy> vacancies() const;
    void add(const Occupancy& occupancy);
    // Records who has the room where that is not what stands.
    void follow(const Room& room, base::Date today, const std::string& account);

private:
    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace premises
