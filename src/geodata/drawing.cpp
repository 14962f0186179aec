// SPDX-License-Identifier: Apache-2.0
#include "geodata/drawing.h"

#include <cstddef>
#include <string>

#include "base/digit.h"
#include "spreadsheet/table.h"

namespace geodata {

namespace {

constexpr int decimals_kept = 10;
constexpr std::size_t most_digits_before_point = 8;
constexpr std::size_t longest_number = 64;

}  // namespace

std::optional<Coordinate> read_coordinate(std::string_view text)
{
    if (text.empty() || text.size() > longest_number) return std::nullopt;
    const bool is_negative = text.front() == '-';
    if (is_negative) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const std::string_view before = text.substr(0, point);
    const std::string_view behind = point == std::string_view::npos ? "" : text.substr(point + 1);
    if (before.empty() || before.size() > most_digits_before_point) return std::nullopt;
    if (point != std::string_view::npos && behind.empty()) return std::nullopt;
    for (const std::string_view part : {before, behind})
        for (const char c : part)
            if (!base::is_digit(c)) return std::nullopt;

    Coordinate value = 0;
    for (const char c : before) value = value * 10 + (c - '0');
    for (int place = 0; place < decimals_kept; ++place) {
        const auto at = static_cast<std::size_t>(place);
        value = value * 10 + (at < behind.size() ? behind[at] - '0' : 0);
    }
    return is_negative ? -value : value;
}

std::string place_of(const DrawnShape& shape, const DrawnPoint& point)
{
    return point.row == 0 ? shape.place : spreadsheet::place(shape.sheet, point.row, shape.column);
}

std::string to_text(Coordinate coordinate, int decimals)
{
    const bool is_negative = coordinate < 0;
    std::string digits = std::to_string(is_negative ? -coordinate : coordinate);
    if (digits.size() <= decimals_kept) digits.insert(0, decimals_kept + 1 - digits.size(), '0');
    const std::size_t before = digits.size() - decimals_kept;
    std::string text = digits.substr(0, before);
    if (decimals > 0) text += "." + digits.substr(before, static_cast<std::size_t>(decimals));
    return is_negative ? "-" + text : text;
}

}  // namespace geodata
