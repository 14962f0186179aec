// SPDX-License-Identifier: Apache-2.0
// The sheet is declared like a register, so that it is read and checked in the same way.
#include "holdings/ledger_sheet.h"

#include "base/decimal.h"
#include "holdings/ledger_import.h"
#include "ledgers/templates.h"
#include "premises/premises.h"

namespace holdings {

namespace {

using ledgers::Column;
using ledgers::ColumnType;

// In the order of the sheet.
struct Place {
    enum : std::size_t { unit, building, number, use, usable, columns };
};

Column column(std::string title, ColumnType type, bool is_identity)
{
    Column made{std::move(title), type};
    made.is_identity = made.is_required = is_identity;
    return made;
}

ledgers::Definition declared()
{
    ledgers::Definition sheet{"分台账",
                              {column("使用单位", ColumnType::text, true), column("所属房屋", ColumnType::text, true),
                               column("房间号", ColumnType::text, true), column("房间用途", ColumnType::choice, false),
                               column("房间使用面积", ColumnType::decimal, false)}};
    sheet.columns[Place::use].choices = premises::chinese_words_of(premises::room_uses);
    sheet.columns[Place::usable].unit = "平方米";
    sheet.columns[Place::usable].is_required = true;
    return ledgers::declared_table(std::move(sheet));
}

}  // namespace

const ledgers::Definition& ledger_sheet()
{
    static const ledgers::Definition sheet = declared();
    return sheet;
}

std::vector<spreadsheet::TableSheet> ledger_template()
{
    return {ledgers::template_of(ledger_sheet(), {"示例单位", "FW-001", "301", "办公室", "21.6"})};
}

std::vector<std::string> cells_of(const LedgerRoom& room)
{
    return {room.unit, room.building, room.number, room.use, base::Decimal{room.usable_dm2, 2}.to_string()};
}

std::vector<LedgerRoom> rooms_of(const ledgers::TableRows& rows, ledgers::Findings& findings)
{
    std::vector<LedgerRoom> rooms;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const std::vector<std::string> cells = rows.cells(at);
        const auto area = premises::Area::parse(cells[Place::usable]);
        if (!area) findings.add(rows.problem(at, Place::usable, area.error()));
        rooms.push_back({cells[Place::unit], cells[Place::building], cells[Place::number], cells[Place::use],
                         area ? area->dm2() : 0});
    }
    return rooms;
}

}  // namespace holdings
