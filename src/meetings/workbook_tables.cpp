// SPDX-License-Identifier: Apache-2.0
#include "meetings/workbook_tables.h"

#include "ledgers/templates.h"
#include "meetings/core/time_text.h"
#include "meetings/import.h"

namespace meetings {

namespace {

using ledgers::Column;
using ledgers::ColumnType;

enum class Need { identity, required, optional };

Column column(std::string title, ColumnType type, Need need = Need::optional, std::vector<std::string> choices = {})
{
    Column made{std::move(title), type};
    made.choices = std::move(choices);
    made.is_identity = need == Need::identity;
    made.is_required = need != Need::optional;
    return made;
}

Column yes_no(std::string title)
{
    return column(std::move(title), ColumnType::choice, Need::optional, {"是", "否"});
}

// 待批, 候补 and 未批准 are requests and no meetings.
std::vector<std::string> states_of_meetings()
{
    std::vector<std::string> words;
    for (const State state : {State::held, State::approved, State::cancelled, State::no_show})
        words.emplace_back(base::named(states, state).chinese);
    return words;
}

ledgers::Definition room_sheet()
{
    return {
        "会议室",
        {column("会议室编码", ColumnType::text, Need::identity), column("会议室名称", ColumnType::text, Need::required),
         column("区域", ColumnType::text), column("座位数", ColumnType::integer, Need::required),
         column("设备", ColumnType::text), column("布置", ColumnType::text), column("开放星期", ColumnType::text),
         column("开放时间", ColumnType::text), column("关闭时间", ColumnType::text), yes_no("需要审批"),
         yes_no("可以预订"), column("备注", ColumnType::text)}};
}

ledgers::Definition meeting_sheet()
{
    ledgers::Definition sheet{
        "会议",
        {column("会议编号", ColumnType::text, Need::identity), column("会议日期", ColumnType::date, Need::required),
         column("开始时间", ColumnType::text, Need::required), column("结束时间", ColumnType::text, Need::required),
         column("会议名称", ColumnType::text, Need::required), column("会议类别", ColumnType::text, Need::required),
         column("主办单位", ColumnType::text, Need::required), column("会议室", ColumnType::text),
         column("会议地点", ColumnType::text), column("参会人数", ColumnType::integer, Need::required),
         column("状态", ColumnType::choice, Need::required, states_of_meetings()), column("取消原因", ColumnType::text),
         yes_no("保密会议"), column("备注", ColumnType::text)}};
    sheet.columns[MeetingColumn::attendees].unit = "人";
    sheet.columns[MeetingColumn::day].is_period = true;
    return sheet;
}

std::string yes_or_no(bool is_so)
{
    return is_so ? "是" : "否";
}

// 1、2、3、4、5 from Monday on.
std::string weekdays_text(const std::set<int>& weekdays)
{
    std::vector<std::string> names;
    for (const int weekday : weekdays) names.push_back(std::to_string(weekday));
    return joined(names);
}

}  // namespace

const ledgers::Definition& definition_of(Table table)
{
    static const ledgers::Definition rooms = ledgers::declared_table(room_sheet());
    static const ledgers::Definition meetings = ledgers::declared_table(meeting_sheet());
    return table == Table::rooms ? rooms : meetings;
}

std::vector<const ledgers::Definition*> all_definitions()
{
    return {&definition_of(Table::rooms), &definition_of(Table::meetings)};
}

std::vector<std::string> cells_of(const Room& room)
{
    return {room.code,
            room.name,
            room.area,
            std::to_string(room.seats),
            joined(room.equipment),
            joined(room.layouts),
            weekdays_text(room.opening.weekdays),
            minute_text(room.opening.from_minute),
            minute_text(room.opening.until_minute),
            yes_or_no(room.needs_approval),
            yes_or_no(room.is_active),
            room.note};
}

std::vector<std::string> cells_of(const Booking& booking, Second now)
{
    const base::Date day = day_of(booking.span.from);
    const auto clock = [&](Second second) { return written_clock((second - start_of(day)) / 60); };
    return {identity_of(booking),
            day.to_string(),
            clock(booking.span.from),
            clock(booking.span.until),
            booking.title,
            booking.kind,
            booking.host,
            booking.room.value_or(""),
            booking.venue,
            std::to_string(booking.attendees),
            std::string{base::named(states, booking.state_at(now)).chinese},
            booking.reason,
            yes_or_no(booking.is_confidential),
            booking.note};
}

std::string identity_of(const Booking& booking)
{
    return booking.source.empty() ? booking.number : booking.source;
}

std::vector<spreadsheet::TableSheet> meetings_template()
{
    return {ledgers::template_of(definition_of(Table::rooms),
                                 {"A301", "示例：第一会议室", "A 座", "30", "投影、视频会议", "课桌式、回字形",
                                  "1、2、3、4、5", "08:00", "18:00", "是", "是"}),
            ledgers::template_of(definition_of(Table::meetings),
                                 {"HY-0001", "2024-07-01", "09:00", "11:30", "示例：工作例会", "部门会议", "示例单位",
                                  "A301", "", "18", "已召开", "", "否"})};
}

}  // namespace meetings
