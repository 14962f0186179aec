// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/allocations: the sheets 单位编制 and 人员用房, their cells and what they say.

#include <string>
#include <vector>

#include "allocations/core/room_use.h"
#include "allocations/core/unit.h"
#include "ledgers/table_import.h"

namespace allocations {

enum class Table : std::size_t { units, persons };
const ledgers::Definition& definition_of(Table table);
std::vector<const ledgers::Definition*> all_definitions();

struct UnitColumn {
    enum : std::size_t {
        name,
        level,
        valid_from,
        rank,
        posts,
        stated,
        diners,
        cars,
        bicycles,
        motorcycles,
        guards,
        shelter,
        building,
        columns
    };
};
struct PersonColumn {
    enum : std::size_t { person, rank, unit, post, building, room, started_on, approval };
};

std::vector<std::string> cells_of(const Unit& unit, const premises::RankPosts& rank);
std::vector<std::string> cells_of(const RoomUse& use);

// A unit, and the rows that say it: one for each of its ranks.
struct ReadUnit {
    Unit unit = {};
    std::vector<std::size_t> rows = {};
};
// A unit's level, day and counts stand in any of its rows and are the same wherever they stand:
// allocations.import.differs {unit}. What is wrong is told at its cell.
std::vector<ReadUnit> units_of(const ledgers::TableRows& rows, ledgers::Findings& findings);
// Without a kind of post it is the one that goes with the approval, or with none.
RoomUse use_of_row(const ledgers::TableRows& rows, std::size_t at);

// The column that a refusal of a use case is about.
std::size_t unit_column_of(const std::string& code);
std::size_t person_column_of(const std::string& code);

}  // namespace allocations
