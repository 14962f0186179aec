// SPDX-License-Identifier: Apache-2.0
// Reads every sheet of the file given as argument and prints rows, cells and a checksum of their text: time and memory
// of the reader alone. `read_xlsx --make FILE ROWS` writes such a file with ten columns.
#include <fmt/format.h>

#include <cstdlib>
#include <cstring>

#include "spreadsheet/workbook.h"
#include "spreadsheet/write.h"

namespace {

using spreadsheet::Cell;
using spreadsheet::CellKind;

int make(const char* path, int rows)
{
    spreadsheet::TableSheet sheet{.name = "支付"};
    for (int column = 0; column < 10; ++column) sheet.columns.push_back({.title = fmt::format("列{}", column)});
    for (int row = 0; row < rows; ++row) {
        std::vector<Cell> cells;
        for (int column = 0; column < 10; ++column) {
            const int seed = (row * 31 + column * 17) % 9973;
            if (column < 4)
                cells.push_back({CellKind::text, fmt::format("示例单位{}第{}项付款", column, seed)});
            else if (column == 4)
                cells.push_back({CellKind::date, fmt::format("2024-{:02}-{:02}", seed % 12 + 1, seed % 28 + 1)});
            else
                cells.push_back({CellKind::number, fmt::format("{}.{:02}", row + seed, seed % 100)});
        }
        sheet.rows.push_back(std::move(cells));
    }
    return spreadsheet::write_workbook(path, {sheet}) ? 0 : 1;
}

int read(const char* path)
{
    auto workbook = spreadsheet::Workbook::open(path);
    if (!workbook) {
        fmt::print("{}\n", workbook.error().code);
        return 2;
    }
    std::uint64_t rows = 0;
    std::uint64_t cells = 0;
    std::uint64_t checksum = 14'695'981'039'346'656'037ULL;  // FNV-1a
    for (std::size_t sheet = 0; sheet < workbook->sheets().size(); ++sheet) {
        const auto outcome = workbook->each_row(sheet, [&](const spreadsheet::Row& row) {
            ++rows;
            cells += row.cells.size();
            for (const Cell& cell : row.cells)
                for (const char c : cell.text)
                    checksum = (checksum ^ static_cast<unsigned char>(c)) * 1'099'511'628'211;
            return spreadsheet::Visit::go_on;
        });
        if (!outcome) {
            fmt::print("{}\n", outcome.error().code);
            return 2;
        }
    }
    fmt::print("rows {} cells {} checksum {:016x}\n", rows, cells, checksum);
    return 0;
}

}  // namespace

int main(int count, char** arguments)
{
    if (count == 4 && std::strcmp(arguments[1], "--make") == 0) return make(arguments[2], std::atoi(arguments[3]));
    if (count != 2) return 1;
    return read(arguments[1]);
}
