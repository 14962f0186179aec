// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/failed_rows.h"

#include <algorithm>

namespace spreadsheet {

namespace {

constexpr int error_width = 60;
// A refusal repeats the cell it is about, which may be as long as a cell can be.
constexpr std::size_t longest_line_bytes = 6'000;

// The first letters of a text, cut between two of them.
std::string_view cut(std::string_view text, std::size_t most_bytes)
{
    if (text.size() <= most_bytes) return text;
    while (most_bytes > 0 && (static_cast<unsigned char>(text[most_bytes]) & 0xC0U) == 0x80U) --most_bytes;
    return text.substr(0, most_bytes);
}

TableSheet sheet_of(const std::string& name, const std::vector<Column>& columns)
{
    TableSheet sheet{.name = name};
    sheet.columns = columns;
    return sheet;
}

TableSheet failed_sheet(FailedTable& table)
{
    TableSheet sheet = sheet_of(std::string{failed_prefix} + table.noun, table.columns);
    sheet.columns.push_back({.title = std::string{error_column}, .width = error_width});
    for (FailedRow& row : table.failed) {
        if (!row.mistake.empty()) {
            row.cells.resize(table.columns.size());
            row.cells.push_back({CellKind::text, std::string{row.mistake}});
        }
        sheet.rows.push_back(std::move(row.cells));
    }
    return sheet;
}

}  // namespace

void RowMistakes::add(Row row, std::string_view place, std::string_view column, std::string_view sentence)
{
    std::string& line = lines_[row];
    if (line.size() >= longest_line_bytes) return;
    if (!line.empty()) line += "；";
    line += place;
    if (!column.empty()) line += " " + std::string{column};
    line += "：" + std::string{sentence};
    if (line.size() > longest_line_bytes) line = std::string{cut(line, longest_line_bytes)} + "…";
}

std::string_view RowMistakes::of(Row row) const
{
    const auto found = lines_.find(row);
    return found == lines_.end() ? std::string_view{} : found->second;
}

std::string_view noun_of(std::string_view sheet)
{
    for (const std::string_view prefix : {failed_prefix, rest_prefix})
        if (sheet.starts_with(prefix)) sheet.remove_prefix(prefix.size());
    return sheet;
}

tl::unexpected<base::Error> header_wrong(const std::filesystem::path& target)
{
    return base::fail(base::ErrorKind::invalid, "spreadsheet.failed.header_wrong",
                      {{"file", target.filename().string()}});
}

base::Result<std::size_t> write_failed_rows(const std::filesystem::path& target, const RowMistakes& mistakes,
                                            std::vector<FailedTable> tables)
{
    std::size_t count = 0;
    for (const FailedTable& table : tables)
        count += static_cast<std::size_t>(std::count_if(table.failed.begin(), table.failed.end(),
                                                        [](const FailedRow& row) { return !row.mistake.empty(); }));
    if (count != mistakes.rows()) return header_wrong(target);
    if (count == 0) return count;
    TRY(refuse_existing(target));

    std::vector<TableSheet> sheets;
    for (FailedTable& table : tables)
        if (!table.failed.empty()) sheets.push_back(failed_sheet(table));
    for (FailedTable& table : tables) {
        if (table.rest.empty()) continue;
        sheets.push_back(sheet_of(std::string{rest_prefix} + table.noun, table.columns));
        sheets.back().rows = std::move(table.rest);
    }
    TRY(write_workbook(target, sheets));
    return count;
}

}  // namespace spreadsheet
