// SPDX-License-Identifier: Apache-2.0
// Meetings::write_workbook(): rooms and meetings as their import reads them.
#include "ledgers/templates.h"
#include "meetings/meetings.h"
#include "meetings/workbook_tables.h"

namespace meetings {

base::Result<void> Meetings::write_workbook(const base::OrgId& org, const std::filesystem::path& file) const
{
    const ledgers::Definition& of_rooms = definition_of(Table::rooms);
    spreadsheet::TableSheet room_sheet = ledgers::empty_table_of(of_rooms);
    for (const Room& room : rooms(org)) room_sheet.rows.push_back(ledgers::row_of(of_rooms, cells_of(room)));
    const ledgers::Definition& of_meetings = definition_of(Table::meetings);
    spreadsheet::TableSheet meeting_sheet = ledgers::empty_table_of(of_meetings);
    const Second now = clock_.seconds_since_1970();
    for (const Booking& booking : BookingStore{db_, org}.all())
        if (!booking.is_open() && booking.state != State::refused)  // those are requests
            meeting_sheet.rows.push_back(ledgers::row_of(of_meetings, cells_of(booking, now)));
    return spreadsheet::write_workbook(file, {std::move(room_sheet), std::move(meeting_sheet)});
}

}  // namespace meetings
