// SPDX-License-Identifier: Apache-2.0
#include "holdings/limits.h"

#include <charconv>
#include <optional>
#include <stdexcept>
#include <string>

#include "spreadsheet/workbook.h"

namespace holdings {

std::int64_t shipped_days(std::string_view what)
{
    auto workbook = spreadsheet::Workbook::from_bytes(std::string{limits_csv()}, "limits.csv");
    if (!workbook) throw std::logic_error("rules/holdings/limits.csv: " + workbook.error().code);
    std::optional<std::int64_t> found;
    const auto read = workbook->each_row(0, [&](const spreadsheet::Row& row) {
        if (row.cells.size() < 2 || row.cells[0].text != what) return spreadsheet::Visit::go_on;
        const std::string& days = row.cells[1].text;
        std::int64_t number = 0;
        const char* const end = days.data() + days.size();
        if (std::from_chars(days.data(), end, number) == std::from_chars_result{end, {}}) found = number;
        return spreadsheet::Visit::go_on;
    });
    if (!read || !found) throw std::logic_error("rules/holdings/limits.csv: " + std::string{what});
    return *found;
}

}  // namespace holdings
