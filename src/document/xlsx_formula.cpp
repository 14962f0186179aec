// SPDX-License-Identifier: Apache-2.0
#include "document/xlsx_formula.h"

#include <charconv>
#include <optional>

#include "base/column_letters.h"

namespace document {

namespace {

struct Reference {
    int row;
    int column;
};

std::optional<Reference> parse_reference(std::string_view text)
{
    Reference reference{};
    const char* const end = text.data() + text.size();
    const auto [comma, row_error] = std::from_chars(text.data(), end, reference.row);
    if (row_error != std::errc{} || comma == end || *comma != ',') return std::nullopt;
    const auto [rest, column_error] = std::from_chars(comma + 1, end, reference.column);
    if (column_error != std::errc{} || rest != end) return std::nullopt;
    return reference;
}

}  // namespace

base::Result<std::string> sheet_formula(const std::string& formula, const Grid& grid, int first_row)
{
    std::string result;
    bool quoted = false;
    for (std::size_t at = 0; at < formula.size(); ++at) {
        if (formula[at] == '"') quoted = !quoted;
        if (quoted || formula[at] != '{') {
            result += formula[at];
            continue;
        }
        const std::size_t end = formula.find('}', at);
        const std::string inside = formula.substr(at + 1, end == std::string::npos ? end : end - at - 1);
        const auto reference = end == std::string::npos ? std::nullopt : parse_reference(inside);
        if (!reference || reference->row < 0 || reference->row >= grid.rows || reference->column < 0 ||
            reference->column >= grid.columns)
            return base::fail(base::ErrorKind::invalid, "document.formula.bad_reference",
                              {{"formula", formula}, {"reference", inside}});
        // A covered place means the cell that covers it: only that one holds a value.
        const Placed& target = grid.at(reference->row, reference->column);
        result += base::column_letters(static_cast<std::uint32_t>(target.column)) +
                  std::to_string(first_row + target.row + 1);
        at = end;
    }
    return result;
}

}  // namespace document
