// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/allocations.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "allocations/allocations.h"
#include "allocations/store/unit_store.h"
#include "allocations/workbook_tables.h"

namespace allocations {

// Takes a workbook's tables in one transaction, which whoever began it ends: what is wrong stands in the outcome, and
// then nothing of it may stay.
class WorkbookImport {
public:
    WorkbookImport(sql::Connection& db, const base::Actor& actor, const base::Clock& clock,
                   ledgers::TableImport& outcome)
        : db_{db}, actor_{actor}, clock_{clock}, outcome_{outcome}
    {
    }
    // Refuses premises.standard.none_in_force.
    base::Result<void> take_units(const ledgers::TableRows& rows);
    // By Allocations::give(), row by row. What is known is compared: a row that says otherwise is refused
    // (allocations.import.use_differs {person}), for a use is never rewritten, and so is one that was given back
    // (.given_back {person, date}).
    void take_persons(const ledgers::TableRows& rows);

private:
    using Ranks = std::map<std::string, std::vector<std::string>>;  // the cells of each rank of a unit

    bool is_sound(const ledgers::TableRows& rows, const ReadUnit& read, const Unit* before,
                  const premises::AreaStandards& standards);
    bool is_to_store(const ledgers::TableRows& rows, const ReadUnit& read, const Unit* before);
    void compare(const ledgers::TableRows& rows, std::size_t at, const RoomUse& known, const RoomUse& said);

    sql::Connection& db_;
    const base::Actor& actor_;
    const base::Clock& clock_;
    ledgers::TableImport& outcome_;
    std::set<std::string> refused_;  // units: what is wrong with them is told once, not again with each person
};

}  // namespace allocations
