// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/time_text.h"

#include <string_view>

namespace meetings {

namespace {

constexpr std::size_t to_minutes = 16;  // 2026-01-05T09:00
constexpr std::string_view zulu = "Z";
constexpr std::string_view east = "+08:00";
constexpr std::string_view next_day = "次日";

bool takes(std::string_view& text, std::string_view end)
{
    if (!text.ends_with(end)) return false;
    text.remove_suffix(end.size());
    return true;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

}  // namespace

base::Result<Second> parse_instant(const std::string& text)
{
    const auto refused = base::fail(base::ErrorKind::invalid, "meetings.booking.time_malformed", {{"text", text}});
    std::string_view rest = text;
    const bool is_utc = takes(rest, zulu);
    if (!is_utc && !takes(rest, east)) return refused;
    for (const std::string_view fraction : {".000", ".00", ".0"}) takes(rest, fraction);
    if (rest.size() < to_minutes || rest[10] != 'T') return refused;
    const auto time = base::DateTime::parse(std::string{rest});
    if (!time) return refused;
    return time->seconds_since_1970() - (is_utc ? 0 : east_of_greenwich);
}

base::Result<std::int64_t> parse_minute(const std::string& text)
{
    const auto refused = base::fail(base::ErrorKind::invalid, "meetings.room.hour_malformed", {{"text", text}});
    if (text.size() != 5 || text[2] != ':') return refused;
    for (const std::size_t at : {0U, 1U, 3U, 4U})
        if (!is_digit(text[at])) return refused;
    const std::int64_t hour = (text[0] - '0') * 10 + (text[1] - '0');
    const std::int64_t minute = (text[3] - '0') * 10 + (text[4] - '0');
    if (minute > 59 || hour * 60 + minute > 24 * 60) return refused;
    return hour * 60 + minute;
}

std::string minute_text(std::int64_t minute)
{
    const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(minute / 60) + ":" + two(minute % 60);
}

base::Result<std::int64_t> parse_clock(const std::string& text)
{
    std::string_view rest = text;
    const bool is_next_day = rest.starts_with(next_day);
    if (is_next_day) rest.remove_prefix(next_day.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest.size() > 5) takes(rest, ":00");  // seconds, as a sheet keeps them
    const auto minute = parse_minute((rest.size() == 4 ? "0" : "") + std::string{rest});
    if (!minute) return base::fail(base::ErrorKind::invalid, "meetings.import.clock_malformed", {{"text", text}});
    return *minute + (is_next_day ? minutes_of_day : 0);
}

std::string written_clock(std::int64_t minute)
{
    if (minute <= minutes_of_day) return minute_text(minute);
    return std::string{next_day} + " " + minute_text(minute - minutes_of_day);
}

}  // namespace meetings
