// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "premises/core/room.h"
#include "premises/shape.h"
#include "sql/connection.h"

namespace premises {

// Rooms of one organisation's buildings, and the outlines of what it has.
class RoomStore {
public:
    RoomStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    // By floor and number.
    std::vector<Room> of_building(const std::string& building) const;
    // By building, floor and number.
    std::vector<Room> all() const;
    std::vector<Room> vacant() const;  // that no unit has
    void put(const Room& room);        // new, or in the place of the one with its number
    void replace(const std::string& building, const std::vector<Room>& rooms);

private:
    sql::Connection& db_;
    base::OrgId org_;
};

class ShapeStore {
public:
    ShapeStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::optional<SurveyedShape> find(EstateKind kind, const std::string& code) const;
    std::set<std::string> codes(EstateKind kind) const;
    // All of one kind, by code.
    std::map<std::string, SurveyedShape> all(EstateKind kind) const;
    void put(const SurveyedShape& shape);  // new, or in the place of the one before

private:
    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace premises
