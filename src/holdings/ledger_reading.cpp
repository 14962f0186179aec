// SPDX-License-Identifier: Apache-2.0
// A workbook of units' own ledgers. The sheet is declared like a register, so that it is read and checked in the same
// way.
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

const ledgers::Definition& ledger_sheet()
{
    static const ledgers::Definition sheet = declared();
    return sheet;
}

}  // namespace

std::vector<spreadsheet::TableSheet> ledger_template()
{
    return {ledgers::template_of(ledger_sheet(), {"示例单位", "FW-001", "301", "办公室", "21.6"})};
}

base::Result<std::vector<LedgerRoom>> read_ledgers(const std::filesystem::path& file, LedgerImport& outcome)
{
    std::vector<std::uint32_t> area_columns;  // of each record: where its area stands
    ledgers::Visitors visitors;
    visitors.record = [&](const ledgers::Header& header, const spreadsheet::Row&) {
        area_columns.push_back(0);
        for (const ledgers::HeaderCell& cell : header.cells)
            if (cell.column == Place::usable) area_columns.back() = static_cast<std::uint32_t>(cell.sheet_column);
    };
    TRY_ASSIGN(const ledgers::Reading reading, ledgers::read_register({file}, ledger_sheet(), {}, visitors));
    for (const ledgers::Problem& problem : reading.problems)
        outcome.problems.push_back({problem.place, problem.column, problem.error, {}});
    outcome.problem_count = reading.problem_count;
    outcome.rooms = static_cast<std::int64_t>(reading.records.size());
    std::vector<LedgerRoom> rooms;
    if (outcome.problem_count > 0) return rooms;
    for (std::size_t at = 0; at < reading.records.size(); ++at) {
        const ledgers::NewRecord& record = reading.records[at];
        std::vector<std::string> cells = ledgers::split_cells(record.cells);
        cells.resize(Place::columns);
        const auto area = premises::Area::parse(cells[Place::usable]);
        if (area) {
            rooms.push_back(
                {cells[Place::unit], cells[Place::building], cells[Place::number], cells[Place::use], area->dm2()});
            continue;
        }
        ++outcome.problem_count;
        outcome.problems.push_back({spreadsheet::place(reading.sheets[record.sheet].name, record.row, area_columns[at]),
                                    ledger_sheet().columns[Place::usable].title,
                                    area.error(),
                                    {}});
    }
    return rooms;
}

}  // namespace holdings
