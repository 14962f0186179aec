// SPDX-License-Identifier: Apache-2.0
#include "document/xlsx_sheet.h"

#include <charconv>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "base/decimal.h"
#include "document/check.h"
#include "document/text.h"
#include "document/xlsx_formula.h"
#include "document/xlsx_rows.h"

namespace document {

namespace {

constexpr int first_row = 1;  // of the table; the title stands above it
constexpr int paper_a4 = 9;
constexpr int width_in_characters = 120;  // of all columns: what A4 landscape holds at 10.5 pt
constexpr double title_height = 32;       // points
constexpr double page_height = 440;       // points: A4 landscape between the margins, less the footer line

lxw_row_t row_number(int row)
{
    return static_cast<lxw_row_t>(row);
}
lxw_col_t column_number(int column)
{
    return static_cast<lxw_col_t>(column);
}

void require(lxw_error error)
{
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string{"xlsx: "} + lxw_strerror(error));
}

// The only place where a figure becomes a binary fraction: the format has no other numbers. A decimal of up to 15
// digits survives the way there and back.
base::Result<double> binary(const std::string& number)
{
    const auto exact = base::Decimal::parse(number);
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (!exact || error != std::errc{} || end != number.data() + number.size())
        return base::fail(base::ErrorKind::invalid, "document.number.malformed", {{"number", beginning(number)}});
    return value;
}

class SheetWriter {
public:
    SheetWriter(lxw_worksheet* sheet, Formats& formats, const Grid& grid)
        : sheet_{sheet}, formats_{formats}, grid_{grid}
    {
    }

    base::Result<bool> write(const Placed& placed)
    {
        lxw_format* const format = formats_.of(*placed.cell);
        const lxw_row_t row = row_number(first_row + placed.row);
        const lxw_col_t column = column_number(placed.column);
        if (placed.cell->row_span > 1 || placed.cell->column_span > 1)
            require(worksheet_merge_range(sheet_, row, column, row_number(first_row + placed.row_end() - 1),
                                          column_number(placed.column_end() - 1), nullptr, format));
        const TableCell& cell = *placed.cell;
        if (cell.number.empty() && cell.formula.empty()) return write_text(row, column, plain_text(cell.runs), format);
        TRY_ASSIGN(const double value, binary(cell.number));
        if (cell.formula.empty()) {
            require(worksheet_write_number(sheet_, row, column, value, format));
            return true;
        }
        TRY_ASSIGN(const std::string formula, sheet_formula(cell.formula, grid_, first_row));
        require(worksheet_write_formula_num(sheet_, row, column, formula.c_str(), format, value));
        return true;
    }

private:
    base::Result<bool> write_text(lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format)
    {
        const lxw_error error = text.empty() ? worksheet_write_blank(sheet_, row, column, format)
                                             : worksheet_write_string(sheet_, row, column, text.c_str(), format);
        if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
            return base::fail(base::ErrorKind::invalid, "document.cell.too_long", {{"text", beginning(text)}});
        require(error);
        return true;
    }

    lxw_worksheet* sheet_;
    Formats& formats_;
    const Grid& grid_;
};

// Ends the pages of a table whose rows stay together. A spreadsheet program would end them elsewhere, each one by the
// widths of its own fonts; these are short enough for all of them.
void end_pages(lxw_worksheet* sheet, const Table& table, const std::vector<double>& heights)
{
    if (table.together.end == 0) return;
    const auto height_of = [&](int first, int end) {
        return std::accumulate(heights.begin() + first, heights.begin() + end, 0.0);
    };
    const double header = title_height + height_of(0, table.header_rows);
    std::vector<lxw_row_t> breaks;
    int page = table.header_rows;  // its first row below the header
    for (int row = page; row < static_cast<int>(heights.size()); ++row) {
        if (row == page || header + height_of(page, row + 1) <= page_height) continue;
        const bool divides = table.together.first < row && row < table.together.end;
        page = divides && page < table.together.first ? table.together.first : row;
        breaks.push_back(row_number(first_row + page));
    }
    breaks.push_back(0);
    require(worksheet_set_h_pagebreaks(sheet, breaks.data()));
}

void set_up_cells(lxw_worksheet* sheet, const Table& table, const Grid& grid)
{
    const std::vector<int> widths = shares(table, grid.columns, width_in_characters);
    for (int column = 0; column < grid.columns; ++column)
        require(worksheet_set_column(sheet, column_number(column), column_number(column),
                                     widths[static_cast<std::size_t>(column)], nullptr));
    require(worksheet_set_row(sheet, 0, title_height, nullptr));
    const std::vector<double> heights = row_heights(grid, widths);
    int row = first_row;
    for (const double height : heights) require(worksheet_set_row(sheet, row_number(row++), height, nullptr));
    end_pages(sheet, table, heights);
}

void set_up_print(lxw_worksheet* sheet, const Table& table)
{
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, paper_a4);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_center_horizontally(sheet);
    worksheet_set_margins(sheet, 0.7, 0.6, 0.8, 0.8);
    worksheet_set_footer(sheet, "&C第 &P 页，共 &N 页");
    worksheet_repeat_rows(sheet, 0, row_number(first_row + table.header_rows - 1));
    worksheet_freeze_panes(sheet, row_number(first_row + table.header_rows), 0);
}

}  // namespace

base::Result<bool> write_sheet(lxw_worksheet* sheet, Formats& formats, const Document& document, const Table& table)
{
    TRY_ASSIGN(const Grid grid, place_cells(table));
    const std::string& title = table.caption.empty() ? document.title : table.caption;
    set_up_cells(sheet, table, grid);
    set_up_print(sheet, table);
    if (grid.columns > 1)
        require(worksheet_merge_range(sheet, 0, 0, 0, column_number(grid.columns - 1), title.c_str(), formats.title()));
    else
        require(worksheet_write_string(sheet, 0, 0, title.c_str(), formats.title()));
    SheetWriter writer{sheet, formats, grid};
    for (const Placed& placed : grid.cells) TRY(writer.write(placed));
    return true;
}

}  // namespace document
