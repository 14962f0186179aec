// SPDX-License-Identifier: Apache-2.0
// Feeds bytes to the reader of text tables, encoding and separator detection included.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "spreadsheet/workbook.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto workbook = spreadsheet::Workbook::from_bytes({reinterpret_cast<const char*>(data), size}, "fuzz.csv");
    if (!workbook) return 0;
    std::uint32_t last = 0;
    const auto outcome = workbook->each_row(0, [&](const spreadsheet::Row& row) {
        if (row.number <= last || row.cells.empty()) std::abort();
        last = row.number;
        for (const spreadsheet::Cell& cell : row.cells) {
            base::Utf8Check check;
            check.feed(cell.text);
            if (!check.is_complete()) std::abort();  // whatever came in, UTF-8 comes out
        }
        return spreadsheet::Visit::go_on;
    });
    static_cast<void>(outcome);
    return 0;
}
