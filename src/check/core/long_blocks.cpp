// SPDX-License-Identifier: Apache-2.0
#include "check/core/long_blocks.h"

#include <algorithm>
#include <iterator>

#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t most_bytes = 12'000;  // 4,000 Chinese letters
constexpr std::size_t piece_bytes = 3'000;
constexpr std::size_t most_cells = 128;
constexpr std::size_t most_bytes_of_row = 4 * most_bytes;

// Where the paragraph that begins at `at` ends.
std::size_t end_of(std::string_view text, std::size_t at)
{
    if (text.size() - at <= piece_bytes) return text.size();
    const std::string_view window = text.substr(at, piece_bytes);
    for (const std::string_view mark : {"。", "，"})
        if (const std::size_t last = window.rfind(mark); last != std::string_view::npos) return at + last + mark.size();
    std::size_t size = window.size();
    while (size > 1 && (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U) --size;
    return at + size;
}

// Takes a block's pieces one behind the other, each with its stretches. Letters are counted once: a line may be the
// whole file.
class Pieces {
public:
    explicit Pieces(const Block& block) : block_{block} {}

    // [begin, end), behind those before.
    Block take(std::size_t begin, std::size_t end)
    {
        Block piece{block_.kind, block_.text.substr(begin, end - begin)};
        for (std::size_t i = next_; i < block_.stretches.size() && block_.stretches[i].at < end; ++i) {
            Stretch stretch = block_.stretches[i];
            const std::size_t from = std::max(stretch.at, begin);
            const std::size_t to = std::min(stretch.at + stretch.size, end);
            if (from < to) {
                stretch.spot.column = column_at(i, from);
                stretch.at = from - begin;
                stretch.size = to - from;
                piece.stretches.push_back(std::move(stretch));
            }
            if (block_.stretches[i].at + block_.stretches[i].size <= end) next_ = i + 1;
        }
        return piece;
    }

private:
    std::size_t column_at(std::size_t index, std::size_t at)
    {
        const Stretch& stretch = block_.stretches[index];
        if (index != counted_in_) {
            counted_in_ = index;
            counted_to_ = stretch.at;
            column_ = stretch.spot.column;
        }
        column_ += chinese::letter_count(std::string_view{block_.text}.substr(counted_to_, at - counted_to_));
        counted_to_ = at;
        return column_;
    }

    const Block& block_;
    std::size_t next_ = 0;  // the stretch that is not wholly used
    std::size_t counted_in_ =
        static_cast<std::size_t>(-1);  // up to which byte of which stretch letters were counted, and the column there
    std::size_t counted_to_ = 0;
    std::size_t column_ = 0;
};

void add_pieces(std::vector<Block>& blocks, const Block& block)
{
    Pieces pieces{block};
    for (std::size_t begin = 0; begin < block.text.size();) {
        const std::size_t end = end_of(block.text, begin);
        blocks.push_back(pieces.take(begin, end));
        begin = end;
    }
}

bool is_long(const Block& block)
{
    return block.kind == Block::Kind::row ? block.cells.size() > most_cells || block.text.size() > most_bytes_of_row
                                          : block.text.size() > most_bytes;
}

// Rows that are too long: their first cells go on with the table, the rest waits for its end.
class RowCutter {
public:
    explicit RowCutter(std::size_t tables) : tables_{tables} {}

    void cut(std::vector<Block>& blocks, const Block& row)
    {
        Pieces pieces{row};
        for (std::size_t first = 0; first < row.cells.size();) {
            const std::size_t last = last_of_piece(row, first);
            const std::size_t begin = first == 0 ? 0 : row.cells[first].at;
            const std::size_t end = last == row.cells.size() ? row.text.size() : row.cells[last].at;
            Block piece = pieces.take(begin, end);
            // One cell that is longer than a row may be is a paragraph, whatever stands around it.
            if (piece.text.size() > most_bytes_of_row) piece.kind = Block::Kind::paragraph;
            for (std::size_t i = first; i < last && piece.kind == Block::Kind::row; ++i)
                piece.cells.push_back(
                    {row.cells[i].at - begin, row.cells[i].size, row.cells[i].column - row.cells[first].column});
            const bool goes_on = first == 0 && piece.kind == Block::Kind::row;
            piece.table = goes_on ? row.table : piece.kind == Block::Kind::row ? ++tables_ : 0;
            if (goes_on)
                blocks.push_back(std::move(piece));
            else if (piece.kind == Block::Kind::row)
                behind_.push_back(std::move(piece));
            else
                add_pieces(behind_, piece);
            first = last;
        }
    }

    void end_table(std::vector<Block>& blocks)
    {
        std::move(behind_.begin(), behind_.end(), std::back_inserter(blocks));
        behind_.clear();
    }

private:
    static std::size_t last_of_piece(const Block& row, std::size_t first)
    {
        std::size_t last = first + 1;
        while (last < row.cells.size() && last - first < most_cells &&
               row.cells[last].at + row.cells[last].size - row.cells[first].at <= most_bytes_of_row - 2)
            ++last;
        return last;
    }

    std::size_t tables_;
    std::vector<Block> behind_;
};

}  // namespace

ReportText cut_long_blocks(ReportText text)
{
    if (std::none_of(text.blocks.begin(), text.blocks.end(), is_long)) return text;
    std::size_t tables = 0;
    for (const Block& block : text.blocks) tables = std::max(tables, block.table);
    RowCutter rows{tables};
    std::size_t table = 0;
    std::vector<Block> blocks;
    for (Block& block : text.blocks) {
        if (block.table != table) rows.end_table(blocks);
        table = block.table;
        if (!is_long(block))
            blocks.push_back(std::move(block));
        else if (block.kind == Block::Kind::row)
            rows.cut(blocks, block);
        else
            add_pieces(blocks, block);
    }
    rows.end_table(blocks);
    text.blocks = std::move(blocks);
    return text;
}

}  // namespace check
