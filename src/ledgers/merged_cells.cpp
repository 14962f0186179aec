// SPDX-License-Identifier: Apache-2.0
#include "ledgers/merged_cells.h"

#include <algorithm>

namespace ledgers {

namespace {

using spreadsheet::CellKind;
using spreadsheet::Merge;

// A sheet of nothing but overlapping ranges is somebody's trap; real headers need a few dozen.
constexpr std::size_t most_spread_cells = 100'000;

}  // namespace

MergedCells::MergedCells(std::vector<Merge> merges) : merges_{std::move(merges)}
{
    std::stable_sort(merges_.begin(), merges_.end(),
                     [](const Merge& a, const Merge& b) { return a.first_row < b.first_row; });
}

std::vector<std::uint32_t> MergedCells::fill_down(spreadsheet::Row& row)
{
    std::vector<std::uint32_t> filled;
    if (next_ == merges_.size() && open_.empty()) return filled;
    std::erase_if(open_, [&](const Open& range) { return range.merge.last_row < row.number; });
    for (const Open& range : open_) {
        const std::size_t column = range.merge.first_column;
        if (row.cells.size() <= column) row.cells.resize(column + 1);
        if (row.cells[column].kind != CellKind::empty) continue;
        row.cells[column] = range.value;
        filled.push_back(range.merge.first_column);
    }
    for (; next_ < merges_.size() && merges_[next_].first_row <= row.number; ++next_) {
        const Merge& merge = merges_[next_];
        const bool starts_here = merge.first_row == row.number && merge.last_row > row.number;
        if (!starts_here || merge.first_column >= row.cells.size()) continue;
        const spreadsheet::Cell& value = row.cells[merge.first_column];
        if (value.kind != CellKind::empty) open_.push_back({merge, value});
    }
    return filled;
}

void MergedCells::spread(const std::vector<spreadsheet::Row>& rows, std::vector<std::vector<std::string>>& texts) const
{
    std::size_t width = 0;
    for (const auto& row : texts) width = std::max(width, row.size());
    std::size_t spread_cells = 0;
    for (const Merge& merge : merges_) {
        const auto first = std::find_if(rows.begin(), rows.end(),
                                        [&](const spreadsheet::Row& row) { return row.number == merge.first_row; });
        if (first == rows.end()) continue;
        const auto top = static_cast<std::size_t>(first - rows.begin());
        if (merge.first_column >= texts[top].size() || texts[top][merge.first_column].empty()) continue;
        const std::string value = texts[top][merge.first_column];
        const std::size_t last_column = std::min<std::size_t>(merge.last_column + 1, width);
        for (std::size_t row = top; row < rows.size() && rows[row].number <= merge.last_row; ++row) {
            if (texts[row].size() < last_column) texts[row].resize(last_column);
            for (std::size_t column = merge.first_column; column < last_column; ++column) {
                if (++spread_cells > most_spread_cells) return;
                if (texts[row][column].empty()) texts[row][column] = value;
            }
        }
    }
}

}  // namespace ledgers
