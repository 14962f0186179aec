// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "check/pdf_page.h"

namespace check {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> brackets{
    {{"（", "）"}, {"《", "》"}, {"“", "”"}, {"(", ")"}}};

std::size_t count_of(std::string_view text, std::string_view part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

bool is_whole(std::string_view cell)
{
    return std::all_of(brackets.begin(), brackets.end(),
                       [&](const auto& pair) { return count_of(cell, pair.first) == count_of(cell, pair.second); });
}

bool is_mostly_empty(const std::vector<std::string>& row)
{
    const auto empty = std::count_if(row.begin(), row.end(), [](const std::string& cell) { return cell.empty(); });
    return static_cast<std::size_t>(empty) * 2 > row.size();
}

}  // namespace

bool is_sound(const PdfTable& table)
{
    constexpr std::size_t one_of = 10;
    std::size_t poor = 0;
    for (const std::vector<std::string>& row : table.rows) {
        if (!std::all_of(row.begin(), row.end(), is_whole)) return false;
        poor += is_mostly_empty(row) ? 1 : 0;
    }
    return poor * one_of <= table.rows.size();
}

}  // namespace check
