// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace holdings {

// A room as a unit's own ledger (分台账) says it.
struct LedgerRoom {
    std::string unit = {};
    std::string building = {};
    std::string number = {};
    std::string use = {};  // as people write it; may be empty
    std::int64_t usable_dm2 = 0;

    friend bool operator==(const LedgerRoom&, const LedgerRoom&) = default;
};

// Each unit's ledger, by the name of the unit.
using UnitLedgers = std::map<std::string, std::vector<LedgerRoom>>;
UnitLedgers by_unit(const std::vector<LedgerRoom>& rooms);

// What two states of one unit's ledger differ in: a room that is new, that says something else, or that is gone.
struct LedgerChange {
    std::optional<LedgerRoom> before = {};
    std::optional<LedgerRoom> after = {};

    const LedgerRoom& room() const { return after ? *after : *before; }
};
std::vector<LedgerChange> changes_between(const std::vector<LedgerRoom>& before, const std::vector<LedgerRoom>& after);

}  // namespace holdings
