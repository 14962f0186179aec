// SPDX-License-Identifier: Apache-2.0
#include "meetings/year_import.h"

#include "meetings/core/collisions.h"
#include "meetings/workbook_tables.h"

namespace meetings {

using base::ErrorKind;

YearImport::YearImport(sql::Connection& db, const base::Actor& actor, const base::Clock& clock, ImportOutcome& outcome)
    : outcome_{outcome},
      actor_name_{actor.name},
      now_ms_{clock.milliseconds_since_1970()},
      now_{clock.seconds_since_1970()},
      rooms_{db, actor.org},
      bookings_{db, actor.org},
      changed_by_hand_{bookings_.changed_by_hand()}
{
    for (Room& room : rooms_.all()) {
        std::string code = room.code;
        known_rooms_.emplace(std::move(code), std::move(room));
    }
    for (Booking& booking : bookings_.all()) {
        std::string identity = identity_of(booking);
        known_bookings_.emplace(std::move(identity), std::move(booking));
    }
}

void YearImport::take(const ledgers::TableRows& rows)
{
    if (rows.table() == static_cast<std::size_t>(Table::rooms))
        take_rooms(rows);
    else
        take_meetings(rows);
}

void YearImport::take_rooms(const ledgers::TableRows& rows)
{
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const std::string code = rows.cells(at)[RoomColumn::code];
        const auto known = known_rooms_.find(code);
        const bool is_new = known == known_rooms_.end();
        Room room = is_new ? Room{} : known->second;
        take_cells(rows, at, room, [&](std::size_t column, base::Error error) {
            outcome_.add(rows.problem(at, column, std::move(error)));
        });
        const auto before = is_new ? std::nullopt : std::optional{cells_of(known->second)};
        if (!outcome_.is_to_store(rows, at, before, cells_of(room))) continue;
        known_rooms_[code] = room;
        room_rows_.push_back({std::move(room), is_new});
    }
}

std::optional<YearImport::MeetingRow> YearImport::read_meeting(const ledgers::TableRows& rows, std::size_t at)
{
    MeetingRow row;
    row.at = at;
    row.place = rows.place(at, MeetingColumn::number);
    const std::string identity = rows.cells(at)[MeetingColumn::number];
    if (const auto known = known_bookings_.find(identity); known != known_bookings_.end())
        row.booking = *(row.before = known->second);
    else
        row.booking.source = identity;
    bool is_sound = true;
    take_cells(rows, at, row.booking, now_, [&](std::size_t column, base::Error error) {
        outcome_.add(rows.problem(at, column, std::move(error)));
        is_sound = false;
    });
    if (!is_sound || !has_sound_room(rows, row)) return std::nullopt;
    return row;
}

bool YearImport::has_sound_room(const ledgers::TableRows& rows, const MeetingRow& row)
{
    if (!row.booking.room) return true;
    const auto room = known_rooms_.find(*row.booking.room);
    if (room == known_rooms_.end()) {
        outcome_.add(rows.problem(row.at, MeetingColumn::room,
                                  {ErrorKind::not_found, "meetings.room.unknown", {{"room", *row.booking.room}}}));
        return false;
    }
    if (row.booking.attendees <= room->second.seats) return true;
    outcome_.add(rows.problem(
        row.at, MeetingColumn::attendees,
        {ErrorKind::invalid, "meetings.booking.too_many_people", {{"seats", std::to_string(room->second.seats)}}}));
    return false;
}

void YearImport::take_meetings(const ledgers::TableRows& rows)
{
    meetings_ = &rows;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        auto row = read_meeting(rows, at);
        if (!row) continue;
        const auto before = row->before ? std::optional{cells_of(*row->before, now_)} : std::nullopt;
        row->is_changed = outcome_.is_to_store(rows, at, before, cells_of(row->booking, now_));
        if (row->is_changed && row->before && changed_by_hand_.contains(row->before->number))
            outcome_.add(rows.problem(
                at, MeetingColumn::number,
                {ErrorKind::conflict, "meetings.import.changed_by_hand", {{"number", row->before->number}}}));
        meeting_rows_.push_back(*std::move(row));
    }
}

void YearImport::refuse_overlap(const MeetingRow& row, const MeetingRow* other, const Booking& with)
{
    base::ErrorArgs args{
        {"room", *with.room}, {"from", clock_text(with.span.from)}, {"until", clock_text(with.span.until)}};
    if (other)
        args.emplace_back("place", other->place);
    else
        args.insert(args.end(), {{"number", with.number}, {"host", with.host}});
    outcome_.add(meetings_->problem(
        row.at, MeetingColumn::from,
        {ErrorKind::conflict, other ? "meetings.import.overlaps_row" : "meetings.booking.taken", std::move(args)}));
}

void YearImport::refuse_overlaps()
{
    std::set<std::string> replaced;
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < meeting_rows_.size(); ++i) {
        const MeetingRow& row = meeting_rows_[i];
        if (row.before) replaced.insert(row.before->number);
        if (row.booking.room && row.booking.stands()) placed.push_back({*row.booking.room, row.booking.span, i});
    }
    std::vector<const Booking*> others;  // numbered behind the rows
    for (const auto& [identity, booking] : known_bookings_) {
        if (!booking.room || !booking.stands() || replaced.contains(booking.number)) continue;
        placed.push_back({*booking.room, booking.span, meeting_rows_.size() + others.size()});
        others.push_back(&booking);
    }
    for (const Collision& collision : collisions(std::move(placed))) {
        const auto [least, most] = std::minmax(collision.one, collision.other);
        if (least >= meeting_rows_.size()) continue;  // what stands does not overlap
        const bool are_both_rows = most < meeting_rows_.size();
        if (are_both_rows)
            refuse_overlap(meeting_rows_[most], &meeting_rows_[least], meeting_rows_[least].booking);
        else
            refuse_overlap(meeting_rows_[least], nullptr, *others[most - meeting_rows_.size()]);
    }
}

bool YearImport::store()
{
    for (const RoomRow& row : room_rows_) {
        if (row.is_new)
            rooms_.add(row.room);
        else if (!rooms_.change(row.room))
            return false;
    }
    // Two that change places would meet on the way there.
    for (const MeetingRow& row : meeting_rows_)
        if (row.is_changed && row.before) bookings_.step_aside(row.before->number);
    for (MeetingRow& row : meeting_rows_) {
        if (!row.is_changed) continue;
        Booking& booking = row.booking;
        if (row.before) {
            if (bookings_.change(booking) != BookingStore::Changed::done) return false;
        } else {
            booking.asked_by = actor_name_;
            booking.asked_ms = now_ms_;
            auto added = bookings_.add(booking);
            if (!added) return false;
            booking.number = added->number;
        }
        bookings_.add_step(booking.number,
                           {"imported", now_ms_, actor_name_, booking.room, booking.span, booking.reason});
    }
    return true;
}

}  // namespace meetings
