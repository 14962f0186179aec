// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/cell_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>

#include "base/rounding.h"

namespace spreadsheet {

namespace {

constexpr std::int64_t day_seconds = 86'400;
constexpr std::string_view weekday = "aaa";   // 星期一; a single a belongs to am/pm
constexpr std::int64_t last_day = 2'958'465;  // 9999-12-31

// The letters of a format that count: without literals, colours, locales, fill and width marks; first section only.
struct Pattern {
    std::string letters = {};
    bool is_elapsed = false;
};

bool is_elapsed_mark(std::string_view bracketed)
{
    return !bracketed.empty() && bracketed.find_first_not_of("hHmMsS") == std::string_view::npos;
}

Pattern pattern_of(std::string_view code)
{
    Pattern pattern;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == ';') break;
        if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '"' || c == '[') {
            const std::size_t end = std::min(code.find(c == '"' ? '"' : ']', at + 1), code.size());
            if (c == '[' && is_elapsed_mark(code.substr(at + 1, end - at - 1))) pattern.is_elapsed = true;
            at = end;
        } else {
            pattern.letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return pattern;
}

struct Moment {
    std::int64_t day = 0;
    std::int64_t second = 0;
};

// Empty for a negative number and for one beyond the year 9999.
std::optional<Moment> moment_of(std::string_view number)
{
    if (number.empty() || number.front() == '-') return std::nullopt;
    const std::size_t point = std::min(number.find('.'), number.size());
    if (point > 7) return std::nullopt;
    Moment moment;
    for (const char c : number.substr(0, point)) moment.day = moment.day * 10 + (c - '0');
    if (moment.day > last_day) return std::nullopt;
    const std::string_view fraction = number.substr(std::min(point + 1, number.size())).substr(0, 17);
    std::int64_t digits = 0;
    for (const char c : fraction) digits = digits * 10 + (c - '0');
    const std::int64_t parts = base::power_of_ten(static_cast<int>(fraction.size()));
    moment.second = base::narrow(base::div_half_up(base::int128{digits} * day_seconds, parts));
    if (moment.second == day_seconds) return Moment{moment.day + 1, 0};
    return moment;
}

std::string clock_text(std::int64_t seconds)
{
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string day_text(std::int64_t day, Epoch epoch)
{
    using std::chrono::sys_days;
    using std::chrono::year;
    const sys_days zero = epoch == Epoch::year_1904 ? sys_days{year{1904} / 1 / 1}
                          : day < 60                ? sys_days{year{1899} / 12 / 31}
                                                    : sys_days{year{1899} / 12 / 30};
    const std::chrono::year_month_day date{zero + std::chrono::days{day}};
    return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

Cell dated_cell(const Moment& moment, CellFormat format, Epoch epoch)
{
    if (epoch == Epoch::year_1900 && moment.day == 0) return {CellKind::error, "1900-01-00"};
    if (epoch == Epoch::year_1900 && moment.day == 60) return {CellKind::error, "1900-02-29"};
    const std::string day = day_text(moment.day, epoch);
    if (format == CellFormat::date && moment.second == 0) return {CellKind::date, day};
    return {CellKind::time, day + " " + clock_text(moment.second)};
}

}  // namespace

CellFormat built_in_format(unsigned id)
{
    if (id == 9 || id == 10) return CellFormat::percent;
    if (id == 22) return CellFormat::moment;
    if (id == 46) return CellFormat::elapsed;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
        return CellFormat::clock;
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return CellFormat::date;
    return CellFormat::plain;
}

CellFormat format_of_code(std::string_view code)
{
    const Pattern pattern = pattern_of(code);
    const std::string& letters = pattern.letters;
    if (pattern.is_elapsed) return CellFormat::elapsed;
    if (letters.find('%') != std::string::npos) return CellFormat::percent;
    if (letters == "general") return CellFormat::plain;
    const std::size_t digit = letters.find_first_of("0#?");
    const std::size_t part = std::min(letters.find_first_of("ydhsme"), letters.find(weekday));
    if (part == std::string::npos || digit < part) return CellFormat::plain;

    const bool has_clock = letters.find_first_of("hs") != std::string::npos;
    const bool has_day =
        letters.find_first_of("yde") != std::string::npos || letters.find(weekday) != std::string::npos;
    if (has_day && has_clock) return CellFormat::moment;
    return has_clock ? CellFormat::clock : CellFormat::date;  // an m alone is a month
}

Cell formatted_cell(std::string number, CellFormat format, Epoch epoch)
{
    if (format == CellFormat::plain) return {CellKind::number, std::move(number)};
    if (format == CellFormat::percent) return {CellKind::number, std::move(number), true};
    const auto moment = moment_of(number);
    if (!moment) return {CellKind::error, std::move(number)};
    if (format == CellFormat::elapsed) return {CellKind::time, clock_text(moment->day * day_seconds + moment->second)};
    if (format == CellFormat::clock && moment->day == 0) return {CellKind::time, clock_text(moment->second)};
    return dated_cell(*moment, format, epoch);
}

}  // namespace spreadsheet
