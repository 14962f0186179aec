// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/room.h"

#include <algorithm>

namespace meetings {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::string_view separator = "、";

}  // namespace

int weekday_of(base::Date day)
{
    const std::int64_t since_thursday = day.days_since_1970() % 7;  // 1970-01-01 was a Thursday
    return static_cast<int>((since_thursday + 7 + 3) % 7) + 1;
}

bool Opening::is_open_on(base::Date day) const
{
    return weekdays.contains(weekday_of(day)) && !closed_days.contains(day);
}

bool Opening::covers(const Span& span) const
{
    const base::Date day = day_of(span.from);
    const Second begin = start_of(day);
    return is_open_on(day) && span.from >= begin + from_minute * 60 && span.until <= begin + until_minute * 60;
}

bool Room::has(const std::vector<std::string>& wanted) const
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
        return std::find(equipment.begin(), equipment.end(), one) != equipment.end();
    });
}

base::Result<void> check(const Room& room)
{
    if (room.code.empty()) return fail(ErrorKind::invalid, "meetings.room.code_empty");
    if (room.name.empty()) return fail(ErrorKind::invalid, "meetings.room.name_empty");
    if (room.seats <= 0) return fail(ErrorKind::invalid, "meetings.room.seats_not_positive");
    for (const int weekday : room.opening.weekdays)
        if (weekday < 1 || weekday > 7)
            return fail(ErrorKind::invalid, "meetings.room.weekday_unknown", {{"weekday", std::to_string(weekday)}});
    const Opening& hours = room.opening;
    if (hours.weekdays.empty() || hours.from_minute < 0 || hours.until_minute > minutes_of_day ||
        hours.from_minute >= hours.until_minute)
        return fail(ErrorKind::invalid, "meetings.room.never_open");
    for (const auto* const list : {&room.equipment, &room.layouts})
        for (const std::string& name : *list)
            if (name.empty() || name.find(separator) != std::string::npos)
                return fail(ErrorKind::invalid, "meetings.room.name_with_separator", {{"name", name}});
    return {};
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? std::string{} : std::string{separator}) + name;
    return text;
}

std::vector<std::string> names_in(const std::string& text)
{
    std::vector<std::string> names;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        if (end > begin) names.push_back(text.substr(begin, end - begin));
        begin = end + separator.size();
    }
    return names;
}

}  // namespace meetings
