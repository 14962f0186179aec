// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/table.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/column_letters.h"

namespace spreadsheet {

bool is_error_word(std::string_view text)
{
    constexpr std::array<std::string_view, 9> words{
        formula_without_value, "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!"};
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::string place(std::string_view sheet, std::uint32_t row, std::uint32_t column)
{
    return fmt::format("{}!{}{}", sheet, base::column_letters(column), row);
}

}  // namespace spreadsheet
