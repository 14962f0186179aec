// SPDX-License-Identifier: Apache-2.0
// Allocations::write_workbook(): units and rooms in use as their import reads them.
#include "allocations/allocations.h"
#include "allocations/store/unit_store.h"
#include "allocations/workbook_tables.h"
#include "ledgers/templates.h"

namespace allocations {

base::Result<void> Allocations::write_workbook(const base::OrgId& org, const std::filesystem::path& file) const
{
    const ledgers::Definition& of_units = definition_of(Table::units);
    spreadsheet::TableSheet units = ledgers::empty_table_of(of_units);
    for (const Unit& unit : UnitStore{db_, org}.latest())
        for (const premises::RankPosts& rank : unit.establishment.ranks)
            units.rows.push_back(ledgers::row_of(of_units, cells_of(unit, rank)));
    const ledgers::Definition& of_persons = definition_of(Table::persons);
    spreadsheet::TableSheet persons = ledgers::empty_table_of(of_persons);
    for (const RoomUse& use : room_uses(org))
        if (!use.ended_on) persons.rows.push_back(ledgers::row_of(of_persons, cells_of(use)));
    return spreadsheet::write_workbook(file, {std::move(units), std::move(persons)});
}

}  // namespace allocations
