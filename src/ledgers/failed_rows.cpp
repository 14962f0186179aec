// SPDX-License-Identifier: Apache-2.0
#include "ledgers/failed_rows.h"

#include <algorithm>
#include <map>

#include "spreadsheet/write.h"

namespace ledgers {

namespace {

using spreadsheet::Cell;
using spreadsheet::CellKind;

constexpr int error_width = 60;

// The cell as the output's column holds it: a bare number keeps the unit that its own header gave it.
Cell with_unit(Cell cell, const std::string& unit)
{
    const bool is_number = cell.kind == CellKind::number && !cell.shown_as_percent;
    return is_number && !unit.empty() ? Cell{CellKind::text, cell.text + unit} : cell;
}

std::vector<Cell> cells_of(const Header& header, const spreadsheet::Row& row, std::size_t columns)
{
    std::vector<Cell> cells(columns);
    for (const HeaderCell& at : header.cells)
        if (at.sheet_column < row.cells.size()) cells[at.column] = with_unit(row.cells[at.sheet_column], at.unit);
    return cells;
}

spreadsheet::TableSheet empty_sheet(const std::string& name, const Definition& definition)
{
    spreadsheet::TableSheet sheet{name};
    for (const Column& column : definition.columns) {
        spreadsheet::Column out{column.title};
        out.need = column.is_required ? spreadsheet::Need::required : spreadsheet::Need::optional;
        sheet.columns.push_back(std::move(out));
    }
    return sheet;
}

using RowKey = std::pair<std::size_t, std::uint32_t>;  // sheet, row

// What is wrong in each row, in one line.
std::map<RowKey, std::string> lines_of(const Reading& reading, const Describe& describe)
{
    std::map<RowKey, std::string> lines;
    for (const Problem& problem : reading.problems) {
        if (problem.row == 0) continue;
        std::string& line = lines[{problem.sheet, problem.row}];
        line += (line.empty() ? "" : "；") + problem.place + " " + problem.column + "：" + describe(problem.error);
    }
    return lines;
}

}  // namespace

base::Result<std::size_t> write_failed_rows(const std::filesystem::path& target,
                                            const std::vector<std::filesystem::path>& files,
                                            const Definition& definition, const Mapping& mapping,
                                            const Describe& describe)
{
    std::vector<std::vector<Cell>> rows;
    const auto keep = [&](const Header& header, const spreadsheet::Row& row) {
        rows.push_back(cells_of(header, row, definition.columns.size()));
    };
    TRY_ASSIGN(const Reading reading, read_register(files, definition, mapping, keep));
    const auto lines = lines_of(reading, describe);

    auto failed = empty_sheet("有错误的行", definition);
    failed.columns.push_back({"错误", spreadsheet::ColumnKind::text, error_width});
    auto rest = empty_sheet("其余的行", definition);
    for (std::size_t i = 0; i < reading.records.size(); ++i) {
        const auto line = lines.find({reading.records[i].sheet, reading.records[i].row});
        auto& sheet = line == lines.end() ? rest : failed;
        if (line != lines.end()) rows[i].push_back({CellKind::text, line->second});
        sheet.rows.push_back(std::move(rows[i]));
    }
    const std::size_t count = failed.rows.size();
    if (count == 0) return count;
    std::vector<spreadsheet::TableSheet> sheets{std::move(failed)};
    if (!rest.rows.empty()) sheets.push_back(std::move(rest));
    TRY(spreadsheet::write_workbook(target, sheets));
    return count;
}

}  // namespace ledgers
