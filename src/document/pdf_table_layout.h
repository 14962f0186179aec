// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/grid.h"
#include "document/pdf_text.h"

namespace document {

constexpr double table_line_pitch = 15;  // points
constexpr double cell_padding_x = 4.2;
constexpr double cell_padding_y = 2.5;

// A part of a table that no page break divides: a row, or a piece of a row that is higher than a page.
struct Slice {
    int row;
    double height;
};

struct CellText {
    Placed placed;
    TextLines lines;
    std::size_t first_slice = 0, end_slice = 0;
    int drawn = 0;  // lines already on an earlier page
};

// A table with its texts broken into lines and its rows measured; all lengths in points.
struct TableLayout {
    std::vector<double> column_x;  // left edges, and the right edge of the last
    std::vector<CellText> cells;
    std::vector<Slice> slices;
    std::size_t header_slices = 0;
    std::size_t together_first = 0, together_end = 0;  // slices that stay on one page
    double header_height = 0;
};

base::Result<TableLayout> lay_out(const FontSet& fonts, const Table& table, double width, double page_height);

}  // namespace document
