// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace spreadsheet {

enum class CellKind { empty, text, number, date, time, boolean, error };

// What one cell holds, as text whose form the kind decides:
//   number   exact decimal digits "-1234.5": no exponent, no grouping
//   date     "2024-07-01"
//   time     "2024-07-01 09:30:00"; a time of day or a span of hours, which have no day, is "09:30:00" or "36:00:00"
//   boolean  "1" or "0"
//   error    the sheet's own word, "#N/A"; `formula_without_value` where a formula was saved without its result; the
//            impossible days of the 1900 calendar, "1900-02-29"
// A cell of a .csv file is always text or empty.
struct Cell {
    CellKind kind = CellKind::empty;
    std::string text = {};
    // The cell shows 0.98 as 98 %. The text stays "0.98".
    bool shown_as_percent = false;

    friend bool operator==(const Cell&, const Cell&) = default;
};

inline constexpr std::string_view formula_without_value = "=?";
// Whether a text is the word that a spreadsheet shows for an error (#N/A): in a .csv file an error is a text, and so is
// one that was written back.
bool is_error_word(std::string_view text);

// A row that has at least one cell with a value; the cells end with the last such cell.
struct Row {
    std::uint32_t number = 0;  // 1-based, as the program shows it
    std::vector<Cell> cells = {};
};

// A merged range; rows are 1-based as in Row, columns 0-based as in Row::cells. Only its first cell has a value.
struct Merge {
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;

    friend bool operator==(const Merge&, const Merge&) = default;
};

enum class Visit { go_on, stop };
using RowVisitor = std::function<Visit(const Row&)>;

// What a file may cost before it is refused (security.md 1.5.1, 5.2.1-5.2.6).
struct Limits {
    std::uint64_t file_bytes = 50ULL << 20;
    std::uint64_t entries = 2'000;                // parts in the zip
    std::uint64_t inflated_bytes = 500ULL << 20;  // all parts that are read, counted while inflating
    // Inflated : stored, per part, once 16 MB have come out. Measured over sheets of one repeated value and of blank
    // cells with a style: 9 to 32. A program that leaves the cells' references out can pass 100 (up to 257) and is
    // refused.
    std::uint64_t ratio = 100;
    // The same for .ods, which has no references and 100 letters to a cell: 42 to 194 over registers.
    std::uint64_t ods_ratio = 400;
    std::uint64_t shared_text_bytes = 128ULL << 20;
    std::uint32_t columns = 512;  // columns with a value
    std::uint32_t rows = 1'048'576;
    std::size_t cell_bytes = 131'072;  // 32,767 letters of four bytes
    // The program that turns .xls, .ods and .et into .xlsx; empty means soffice in /usr/bin, /usr/local/bin or /opt.
    std::filesystem::path converter = {};
    int convert_seconds = 90;
};

// "会议!B12"; row 1-based, column 0-based.
std::string place(std::string_view sheet, std::uint32_t row, std::uint32_t column);

}  // namespace spreadsheet
