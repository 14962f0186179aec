// SPDX-License-Identifier: Apache-2.0
#include "check/pdf_page.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <span>
#include <string_view>

namespace check {

namespace {

using Pieces = std::vector<const PdfPiece*>;

// More than any page or table has that people read: what a hostile file may cost.
constexpr std::size_t most_pieces = 2'000;
constexpr std::size_t most_columns_seen = 63;
// Pieces that stand beside each other follow each other from top to bottom, with no more between them.
constexpr std::size_t most_between = 60;

using Span = PdfSpan;

Span width_of(const PdfPiece& piece)
{
    return {piece.left, piece.right};
}

// The lines of a cell touch, or nearly so; a fifth of a line is the padding of two cells.
bool is_apart(const PdfPiece& next, int bottom)
{
    return (next.top - bottom) * 5 > next.height();
}

// What no horizontal stripe of air divides.
std::vector<Pieces> bands_of(const PdfPage& page)
{
    Pieces sorted;
    for (const PdfPiece& piece : page.pieces) sorted.push_back(&piece);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->top < b->top; });
    std::vector<Pieces> bands;
    int bottom = 0;
    for (const PdfPiece* const piece : sorted) {
        if (bands.empty() || is_apart(*piece, bottom)) bands.emplace_back();
        bottom = bands.back().empty() ? piece->bottom : std::max(bottom, piece->bottom);
        bands.back().push_back(piece);
    }
    return bands;
}

// A blank in a sentence is half a letter wide, or a whole one; two cells have that much air between them and more, at
// least once in a row.
bool is_far(const PdfPiece& one, const PdfPiece& other)
{
    const int gap = std::max(one.left, other.left) - std::min(one.right, other.right);
    return gap * 4 > 3 * std::max(one.height(), other.height());
}

// Nothing stands between the two.
bool is_next(std::span<const PdfPiece* const> near, const PdfPiece& one, const PdfPiece& other)
{
    const Span between{std::min(one.right, other.right), std::max(one.left, other.left)};
    const Span height{std::max(one.top, other.top), std::min(one.bottom, other.bottom)};
    return std::none_of(near.begin(), near.end(), [&](const PdfPiece* piece) {
        return overlap(width_of(*piece), between) && overlap({piece->top, piece->bottom}, height);
    });
}

// Whether pieces stand beside each other.
bool has_columns(const Pieces& band)
{
    for (std::size_t i = 0; i < band.size(); ++i) {
        const std::size_t from = i - std::min(i, most_between);
        const std::size_t end = std::min(band.size(), i + 1 + most_between);
        const std::span near = std::span{band}.subspan(from, end - from);
        for (std::size_t k = i + 1; k < end && band[k]->top < band[i]->bottom; ++k)
            if (is_far(*band[i], *band[k]) && is_next(near, *band[i], *band[k])) return true;
    }
    return false;
}

bool is_wide(const PdfPiece& piece, const Span& all)
{
    return (piece.right - piece.left) * 2 > all.to - all.from;
}

void add_column(std::vector<Span>& columns, const Span& width)
{
    const bool is_there =
        std::any_of(columns.begin(), columns.end(), [&](const Span& one) { return overlap(one, width); });
    if (!is_there) columns.push_back(width);
}

// A column is where more pieces stand above each other than cells may reach over its edge: a few of a form's rows have
// merged cells. What stands in none of them makes one more.
std::vector<Span> columns_of(const Pieces& pieces)
{
    std::map<int, int> steps;
    Span all{pieces.front()->left, pieces.front()->right};
    for (const PdfPiece* const piece : pieces) all = {std::min(all.from, piece->left), std::max(all.to, piece->right)};
    // Lines as wide as half of the table are those of a paragraph over its columns, or their column has shorter ones.
    for (const PdfPiece* const piece : pieces)
        if (!is_wide(*piece, all)) ++steps[piece->left], --steps[piece->right];
    int highest = 0;
    int height = 0;
    for (const auto& [at, step] : steps) highest = std::max(highest, height += step);
    const int most_over = std::max(1, highest * 3 / 20);
    std::vector<Span> columns;
    height = 0;
    for (const auto& [at, step] : steps) {
        const bool was_inside = height > most_over;
        height += step;
        const bool is_inside = height > most_over;
        if (is_inside && !was_inside) columns.push_back({at, at});
        if (was_inside && !is_inside) columns.back().to = at;
    }
    Pieces narrow_first = pieces;
    std::stable_sort(narrow_first.begin(), narrow_first.end(),
                     [](const auto* a, const auto* b) { return a->right - a->left < b->right - b->left; });
    for (const PdfPiece* const piece : narrow_first) add_column(columns, width_of(*piece));
    std::sort(columns.begin(), columns.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
    return columns;
}

std::size_t column_at(const std::vector<Span>& columns, const PdfPiece& piece)
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (overlap(columns[i], width_of(piece))) return i;
    return columns.size() - 1;
}

// The lines of one cell.
struct PageCell {
    Span height;
    Pieces pieces;
};

std::vector<PageCell> cells_of(Pieces column)
{
    std::stable_sort(column.begin(), column.end(), [](const auto* a, const auto* b) {
        return a->top != b->top ? a->top < b->top : a->left < b->left;
    });
    std::vector<PageCell> cells;
    for (const PdfPiece* const piece : column) {
        if (cells.empty() || is_apart(*piece, cells.back().height.to))
            cells.push_back({{piece->top, piece->bottom}, {}});
        cells.back().height.to = std::max(cells.back().height.to, piece->bottom);
        cells.back().pieces.push_back(piece);
    }
    return cells;
}

std::string text_of(const PageCell& cell)
{
    std::string text;
    for (const PdfPiece* const piece : cell.pieces) {
        // Between two Latin words stood a blank where the line ended.
        const auto is_latin = [](char letter) { return static_cast<unsigned char>(letter) < 0x80U && letter != ' '; };
        if (!text.empty() && is_latin(text.back()) && is_latin(piece->text.front())) text += ' ';
        text += piece->text;
    }
    std::replace(text.begin(), text.end(), '|', ' ');
    return text;
}

class Grid {
public:
    Grid(const Pieces& pieces, std::vector<Span> columns) : columns_{std::move(columns)}, cells_(columns_.size())
    {
        std::vector<Pieces> by_column(columns_.size());
        for (const PdfPiece* const piece : pieces) by_column[column_at(columns_, *piece)].push_back(piece);
        for (std::size_t i = 0; i < columns_.size(); ++i) cells_[i] = cells_of(std::move(by_column[i]));
        find_rows();
    }

    // Merged cells stand beside their middle, or in the first of their rows.
    enum class Merged { beside, first };
    std::vector<std::vector<std::string>> rows(Merged merged) const
    {
        std::vector<std::vector<std::string>> rows(rows_.size(), std::vector<std::string>(columns_.size()));
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            const std::vector<std::size_t> at = rows_of(column, merged);
            for (std::size_t i = 0; i < at.size(); ++i) {
                std::string& text = rows[at[i]][column];
                text += (text.empty() ? "" : " ") + text_of(cells_[column][i]);
            }
        }
        return rows;
    }

private:
    bool is_full(std::size_t column) const { return cells_[column].size() >= rows_.size(); }

    // The row of each cell of a column.
    std::vector<std::size_t> rows_of(std::size_t column, Merged merged) const
    {
        bool is_before_the_full = merged == Merged::first;
        for (std::size_t i = 0; i <= column; ++i) is_before_the_full = is_before_the_full && !is_full(i);
        const std::set<std::size_t> taken = is_before_the_full ? reached_over(column) : std::set<std::size_t>{};
        std::vector<std::size_t> rows;
        std::size_t next = 0;
        for (const PageCell& cell : cells_[column]) {
            const std::size_t beside = row_at(cell);
            for (std::size_t row = next; row < beside; ++row)
                if (taken.contains(row)) next = row + 1;
            const std::size_t last = is_before_the_full ? last_row(cell, next, beside) : rows_.size();
            rows.push_back(last < rows_.size() ? next : beside);
            next = (last < rows_.size() ? last : beside) + 1;
        }
        return rows;
    }

    // Rows in which a cell of another column reaches over this one.
    std::set<std::size_t> reached_over(std::size_t column) const
    {
        std::set<std::size_t> rows;
        for (std::size_t other = 0; other < column; ++other)
            for (const PageCell& cell : cells_[other])
                for (const PdfPiece* const piece : cell.pieces)
                    if (overlap(width_of(*piece), columns_[column])) rows.insert(row_at(cell));
        return rows;
    }

    // Of a cell that begins in row `first` and is centred beside another, the last row; none where it is not centred.
    std::size_t last_row(const PageCell& cell, std::size_t first, std::size_t beside) const
    {
        const int height = cell.pieces.front()->height();
        const int centre = cell.height.from + cell.height.to;
        for (std::size_t last = beside; first <= beside && last < rows_.size(); ++last)
            if (std::abs(rows_[first].from + rows_[last].to - centre) < height) return last;
        return rows_.size();
    }

    // The column with the most cells says what the rows are; what stands beside none of them is one more.
    void find_rows()
    {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < cells_.size(); ++i) order.push_back(i);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return cells_[a].size() > cells_[b].size(); });
        for (const std::size_t column : order)
            for (const PageCell& cell : cells_[column])
                if (std::none_of(rows_.begin(), rows_.end(),
                                 [&](const Span& row) { return overlap(row, cell.height); }))
                    rows_.push_back(cell.height);
        std::sort(rows_.begin(), rows_.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
        // A row is as high as its highest cell.
        for (std::size_t column = 0; column < cells_.size(); ++column)
            for (const PageCell& cell : is_full(column) ? cells_[column] : std::vector<PageCell>{}) {
                Span& row = rows_[row_at(cell)];
                row = {std::min(row.from, cell.height.from), std::max(row.to, cell.height.to)};
            }
    }

    std::size_t row_at(const PageCell& cell) const
    {
        const auto found =
            std::find_if(rows_.begin(), rows_.end(), [&](const Span& row) { return overlap(row, cell.height); });
        return static_cast<std::size_t>(found - rows_.begin());
    }

    std::vector<Span> columns_;
    std::vector<std::vector<PageCell>> cells_;
    std::vector<Span> rows_;
};

// A column of centred titles beside the one of its figures: neighbours that no row has both of are one.
std::vector<Span> joined_columns(const Pieces& pieces)
{
    std::vector<Span> columns = columns_of(pieces);
    for (std::size_t i = 0; i + 1 < columns.size() && columns.size() <= most_columns_seen;) {
        const auto rows = Grid{pieces, columns}.rows(Grid::Merged::beside);
        const bool is_one = std::none_of(rows.begin(), rows.end(), [&](const std::vector<std::string>& row) {
            return !row[i].empty() && !row[i + 1].empty();
        });
        if (!is_one) {
            ++i;
            continue;
        }
        columns[i].to = columns[i + 1].to;
        columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    return columns;
}

// Whether the pieces may stand in the columns of the page before: four of five in one alone.
bool fits(const Pieces& pieces, const std::vector<Span>& columns)
{
    if (columns.empty()) return false;
    const Span all{columns.front().from, columns.back().to};
    std::size_t count = 0;
    std::size_t fitting = 0;
    for (const PdfPiece* const piece : pieces) {
        if (is_wide(*piece, all)) continue;
        ++count;
        if (std::count_if(columns.begin(), columns.end(),
                          [&](const Span& column) { return overlap(column, width_of(*piece)); }) == 1)
            ++fitting;
    }
    return fitting * 5 >= count * 4;
}

void add_table(const Pieces& pieces, const std::vector<Span>& before, std::vector<PdfTable>& tables)
{
    if (pieces.empty()) return;
    const std::vector<Span> columns = tables.empty() && fits(pieces, before) ? before : joined_columns(pieces);
    if (columns.size() < 2 || columns.size() > most_columns_seen || !fits(pieces, columns)) return;
    PdfTable table{Grid{pieces, columns}.rows(Grid::Merged::first), columns, {}};
    // Where a merged cell stood beside none, and then in the first of its rows.
    table.rows.erase(std::remove_if(table.rows.begin(), table.rows.end(),
                                    [](const auto& row) {
                                        return std::all_of(row.begin(), row.end(),
                                                           [](const std::string& cell) { return cell.empty(); });
                                    }),
                     table.rows.end());
    if (table.rows.size() < 2 || !is_sound(table)) return;
    std::set<std::size_t> lines;
    for (const PdfPiece* const piece : pieces) lines.insert(piece->line);
    table.lines.assign(lines.begin(), lines.end());
    tables.push_back(std::move(table));
}

}  // namespace

std::vector<PdfTable> tables_on(const PdfPage& page, const std::vector<PdfSpan>& before)
{
    std::vector<PdfTable> tables;
    if (page.pieces.size() > most_pieces) return tables;
    Pieces together;
    for (const Pieces& band : bands_of(page)) {
        if (has_columns(band)) {
            together.insert(together.end(), band.begin(), band.end());
            continue;
        }
        add_table(together, before, tables);
        together.clear();
    }
    add_table(together, before, tables);
    return tables;
}

}  // namespace check
