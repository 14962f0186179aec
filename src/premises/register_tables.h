// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "ledgers/import.h"
#include "premises/core/estate.h"
#include "premises/core/registration.h"
#include "premises/core/room.h"
#include "spreadsheet/write.h"

namespace premises {

// The sheets of a workbook of the register. Each is declared like a unit's own register, so that it is read, checked
// and offered to be filled in the same way; no two have a required column in common, which tells them apart.
enum class RegisterSheet { parcels, buildings, areas, rooms, registration };
inline constexpr std::array register_sheets{
    Named<RegisterSheet>{RegisterSheet::parcels, "parcels", "土地"},
    Named<RegisterSheet>{RegisterSheet::buildings, "buildings", "房屋"},
    Named<RegisterSheet>{RegisterSheet::areas, "areas", "面积"},
    Named<RegisterSheet>{RegisterSheet::rooms, "rooms", "房间"},
    Named<RegisterSheet>{RegisterSheet::registration, "registration", "权属登记"}};

const ledgers::Definition& definition_of(RegisterSheet sheet);

// What `mingji template premises` writes.
std::vector<spreadsheet::TableSheet> premises_template();

// One row of the sheet 面积.
struct AreaRow {
    EstateKind kind = EstateKind::building;
    std::string code = {};
    StatedArea stated = {};
};

// One row of the sheet 房间: a room, and since when its unit has it, or nobody has.
struct RoomRow {
    Room room = {};
    std::optional<base::Date> since = {};
};

// One row of the sheet 权属登记: a unit, and the step that it is at.
struct MemberRow {
    std::string campaign = {};
    std::string campaign_name = {};
    Member member = {};  // with its last step alone, or none
};

// The canonical cells of a record in the order of its sheet's columns.
std::vector<std::string> cells_of(const Estate& estate);
std::vector<std::string> cells_of(const AreaRow& row);
std::vector<std::string> cells_of(const RoomRow& row);
std::vector<std::string> cells_of(const MemberRow& row);

// Reads canonical cells back. What is wrong is collected with the position of its column.
struct CellFault {
    std::size_t column = 0;
    base::Error error;
};
Estate estate_of(EstateKind kind, const std::vector<std::string>& cells, std::vector<CellFault>& faults);
AreaRow area_row_of(const std::vector<std::string>& cells, std::vector<CellFault>& faults);
RoomRow room_row_of(const std::vector<std::string>& cells, std::vector<CellFault>& faults);
MemberRow member_row_of(const std::vector<std::string>& cells, std::vector<CellFault>& faults);

}  // namespace premises
