// SPDX-License-Identifier: Apache-2.0
#include "ledgers/failed_rows.h"

#include <algorithm>

namespace ledgers {

namespace {

using spreadsheet::Cell;
using spreadsheet::FailedTable;

// The title with the unit that a header gave its bare numbers: 费用 -> 费用（万元）.
std::string title_in(const Column& column, const std::string& unit)
{
    if (unit.empty() || unit == column.unit) return column.title;
    const auto bracket = column.title.ends_with("）") ? column.title.rfind("（") : std::string::npos;
    return column.title.substr(0, bracket) + "（" + unit + "）";
}

std::vector<spreadsheet::Column> columns_of(const Definition& definition, const Header& header)
{
    std::vector<spreadsheet::Column> columns;
    for (std::size_t i = 0; i < definition.columns.size(); ++i) {
        const HeaderCell* const at = header.of_column(i);
        columns.push_back({.title = title_in(definition.columns[i], at ? at->unit : std::string{})});
        if (definition.columns[i].is_required) columns.back().need = spreadsheet::Need::required;
    }
    return columns;
}

// Whether an import reads these titles as the header was read: of two columns that only their brackets tell apart, a
// unit in the bracket would make one.
bool read_alike(const std::vector<spreadsheet::Column>& columns, const Definition& definition, const Header& header)
{
    std::vector<std::vector<std::string>> rows(1);
    for (const spreadsheet::Column& column : columns) rows.front().push_back(column.title);
    const auto again = find_header(rows, definition, {});
    return again && std::all_of(header.cells.begin(), header.cells.end(), [&](const HeaderCell& at) {
               const HeaderCell* const found = again->of_column(at.column);
               const std::string& own_unit = definition.columns[at.column].unit;
               return found && (found->unit.empty() ? own_unit : found->unit) == (at.unit.empty() ? own_unit : at.unit);
           });
}

std::vector<Cell> cells_of(const Header& header, const spreadsheet::Row& row, std::size_t columns)
{
    std::vector<Cell> cells(columns);
    for (const HeaderCell& at : header.cells)
        if (at.sheet_column < row.cells.size()) cells[at.column] = row.cells[at.sheet_column];
    return cells;
}

// The rows of a register in the order they were read, each with the table whose header it stands under.
class Kept {
public:
    Kept(const Definition& definition, std::string noun) : definition_{definition}, noun_{std::move(noun)} {}

    void add(const Header& header, const spreadsheet::Row& row)
    {
        std::vector<spreadsheet::Column> columns = columns_of(definition_, header);
        const auto same = std::find_if(tables_.begin(), tables_.end(), [&](const FailedTable& table) {
            return std::equal(columns.begin(), columns.end(), table.columns.begin(), table.columns.end(),
                              [](const auto& a, const auto& b) { return a.title == b.title; });
        });
        table_of_row_.push_back(static_cast<std::size_t>(same - tables_.begin()));
        rows_.push_back(cells_of(header, row, definition_.columns.size()));
        if (same != tables_.end()) return;
        reads_alike_ = reads_alike_ && read_alike(columns, definition_, header);
        const std::string noun = tables_.empty() ? noun_ : noun_ + " " + std::to_string(tables_.size() + 1);
        tables_.push_back({noun, std::move(columns)});
    }

    bool reads_alike() const { return reads_alike_; }

    std::vector<FailedTable> divided(const std::vector<NewRecord>& records, const spreadsheet::RowMistakes& mistakes,
                                     std::size_t first_sheet = 0)
    {
        for (std::size_t i = 0; i < records.size(); ++i) {
            FailedTable& table = tables_[table_of_row_[i]];
            const std::string_view mistake = mistakes.of({first_sheet + records[i].sheet, records[i].row});
            if (mistake.empty())
                table.rest.push_back(std::move(rows_[i]));
            else
                table.failed.push_back({std::move(rows_[i]), mistake});
        }
        return std::move(tables_);
    }

private:
    const Definition& definition_;
    const std::string noun_;
    bool reads_alike_ = true;
    std::vector<FailedTable> tables_;
    std::vector<std::size_t> table_of_row_;
    std::vector<std::vector<Cell>> rows_;
};

}  // namespace

base::Result<std::size_t> write_failed_rows(const std::vector<std::filesystem::path>& files,
                                            const Definition& definition, const Mapping& mapping,
                                            const spreadsheet::FailedRows& failed)
{
    Kept kept{definition, "行"};
    spreadsheet::RowMistakes mistakes;
    const Visitors visitors{
        [&](const Header& header, const spreadsheet::Row& row) { kept.add(header, row); },
        [&](const Problem& problem) {
            mistakes.add({problem.sheet, problem.row}, problem.place, problem.column, failed.describe(problem.error));
        }};
    TRY_ASSIGN(const Reading reading, read_register(files, definition, mapping, visitors));
    if (!kept.reads_alike()) return spreadsheet::header_wrong(failed.target);
    return spreadsheet::write_failed_rows(failed.target, mistakes, kept.divided(reading.records, mistakes));
}

base::Result<std::vector<FailedTable>> divided_rows(const std::filesystem::path& file, const RegisterRows& rows,
                                                    const spreadsheet::RowMistakes& mistakes,
                                                    const std::filesystem::path& target)
{
    Kept kept{rows.definition, rows.noun};
    const Visitors visitors{[&](const Header& header, const spreadsheet::Row& row) { kept.add(header, row); }};
    TRY_ASSIGN(const Reading reading, read_register({file}, rows.definition, {}, visitors));
    if (!kept.reads_alike()) return spreadsheet::header_wrong(target);
    return kept.divided(reading.records, mistakes, rows.first_sheet);
}

}  // namespace ledgers
