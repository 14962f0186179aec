// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace check {

// Where something stands in the file that was read: line and column are 1-based and count code points; page, sheet and
// cell are empty where a format has none.
struct Spot {
    std::size_t line = 0;
    std::size_t column = 0;
    std::size_t page = 0;
    std::string sheet = {};
    std::string cell = {};

    friend bool operator==(const Spot&, const Spot&) = default;
};

// A stretch of a block's text that stands on one line of the file.
struct Stretch {
    std::size_t at = 0;  // bytes of Block::text
    std::size_t size = 0;
    Spot spot;
};

struct TableCell {
    std::size_t at = 0;  // bytes of Block::text, without the blanks around it
    std::size_t size = 0;
    std::size_t column = 0;  // 0-based
};

// A heading, a paragraph (its hard line ends joined) or a row of a table. The letters are the file's own.
struct Block {
    enum class Kind { heading, paragraph, row };
    Kind kind = Kind::paragraph;
    std::string text = {};
    std::vector<Stretch> stretches = {};
    std::size_t table = 0;  // rows of one table share a number, 1-based
    std::vector<TableCell> cells = {};

    std::string_view cell(const TableCell& cell) const { return std::string_view{text}.substr(cell.at, cell.size); }
};

// The first page that a .docx file asks for, in whole millimetres; the lines of its grid and the letters of
// each, 0 where it has none.
struct Page {
    int width_mm = 0;
    int height_mm = 0;
    int top_mm = 0;
    int left_mm = 0;
    int lines = 0;
    int letters = 0;
};

// A report as it was read, before anybody judges it.
struct ReportText {
    std::string file;
    std::vector<Block> blocks;
    std::optional<Page> page = {};
};

// The words that a finding points to: an exact piece of one line, at most 40 letters.
struct Place {
    Spot spot;
    std::string quote;

    friend bool operator==(const Place&, const Place&) = default;
};

// What of a .pdf was not known to be a table: a short line may be half of a cell, and the lines around it belong to
// others.
bool is_piece_of_a_cell(const Block& block);

// The piece [at, at + size) of the block, cut to the line on which it begins.
Place place_of(const Block& block, std::size_t at, std::size_t size);

}  // namespace check
