// SPDX-License-Identifier: Apache-2.0
// What the rows of the sheets 会议室 and 会议 say.
#include "meetings/core/time_text.h"
#include "meetings/workbook_tables.h"

namespace meetings {

namespace {

using base::ErrorKind;

constexpr std::int64_t most_people = 1'000'000;
// Seconds are counted from the first of these years on; lists end with the last.
constexpr int first_year = 1970;
constexpr int last_year = 2198;

// The cells of one row, and whether its sheet has a column for them.
class Cells {
public:
    Cells(const ledgers::TableRows& rows, std::size_t at, const Fault& fault)
        : rows_{rows}, at_{at}, cells_{rows.cells(at)}, fault_{fault}
    {
    }
    const std::string& operator[](std::size_t column) const { return cells_[column]; }

    void take(std::size_t column, std::string& into) const
    {
        if (rows_.has(at_, column)) into = cells_[column];
    }
    void take(std::size_t column, std::vector<std::string>& into) const
    {
        if (rows_.has(at_, column)) into = names_in(cells_[column]);
    }
    // An empty cell says nothing of a flag or an hour.
    void take(std::size_t column, bool& into) const
    {
        if (!cells_[column].empty()) into = cells_[column] == "是";
    }
    void take_hour(std::size_t column, std::int64_t& into) const
    {
        if (cells_[column].empty()) return;
        const auto minute = parse_clock(cells_[column]);
        if (minute)
            into = *minute;
        else
            fault_(column, minute.error());
    }
    void take_count(std::size_t column, std::int64_t& into, const char* refusal) const
    {
        const auto number = base::Decimal::parse(cells_[column]);
        if (number && number->scale() == 0 && number->digits() > 0 && number->digits() <= most_people)
            into = number->digits();
        else
            fault_(column, {ErrorKind::invalid, refusal});
    }

private:
    const ledgers::TableRows& rows_;
    std::size_t at_;
    std::vector<std::string> cells_;
    const Fault& fault_;
};

std::set<int> weekdays_in(const std::string& text)
{
    constexpr int no_weekday = 0;  // check(Room) refuses it
    std::set<int> weekdays;
    for (const std::string& name : names_in(text))
        weekdays.insert(name.size() == 1 && name >= "1" && name <= "7" ? name.front() - '0' : no_weekday);
    return weekdays;
}

void take_time(const Cells& cells, Booking& booking, const Fault& fault)
{
    const base::Date day = base::Date::parse(cells[MeetingColumn::day]).value();  // read as a day already
    std::int64_t from = -1;
    std::int64_t until = -1;
    cells.take_hour(MeetingColumn::from, from);
    cells.take_hour(MeetingColumn::until, until);
    if (from < 0 || until < 0) return;
    if (day.year() <= first_year || day.year() > last_year) {
        fault(MeetingColumn::day, {ErrorKind::invalid, "meetings.import.day_out_of_range"});
        return;
    }
    booking.span = {start_of(day) + from * 60, start_of(day) + until * 60};
    if (booking.span.until <= booking.span.from)
        fault(MeetingColumn::until, {ErrorKind::invalid, "meetings.booking.ends_before_start"});
}

void take_place(const Cells& cells, Booking& booking, const Fault& fault)
{
    const std::string& room = cells[MeetingColumn::room];
    booking.venue = cells[MeetingColumn::venue];
    booking.room = room.empty() ? std::optional<std::string>{} : room;
    if (!booking.room && booking.venue.empty())
        fault(MeetingColumn::room, {ErrorKind::invalid, "meetings.import.no_place"});
    if (booking.room && !booking.venue.empty())
        fault(MeetingColumn::venue, {ErrorKind::invalid, "meetings.import.two_places", {{"room", room}}});
}

void take_state(const Cells& cells, Booking& booking, Second now, const Fault& fault)
{
    const State said = base::of_chinese(states, cells[MeetingColumn::state]).value();  // one of the choices
    booking.state = said == State::held ? State::approved : said;
    booking.reason = cells[MeetingColumn::reason];
    if (said == State::held && booking.span.until > now)
        fault(MeetingColumn::state, {ErrorKind::invalid, "meetings.import.not_over"});
    if (said == State::no_show && booking.span.from > now)
        fault(MeetingColumn::state, {ErrorKind::invalid, "meetings.booking.not_begun"});
    const bool needs_reason = said == State::cancelled || said == State::no_show;
    if (needs_reason && booking.reason.empty())
        fault(MeetingColumn::reason, {ErrorKind::invalid, "meetings.booking.reason_missing"});
    if (!needs_reason && !booking.reason.empty())
        fault(MeetingColumn::reason, {ErrorKind::invalid, "meetings.import.reason_of_nothing"});
}

}  // namespace

void take_cells(const ledgers::TableRows& rows, std::size_t at, Room& room, const Fault& fault)
{
    const Cells cells{rows, at, fault};
    room.code = cells[RoomColumn::code];
    room.name = cells[RoomColumn::name];
    cells.take(RoomColumn::area, room.area);
    cells.take_count(RoomColumn::seats, room.seats, "meetings.room.seats_not_positive");
    cells.take(RoomColumn::equipment, room.equipment);
    cells.take(RoomColumn::layouts, room.layouts);
    if (!cells[RoomColumn::weekdays].empty()) room.opening.weekdays = weekdays_in(cells[RoomColumn::weekdays]);
    cells.take_hour(RoomColumn::from, room.opening.from_minute);
    cells.take_hour(RoomColumn::until, room.opening.until_minute);
    cells.take(RoomColumn::needs_approval, room.needs_approval);
    cells.take(RoomColumn::is_active, room.is_active);
    cells.take(RoomColumn::note, room.note);
    const auto sound = check(room);
    if (!sound && sound.error().code != "meetings.room.seats_not_positive")
        fault(sound.error().code == "meetings.room.name_with_separator" ? RoomColumn::equipment : RoomColumn::weekdays,
              sound.error());
}

void take_cells(const ledgers::TableRows& rows, std::size_t at, Booking& booking, Second now, const Fault& fault)
{
    const Cells cells{rows, at, fault};
    take_time(cells, booking, fault);
    booking.title = cells[MeetingColumn::title];
    booking.kind = cells[MeetingColumn::kind];
    booking.host = cells[MeetingColumn::host];
    take_place(cells, booking, fault);
    cells.take_count(MeetingColumn::attendees, booking.attendees, "meetings.booking.attendees_not_positive");
    take_state(cells, booking, now, fault);
    cells.take(MeetingColumn::is_confidential, booking.is_confidential);
    cells.take(MeetingColumn::note, booking.note);
}

}  // namespace meetings
