// SPDX-License-Identifier: Apache-2.0
#include "indicators/failed_rows.h"

#include <algorithm>

#include "indicators/import_reader.h"

namespace indicators {

namespace {

using spreadsheet::Cell;
using spreadsheet::FailedTable;

struct TitledColumn {
    std::uint32_t at;  // in the sheet
    std::string title;
};

// In the order of the sheet. What an earlier file said is wrong does not come back.
std::vector<TitledColumn> columns_of(const SheetText& sheet)
{
    std::vector<TitledColumn> columns;
    for (const auto& [title, at] : sheet.columns())
        if (!title.empty() && title != spreadsheet::error_column) columns.push_back({at, title});
    std::sort(columns.begin(), columns.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return columns;
}

Cell cell_of(const TextRow& row, const TitledColumn& column)
{
    if (column.at < row.written.size() && row.written[column.at].kind != spreadsheet::CellKind::empty)
        return row.written[column.at];
    const std::string filled_down = indicators::cell_of(row, column.title);
    return filled_down.empty() ? Cell{} : Cell{spreadsheet::CellKind::text, filled_down};
}

FailedTable table_of(const std::string& name, const SheetText& sheet, std::size_t position,
                     const spreadsheet::RowMistakes& mistakes)
{
    FailedTable table{name, {}};
    const std::vector<TitledColumn> columns = columns_of(sheet);
    for (const TitledColumn& column : columns) table.columns.push_back({.title = column.title});
    bool any = false;
    for (const TextRow& row : sheet.rows()) {
        std::vector<Cell> cells;
        for (const TitledColumn& column : columns) cells.push_back(cell_of(row, column));
        table.failed.push_back({std::move(cells), mistakes.of({position, row.number})});
        any = any || !table.failed.back().mistake.empty();
    }
    if (any) return table;
    for (spreadsheet::FailedRow& row : table.failed) table.rest.push_back(std::move(row.cells));
    table.failed.clear();
    return table;
}

}  // namespace

base::Result<std::size_t> write_failed_rows(const std::filesystem::path& file,
                                            const std::vector<ImportProblem>& problems,
                                            const spreadsheet::FailedRows& failed)
{
    spreadsheet::RowMistakes mistakes;
    for (const ImportProblem& problem : problems)
        mistakes.add({problem.sheet, problem.row}, problem.place, problem.column, failed.describe(problem.error));
    TRY_ASSIGN(spreadsheet::Workbook workbook, spreadsheet::Workbook::open(file));
    std::vector<FailedTable> tables;
    TargetsImport told_already;
    for (const SheetText::Titles& titles : target_sheets()) {
        const auto position = position_of(titles.sheet, workbook);
        if (!position) continue;
        TRY_ASSIGN(const SheetText sheet, SheetText::read(workbook, *position, titles, told_already));
        tables.push_back(table_of(titles.sheet, sheet, *position, mistakes));
    }
    return spreadsheet::write_failed_rows(failed.target, mistakes, std::move(tables));
}

}  // namespace indicators
