// SPDX-License-Identifier: Apache-2.0
#include "holdings/core/ledger.h"

#include <utility>

namespace holdings {

UnitLedgers by_unit(const std::vector<LedgerRoom>& rooms)
{
    UnitLedgers ledgers;
    for (const LedgerRoom& room : rooms) ledgers[room.unit].push_back(room);
    return ledgers;
}

std::vector<LedgerChange> changes_between(const std::vector<LedgerRoom>& before, const std::vector<LedgerRoom>& after)
{
    std::map<std::pair<std::string, std::string>, LedgerChange> rooms;
    for (const LedgerRoom& room : before) rooms[{room.building, room.number}].before = room;
    for (const LedgerRoom& room : after) rooms[{room.building, room.number}].after = room;
    std::vector<LedgerChange> changes;
    for (auto& [place, change] : rooms)
        if (change.before != change.after) changes.push_back(std::move(change));
    return changes;
}

}  // namespace holdings
