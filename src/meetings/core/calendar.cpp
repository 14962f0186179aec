// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/calendar.h"

namespace meetings {

namespace {

constexpr std::size_t longest_line = 75;

std::string two(std::int64_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// 20260105T010000Z
std::string utc(Second second)
{
    const base::Date day = base::Date::from_days(second / seconds_of_day);
    const Second in_day = second % seconds_of_day;
    return std::to_string(day.year()) + two(day.month()) + two(day.day()) + "T" + two(in_day / 3'600) +
           two(in_day / 60 % 60) + two(in_day % 60) + "Z";
}

std::string escaped(const std::string& text)
{
    std::string safe;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '\\' || c == ';' || c == ',') safe += '\\';
        safe += c == '\n' ? std::string{"\\n"} : std::string{c};
    }
    return safe;
}

bool continues_letter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

void add_line(std::string& text, std::string_view line)
{
    std::size_t room = longest_line;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 0 && continues_letter(line[cut])) --cut;
        text += line.substr(0, cut);
        text += "\r\n ";
        line.remove_prefix(cut);
        room = longest_line - 1;  // the blank that folds counts
    }
    text += line;
    text += "\r\n";
}

}  // namespace

std::string calendar_of(const std::vector<CalendarEntry>& entries)
{
    std::string text;
    for (const char* const line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mingji//meetings//ZH"})
        add_line(text, line);
    for (const CalendarEntry& entry : entries) {
        add_line(text, "BEGIN:VEVENT");
        add_line(text, "UID:" + escaped(entry.id));
        add_line(text, "DTSTAMP:" + utc(entry.asked));
        add_line(text, "SEQUENCE:" + std::to_string(entry.version));
        add_line(text, "DTSTART:" + utc(entry.span.from));
        add_line(text, "DTEND:" + utc(entry.span.until));
        add_line(text, "SUMMARY:" + escaped(entry.title));
        add_line(text, "LOCATION:" + escaped(entry.place));
        add_line(text, "END:VEVENT");
    }
    add_line(text, "END:VCALENDAR");
    return text;
}

}  // namespace meetings
