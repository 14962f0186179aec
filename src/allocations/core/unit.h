// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "premises/core/area_approval.h"

namespace allocations {

// A unit that uses offices, from a day on: its posts by rank, what it needs beside offices, and what it says its
// standard is. Later days say it anew; what held before stays.
struct Unit {
    premises::Establishment establishment = {};
    base::Date valid_from = {};
    std::map<std::string, premises::Area> stated = {};  // 执行标准 by rank, where one is said

    const std::string& name() const { return establishment.unit; }
};

// Holds what is stated against the standard in force. Refuses allocations.unit.name_empty, .in_future {date}, what
// premises::approve() refuses, and what premises::check_stated() refuses: values of 1999 and those above the limit.
base::Result<void> check(const Unit& unit, const premises::AreaStandards& standards,
                         const premises::SupersededStandard& superseded, base::Date today);

// What held before stays. Refuses allocations.unit.before_last {unit, date}.
base::Result<void> check_follows(const Unit& unit, const Unit& before);

// A unit's approved area against the rooms that the register gives it.
struct UnitFile {
    Unit unit = {};
    premises::ApprovedArea approved = {};
    premises::UnitComparison comparison = {};
    std::vector<premises::Room> rooms = {};

    bool is_over_somewhere() const;
};

}  // namespace allocations
