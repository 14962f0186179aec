// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

#include <fmt/format.h>

namespace base {

namespace {

// The number of `length` digits at `at`, or -1.
int digits_at(std::string_view text, std::size_t at, std::size_t length)
{
    if (at + length > text.size()) return -1;
    int value = 0;
    for (const char c : text.substr(at, length)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

Result<Date> Date::of(int year, unsigned month, unsigned day)
{
    const std::chrono::year_month_day candidate{std::chrono::year{year}, std::chrono::month{month},
                                                std::chrono::day{day}};
    if (year < 1900 || year > 2199 || !candidate.ok())
        return fail(ErrorKind::invalid, "date.not_a_date", {{"text", fmt::format("{}-{}-{}", year, month, day)}});
    Date date;
    date.day_ = candidate;
    return date;
}

Result<Date> Date::parse(std::string_view iso)
{
    const int year = digits_at(iso, 0, 4);
    const int month = digits_at(iso, 5, 2);
    const int day = digits_at(iso, 8, 2);
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-' || year < 0 || month < 0 || day < 0)
        return fail(ErrorKind::invalid, "date.not_a_date", {{"text", std::string{iso}}});
    return of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

Date Date::from_days(std::int64_t days_since_1970)
{
    Date date;
    date.day_ = std::chrono::sys_days{std::chrono::days{days_since_1970}};
    return date;
}

std::int64_t Date::days_since_1970() const
{
    return std::chrono::sys_days{day_}.time_since_epoch().count();
}

std::string Date::to_string() const
{
    return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

Result<DateTime> DateTime::parse(std::string_view text)
{
    const auto refuse = [&] { return fail(ErrorKind::invalid, "date.not_a_time", {{"text", std::string{text}}}); };
    const bool with_seconds = text.size() == 19;
    if ((text.size() != 16 && !with_seconds) || (text[10] != ' ' && text[10] != 'T') || text[13] != ':')
        return refuse();
    const auto date = Date::parse(text.substr(0, 10));
    const int hour = digits_at(text, 11, 2);
    const int minute = digits_at(text, 14, 2);
    const int second = with_seconds ? (text[16] == ':' ? digits_at(text, 17, 2) : -1) : 0;
    if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return refuse();
    return DateTime{*date, hour * 3600 + minute * 60 + second};
}

std::string DateTime::to_string() const
{
    return fmt::format("{} {:02}:{:02}:{:02}", date.to_string(), second_of_day / 3600, second_of_day / 60 % 60,
                       second_of_day % 60);
}

}  // namespace base
