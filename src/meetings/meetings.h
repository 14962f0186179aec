// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/records.h"
#include "base/result.h"
#include "meetings/core/alternatives.h"
#include "meetings/core/booking.h"
#include "meetings/core/room.h"
#include "meetings/core/series.h"
#include "meetings/core/service_notice.h"
#include "meetings/core/statistics.h"
#include "meetings/import.h"
#include "meetings/store/booking_store.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace meetings {

std::span<const sql::Migration> migrations();

// What somebody asks for.
struct NewBooking {
    Booking booking = {};  // without number, state, series and who asks
    std::optional<Series> series = {};
    bool wait = false;  // onto the waiting list where the room is taken
};

struct Question {
    std::string room = {};
    Span span = {};
    std::int64_t attendees = 1;
    std::vector<std::string> equipment = {};
    std::string except = {};  // the booking that is to be moved
    std::optional<Series> series = {};
};

struct Instance {
    Span span = {};
    bool is_open = true;  // within the opening hours of the room
    bool is_free = true;  // no other stands there
    std::vector<Booking> clashes = {};
};

struct Preview {
    std::vector<Instance> instances = {};
    std::vector<Alternative> alternatives = {};
};

struct BookingFile {
    Booking booking = {};
    std::vector<Booking> clashes = {};
    std::vector<Alternative> alternatives = {};  // of an open one that clashes
    std::vector<Step> steps = {};
    std::vector<Booking> following = {};  // of its series, that still stand
};

struct BookingPage {
    std::vector<ListedBooking> bookings = {};  // the latest first
    std::int64_t count = 0;                    // on all pages
    bool has_next = false;
};

// What one says of a meeting beside when and where.
struct Described {
    std::string title = {};
    std::string kind = {};
    std::string host = {};
    std::int64_t attendees = 1;
    std::string layout = {};
    std::vector<std::string> equipment = {};
    std::string note = {};
};

// Rooms and who has them when. Permissions: meetings.edit (rooms), meetings.book, meetings.approve (also what others
// asked for, at any hour, and after the fact). Every change is one audit record in its transaction. Two that ask for
// the same room and time meet at a constraint of the database: one stands, the other is told by what.
class Meetings {
public:
    Meetings(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    std::vector<Room> rooms(const base::OrgId& org) const;
    base::Result<Room> room(const base::OrgId& org, const std::string& code) const;  // meetings.room.unknown
    // Refuse meetings.actor.not_permitted, what check(Room) refuses, meetings.room.code_taken; .unknown, .changed.
    base::Result<void> record(const base::Actor& actor, const Room& room);
    base::Result<void> change(const base::Actor& actor, const Room& room);

    std::vector<Booking> between(const base::OrgId& org, base::Date first, std::int64_t days) const;
    std::vector<Booking> bookings(const base::OrgId& org, const BookingFilter& filter) const;  // the latest first
    BookingPage booking_page(const base::OrgId& org, const BookingFilter& filter,
                             const std::optional<BookingPlace>& behind, std::size_t limit) const;
    // Refuses meetings.booking.unknown.
    base::Result<BookingFile> booking(const base::OrgId& org, const std::string& number) const;
    // Refuses meetings.room.unknown, meetings.booking.ends_before_start, and what instances() refuses.
    base::Result<Preview> preview(const base::OrgId& org, const Question& question) const;

    // All of a series or none. Approved at once where the room needs no approval or the actor approves. Refuses
    // meetings.actor.not_permitted, what check(Booking) and instances() refuse, meetings.room.unknown, .inactive
    // {room}, meetings.booking.too_many_people {seats}, .room_closed {room, from, until}, .in_past, and .taken {room,
    // from, until, number, host}: what it collided with.
    base::Result<std::vector<Booking>> book(const base::Actor& actor, const NewBooking& asked);
    // Who was told of it. Each names the version it saw. Refuse meetings.actor.not_permitted, meetings.booking.unknown,
    // .changed {number} (by somebody else meanwhile), .not_yours {number}, .taken, and what the core refuses.
    base::Result<std::vector<Told>> decide(const base::Actor& actor, const std::string& number, std::int64_t version,
                                           bool is_approved, const std::string& reason);
    base::Result<std::vector<Told>> move(const base::Actor& actor, const std::string& number, std::int64_t version,
                                         const std::string& room, const Span& span, const std::string& reason);
    base::Result<std::vector<Told>> cancel(const base::Actor& actor, const std::string& number, std::int64_t version,
                                           const std::string& reason, bool with_following);
    base::Result<std::vector<Told>> miss(const base::Actor& actor, const std::string& number, std::int64_t version,
                                         const std::string& reason);
    base::Result<std::vector<Told>> describe(const base::Actor& actor, const std::string& number, std::int64_t version,
                                             const Described& described);

    // Rooms and a year of meetings from a workbook, all of it or nothing. A meeting whose 会议编号 is known is
    // corrected, as long as nobody changed it by hand. What is wrong stands in the outcome, at its cell: what
    // check(Room) refuses, meetings.room.unknown, .too_many_people, meetings.booking.ends_before_start,
    // .attendees_not_positive, .not_begun, .reason_missing, .taken (by what stands), meetings.import.clock_malformed
    // {text}, .day_out_of_range, .not_over, .no_place, .two_places {room}, .reason_of_nothing, .overlaps_row {room,
    // from, until, place} (two rows), .changed_by_hand {number}. Refuses meetings.actor.not_permitted
    // (meetings.import), meetings.import.no_table {file} and what spreadsheet::Workbook refuses.
    base::Result<ImportOutcome> import(const base::Actor& actor, const ImportFile& file);
    // The workbook of the rows that import() refuses. Refuses what that and ledgers::write_failed_tables() refuse.
    base::Result<std::size_t> write_failed(const base::Actor& actor, const std::filesystem::path& file,
                                           const spreadsheet::FailedRows& failed);
    // Rooms and meetings as a workbook that can be imported again. Refuses what write_workbook() refuses.
    base::Result<void> write_workbook(const base::OrgId& org, const std::filesystem::path& file) const;

    Statistics statistics(const base::OrgId& org, base::Date first, base::Date last) const;
    // For measures: 会议, 服务 (README.md). Refuses meetings.records.unknown_collection and .nothing_recorded.
    base::Result<base::Records> records(const base::OrgId& org, const std::string& collection) const;

private:
    base::Result<Booking> to_change(const base::Actor& actor, const std::string& number, std::int64_t version) const;
    base::Error taken(const base::OrgId& org, const Booking& booking) const;
    // Writes a changed booking, its step, its notices and its audit record; refuses .changed and .taken.
    base::Result<std::vector<Told>> put(const base::Actor& actor, const Booking& booking, const std::string& action,
                                        const std::string& reason);

    sql::Connection& db_;
    const base::Clock& clock_;
};

// Of some bookings, the numbers of those that overlap with another that stands or asks for its room.
std::set<std::string> clashing(const std::vector<Booking>& bookings);

}  // namespace meetings
