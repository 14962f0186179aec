// SPDX-License-Identifier: Apache-2.0
#include "document/xlsx_rows.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"
#include "document/text.h"

namespace document {

namespace {

constexpr int line_height = 15;  // points, at 10.5 pt
constexpr int padding = 6;
constexpr int tallest = 409;  // what Excel allows

int lines_of(const TableCell& cell, int width)
{
    const std::string text = plain_text(cell.runs);
    int lines = 1;
    int used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto code_point = base::next_letter(text, at);
        const int needed = code_point && *code_point < 0x80U ? 1 : 2;
        const bool breaks = code_point && *code_point == '\n';
        if (breaks || used + needed > width) {
            ++lines;
            used = 0;
        }
        if (!breaks) used += needed;
    }
    return lines;
}

}  // namespace

std::vector<double> row_heights(const Grid& grid, const std::vector<int>& widths)
{
    std::vector<int> lines(static_cast<std::size_t>(grid.rows), 1);
    // Cells over several rows last: they add only what the rows they cover still lack.
    for (const bool spanning : {false, true}) {
        for (const Placed& placed : grid.cells) {
            if ((placed.cell->row_span > 1) != spanning) continue;
            const int width = std::accumulate(widths.begin() + placed.column, widths.begin() + placed.column_end(), -1);
            const int covered = std::accumulate(lines.begin() + placed.row, lines.begin() + placed.row_end(),
                                                -lines[static_cast<std::size_t>(placed.row_end() - 1)]);
            int& last = lines[static_cast<std::size_t>(placed.row_end() - 1)];
            last = std::max(last, lines_of(*placed.cell, std::max(width, 2)) - covered);
        }
    }
    std::vector<double> heights;
    for (const int count : lines) heights.push_back(std::min(count * line_height + padding, tallest));
    return heights;
}

}  // namespace document
