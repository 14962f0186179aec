// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/table.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace spreadsheet {

bool is_error_word(std::string_view text)
{
    constexpr std::array<std::string_view, 9> words{
        formula_without_value, "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!"};
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::string column_name(std::uint32_t column)
{
    std::string name;
    for (std::uint64_t rest = std::uint64_t{column} + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

std::string place(std::string_view sheet, std::uint32_t row, std::uint32_t column)
{
    return fmt::format("{}!{}{}", sheet, column_name(column), row);
}

}  // namespace spreadsheet
