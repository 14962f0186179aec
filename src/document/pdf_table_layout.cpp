// SPDX-License-Identifier: Apache-2.0
#include "document/pdf_table_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "document/page.h"

namespace document {

namespace {

double height_of(int lines)
{
    return std::max(lines, 1) * table_line_pitch + 2 * cell_padding_y;
}

int lines_in(double height)
{
    return std::max(1, static_cast<int>(std::floor((height - 2 * cell_padding_y + 0.01) / table_line_pitch)));
}

std::vector<double> column_edges(const Table& table, int columns, double width)
{
    // Thousandths of a point: the edges are whole numbers of something, the same on every machine.
    std::vector<double> edges{0};
    int edge = 0;
    for (const int share : shares(table, columns, static_cast<int>(std::lround(width * 1000)))) {
        edge += share;
        edges.push_back(edge / 1000.0);
    }
    return edges;
}

base::Result<CellText> break_lines(const FontSet& fonts, const Placed& placed, const std::vector<double>& edges)
{
    const TableCell& cell = *placed.cell;
    const double width =
        edges[static_cast<std::size_t>(placed.column_end())] - edges[static_cast<std::size_t>(placed.column)];
    const bool centred = cell.header && cell.align == Align::left;
    TRY_ASSIGN(TextLines lines, TextLines::of(fonts, cell.runs,
                                              {.face = cell.header ? &fonts.heading : &fonts.song,
                                               .size = page::table_size,
                                               .width = std::max(width - 2 * cell_padding_x, page::table_size),
                                               .align = centred ? Align::center : cell.align}));
    return CellText{placed, std::move(lines)};
}

// Each row as high as its highest cell; what a cell over several rows still lacks goes to its last row.
std::vector<double> row_heights(const std::vector<CellText>& cells, int rows)
{
    std::vector<double> heights(static_cast<std::size_t>(rows), height_of(1));
    for (const CellText& text : cells) {
        if (text.placed.cell->row_span > 1) continue;
        double& height = heights[static_cast<std::size_t>(text.placed.row)];
        height = std::max(height, height_of(text.lines.count()));
    }
    for (const CellText& text : cells) {
        if (text.placed.cell->row_span == 1) continue;
        const double covered =
            std::accumulate(heights.begin() + text.placed.row, heights.begin() + text.placed.row_end(), 0.0);
        const double lacking = height_of(text.lines.count()) - covered;
        if (lacking > 0) heights[static_cast<std::size_t>(text.placed.row_end() - 1)] += lacking;
    }
    return heights;
}

// Appends the row, in pieces of whole lines where it is higher than a page.
void append_slices(std::vector<Slice>& slices, int row, double height, double page_height)
{
    const int fitting = lines_in(page_height);
    for (int left = height > page_height ? lines_in(height) : 0; left > 0; left -= fitting) {
        slices.push_back({row, height_of(std::min(left, fitting))});
        height = 0;
    }
    if (height > 0) slices.push_back({row, height});
}

void assign_slices(TableLayout& layout, int header_rows, const Table::Together& together)
{
    const auto slice_of = [&](int row) {
        const auto found = std::lower_bound(layout.slices.begin(), layout.slices.end(), row,
                                            [](const Slice& slice, int wanted) { return slice.row < wanted; });
        return static_cast<std::size_t>(found - layout.slices.begin());
    };
    for (CellText& text : layout.cells) {
        text.first_slice = slice_of(text.placed.row);
        text.end_slice = slice_of(text.placed.row_end());
    }
    layout.header_slices = slice_of(header_rows);
    layout.together_first = slice_of(together.first);
    layout.together_end = slice_of(together.end);
}

}  // namespace

base::Result<TableLayout> lay_out(const FontSet& fonts, const Table& table, double width, double page_height)
{
    TRY_ASSIGN(const Grid grid, place_cells(table));
    TableLayout layout;
    layout.column_x = column_edges(table, grid.columns, width);
    layout.cells.reserve(grid.cells.size());
    for (const Placed& placed : grid.cells) {
        TRY_ASSIGN(CellText text, break_lines(fonts, placed, layout.column_x));
        layout.cells.push_back(std::move(text));
    }

    const std::vector<double> heights = row_heights(layout.cells, grid.rows);
    int header_rows = table.header_rows;
    layout.header_height = std::accumulate(heights.begin(), heights.begin() + header_rows, 0.0);
    // A header that fills half the page would leave no room for what it heads: it is not repeated.
    if (layout.header_height > page_height / 2) {
        header_rows = 0;
        layout.header_height = 0;
    }
    for (int row = 0; row < grid.rows; ++row)
        append_slices(layout.slices, row, heights[static_cast<std::size_t>(row)], page_height - layout.header_height);
    assign_slices(layout, header_rows, table.together);
    return layout;
}

}  // namespace document
