// SPDX-License-Identifier: Apache-2.0
#include "document/grid.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "document/check.h"
#include "document/text.h"

namespace document {

namespace {

std::string name_of(const Table& table)
{
    if (!table.caption.empty()) return beginning(table.caption);
    if (!table.sheet.empty()) return beginning(table.sheet);
    return table.rows.empty() || table.rows[0].empty() ? "" : beginning(plain_text(table.rows[0][0].runs));
}

tl::unexpected<base::Error> misshaped(const Table& table, int row)
{
    return base::fail(base::ErrorKind::invalid, "document.table.misshaped",
                      {{"table", name_of(table)}, {"row", std::to_string(row + 1)}});
}

int columns_of(const Table& table)
{
    if (!table.widths.empty()) return static_cast<int>(table.widths.size());
    if (table.rows.empty()) return 0;
    return std::accumulate(table.rows[0].begin(), table.rows[0].end(), 0,
                           [](int sum, const TableCell& cell) { return sum + std::max(cell.column_span, 1); });
}

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

// Puts one row after the other onto the places of the grid.
class Filler {
public:
    Filler(const Table& table, Grid& grid) : table_{table}, grid_{grid}
    {
        grid_.covering.assign(static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.columns), nobody);
    }

    bool fill_row(int row)
    {
        int column = 0;
        for (const TableCell& cell : table_.rows[static_cast<std::size_t>(row)]) {
            while (column < grid_.columns && place(row, column) != nobody) ++column;
            if (!fits(cell, row, column)) return false;
            grid_.cells.push_back({&cell, row, column});
            if (!cover(grid_.cells.back())) return false;
            column += cell.column_span;
        }
        for (; column < grid_.columns; ++column)
            if (place(row, column) == nobody) return false;
        return true;
    }

private:
    std::size_t& place(int row, int column)
    {
        return grid_.covering[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid_.columns) +
                              static_cast<std::size_t>(column)];
    }

    bool fits(const TableCell& cell, int row, int column) const
    {
        if (cell.column_span < 1 || cell.row_span < 1) return false;
        if (cell.column_span > grid_.columns - column || cell.row_span > grid_.rows - row) return false;
        // A header is repeated on every page, so nothing may hang out of it.
        return row >= table_.header_rows || row + cell.row_span <= table_.header_rows;
    }

    bool cover(const Placed& placed)
    {
        const std::size_t index = grid_.cells.size() - 1;
        for (int row = placed.row; row < placed.row_end(); ++row) {
            for (int column = placed.column; column < placed.column_end(); ++column) {
                if (place(row, column) != nobody) return false;
                place(row, column) = index;
            }
        }
        return true;
    }

    const Table& table_;
    Grid& grid_;
};

}  // namespace

base::Result<Grid> place_cells(const Table& table)
{
    Grid grid;
    grid.rows = static_cast<int>(table.rows.size());
    grid.columns = columns_of(table);
    const bool widths_positive =
        std::all_of(table.widths.begin(), table.widths.end(), [](int width) { return width > 0; });
    if (!widths_positive || table.header_rows < 0 || (grid.rows > 0 && table.header_rows > grid.rows))
        return misshaped(table, 0);
    Filler filler{table, grid};
    for (int row = 0; row < grid.rows; ++row)
        if (!filler.fill_row(row)) return misshaped(table, row);
    return grid;
}

std::vector<int> shares(const Table& table, int columns, int total)
{
    std::vector<int> weights = table.widths;
    weights.resize(static_cast<std::size_t>(columns), 1);
    const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    std::vector<int> result;
    std::int64_t passed = 0;
    int given = 0;
    for (const int weight : weights) {
        passed += weight;
        const int border = static_cast<int>(total * passed / sum);
        result.push_back(border - given);
        given = border;
    }
    return result;
}

}  // namespace document
