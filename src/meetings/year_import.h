// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/meetings: a workbook's rooms and meetings held against what stands, and written.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "meetings/import.h"
#include "meetings/store/booking_store.h"
#include "meetings/store/room_store.h"

namespace meetings {

class YearImport {
public:
    YearImport(sql::Connection& db, const base::Actor& actor, const base::Clock& clock, ImportOutcome& outcome);

    // Reads the rows and collects what is wrong in the outcome. Rooms come first: meetings may be in them.
    void take(const ledgers::TableRows& rows);
    // Of meetings that stand, those that would overlap in a room, in the workbook and with what stands. The constraint
    // of the database is the judge; this names both rows.
    void refuse_overlaps();
    // Writes what is new and changed. False where the constraint refused one after all.
    bool store();

private:
    struct RoomRow {
        Room room = {};
        bool is_new = false;
    };
    struct MeetingRow {
        Booking booking = {};
        std::optional<Booking> before = {};
        std::string place = {};  // of its number: 会议!A12
        std::size_t at = 0;
        bool is_changed = false;
    };

    void take_rooms(const ledgers::TableRows& rows);
    void take_meetings(const ledgers::TableRows& rows);
    std::optional<MeetingRow> read_meeting(const ledgers::TableRows& rows, std::size_t at);
    bool has_sound_room(const ledgers::TableRows& rows, const MeetingRow& row);
    void refuse_overlap(const MeetingRow& row, const MeetingRow* other, const Booking& with);

    ImportOutcome& outcome_;
    std::string actor_name_;
    std::int64_t now_ms_;
    Second now_;
    RoomStore rooms_;
    BookingStore bookings_;
    std::map<std::string, Room> known_rooms_;        // with those of the workbook
    std::map<std::string, Booking> known_bookings_;  // by what names them in a workbook
    std::set<std::string> changed_by_hand_;          // numbers
    std::vector<RoomRow> room_rows_;                 // new and changed
    std::vector<MeetingRow> meeting_rows_;
    const ledgers::TableRows* meetings_ = nullptr;
};

}  // namespace meetings
