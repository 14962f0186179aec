// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/meetings: the sheets 会议室 and 会议, their cells and what they say.

#include <functional>
#include <string>
#include <vector>

#include "ledgers/table_import.h"
#include "meetings/core/booking.h"
#include "meetings/core/room.h"

namespace meetings {

enum class Table : std::size_t { rooms, meetings };
const ledgers::Definition& definition_of(Table table);
std::vector<const ledgers::Definition*> all_definitions();

// In the order of the sheets.
struct RoomColumn {
    enum : std::size_t {
        code,
        name,
        area,
        seats,
        equipment,
        layouts,
        weekdays,
        from,
        until,
        needs_approval,
        is_active,
        note
    };
};
struct MeetingColumn {
    enum : std::size_t {
        number,
        day,
        from,
        until,
        title,
        kind,
        host,
        room,
        venue,
        attendees,
        state,
        reason,
        is_confidential,
        note
    };
};

// Canonical cells. A meeting that was not imported is known by its own number.
std::vector<std::string> cells_of(const Room& room);
std::vector<std::string> cells_of(const Booking& booking, Second now);
std::string identity_of(const Booking& booking);

// What is wrong with a row is told with the position of its column.
using Fault = std::function<void(std::size_t column, base::Error error)>;

// What the row says of a room; what its sheet has no column for stays as it is in `room`.
void take_cells(const ledgers::TableRows& rows, std::size_t at, Room& room, const Fault& fault);
// The same of a meeting. What is 已召开 has ended, and nobody can have failed to come to what has not begun:
// meetings.import.not_over, meetings.booking.not_begun. It is in a room or elsewhere: meetings.import.no_place,
// .two_places.
void take_cells(const ledgers::TableRows& rows, std::size_t at, Booking& booking, Second now, const Fault& fault);

}  // namespace meetings
