// SPDX-License-Identifier: Apache-2.0
#include "indicators/sheet_text.h"

#include <algorithm>

#include "base/decimal.h"
#include "chinese/letters.h"
#include "indicators/core/measure.h"
#include "spreadsheet/write.h"

namespace indicators {

namespace {

constexpr std::uint32_t header_search_rows = 20;

// 0.98 that is shown as 98 % is what the clerk wrote as 98%.
std::string text_of(const spreadsheet::Cell& cell)
{
    if (!cell.shown_as_percent) return without_outer_blanks(cell.text);
    const auto number = base::Decimal::parse(cell.text);
    if (!number) return cell.text;
    return multiply(*number, base::Decimal::whole(100)).without_trailing_zeros().to_string() + "%";
}

bool is_total(const std::string& first_text)
{
    const std::string text = chinese::compact(first_text);
    return text.starts_with("合计") || text.starts_with("总计") || text.starts_with("小计");
}

// One filled cell is a remark under the table, never a record; totals begin with their word.
bool is_passed_over(const spreadsheet::Row& row)
{
    std::size_t filled = 0;
    std::string first;
    for (const spreadsheet::Cell& cell : row.cells) {
        if (cell.kind == spreadsheet::CellKind::empty) continue;
        if (filled++ == 0) first = cell.text;
    }
    return filled <= 1 || is_total(first);
}

}  // namespace

base::Result<SheetText> SheetText::read(spreadsheet::Workbook& workbook, std::size_t position, const Titles& titles,
                                        TargetsImport& into)
{
    SheetText sheet;
    sheet.name_ = workbook.sheets()[position];
    sheet.position_ = position;
    std::uint32_t first_row = 0;
    TRY(workbook.each_row(position, [&](const spreadsheet::Row& row) {
        if (first_row == 0) first_row = row.number;
        if (!sheet.columns_.empty())
            sheet.take_row(row, titles, into);
        else if (!sheet.take_header(row, titles) && row.number >= first_row + header_search_rows)
            return spreadsheet::Visit::stop;
        return spreadsheet::Visit::go_on;
    }));
    if (sheet.columns_.empty()) {
        std::string wanted;
        for (const std::string& title : titles.required) wanted += (wanted.empty() ? "" : "、") + title;
        into.problems.push_back({sheet.name_,
                                 {},
                                 {base::ErrorKind::invalid,
                                  "indicators.import.column_missing",
                                  {{"sheet", sheet.name_}, {"columns", wanted}}},
                                 position});
    }
    return sheet;
}

bool SheetText::take_header(const spreadsheet::Row& row, const Titles& titles)
{
    std::map<std::string, std::uint32_t> found;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        found.emplace(chinese::compact(row.cells[i].text), static_cast<std::uint32_t>(i));
    const bool complete = std::all_of(titles.required.begin(), titles.required.end(),
                                      [&](const std::string& title) { return found.contains(title); });
    if (complete) columns_ = std::move(found);
    return complete;
}

void SheetText::take_row(const spreadsheet::Row& row, const Titles& titles, TargetsImport& into)
{
    if (spreadsheet::is_example(row)) {
        into.examples.push_back(place(row.number, titles.required.front()));
        return;
    }
    if (is_passed_over(row)) return;
    TextRow read{row.number};
    for (const auto& [title, column] : columns_) {
        if (column >= row.cells.size()) continue;
        const spreadsheet::Cell& cell = row.cells[column];
        if (cell.kind == spreadsheet::CellKind::error || spreadsheet::is_error_word(cell.text)) {
            into.problems.push_back(problem(
                row.number, title, {base::ErrorKind::invalid, "indicators.import.cell_error", {{"text", cell.text}}}));
            read.unread.insert(title);
            continue;
        }
        std::string text = text_of(cell);
        if (!text.empty()) read.cells[title] = std::move(text);
    }
    for (const std::string& title : titles.filled_down)
        if (!read.cells.contains(title) && !rows_.empty() && rows_.back().cells.contains(title))
            read.cells[title] = rows_.back().cells.at(title);
    read.written = row.cells;
    rows_.push_back(std::move(read));
}

std::uint32_t SheetText::column_of(const std::string& title) const
{
    const auto column = columns_.find(title);
    return column == columns_.end() ? 0 : column->second;
}

std::string SheetText::place(std::uint32_t row, const std::string& title) const
{
    return spreadsheet::place(name_, row, column_of(title));
}

ImportProblem SheetText::problem(std::uint32_t row, const std::string& title, base::Error error) const
{
    return {place(row, title), title, std::move(error), position_, row, column_of(title)};
}

std::string cell_of(const TextRow& row, const std::string& title)
{
    const auto found = row.cells.find(title);
    return found == row.cells.end() ? std::string{} : found->second;
}

}  // namespace indicators
