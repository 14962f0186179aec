// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"

namespace document {

// A cell at its place; it covers rows [row, row + row_span) and columns [column, column + column_span).
struct Placed {
    const TableCell* cell;
    int row;
    int column;

    int row_end() const { return row + cell->row_span; }
    int column_end() const { return column + cell->column_span; }
};

// A table with its spans resolved. Points into the table it was made from.
struct Grid {
    int rows = 0;
    int columns = 0;
    std::vector<Placed> cells;          // by row, then column
    std::vector<std::size_t> covering;  // rows × columns: index of the cell that covers a place

    const Placed& at(int row, int column) const
    {
        return cells[covering[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                              static_cast<std::size_t>(column)]];
    }
};

// Refuses document.table.misshaped {table, row}: a row whose cells and spans do not fill exactly all columns, a span
// that leaves the table or its header, fewer rows than header rows, a width that is not positive.
base::Result<Grid> place_cells(const Table& table);

// The columns' shares of `total`, whole and adding up to it exactly.
std::vector<int> shares(const Table& table, int columns, int total);

}  // namespace document
