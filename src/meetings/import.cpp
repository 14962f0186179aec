// SPDX-License-Identifier: Apache-2.0
// Meetings::import(): a year of meetings from a workbook, all of it or nothing; and its rows on their way back.
#include "meetings/import.h"

#include "identity/identity.h"
#include "meetings/meetings.h"
#include "meetings/use_case.h"
#include "meetings/workbook_tables.h"
#include "meetings/year_import.h"

namespace meetings {

namespace {

// All rooms that this may change or fill, and the list of rooms.
std::set<std::string> rooms_to_lock(const std::vector<Room>& known, const std::vector<ledgers::TableRows>& tables)
{
    std::set<std::string> rooms{""};
    for (const Room& room : known) rooms.insert(room.code);
    for (const ledgers::TableRows& rows : tables)
        if (rows.table() == static_cast<std::size_t>(Table::rooms))
            for (std::size_t at = 0; at < rows.size(); ++at) rooms.insert(rows.cells(at)[RoomColumn::code]);
    return rooms;
}

}  // namespace

base::Result<ImportOutcome> Meetings::import(const base::Actor& actor, const ImportFile& file)
{
    TRY(require_permission(actor, "meetings.import"));
    ImportOutcome outcome;
    TRY_ASSIGN(const std::vector<ledgers::TableRows> tables, ledgers::read_tables(file, all_definitions(), outcome));
    if (tables.empty())
        return base::fail(base::ErrorKind::invalid, "meetings.import.no_table",
                          {{"file", file.path.filename().string()}});
    if (outcome.problem_count > 0) return outcome;
    sql::Transaction transaction{db_};
    lock_rooms(db_, actor.org, rooms_to_lock(rooms(actor.org), tables));
    YearImport year{db_, actor, clock_, outcome};
    for (const ledgers::TableRows& rows : tables) year.take(rows);
    year.refuse_overlaps();
    if (outcome.problem_count > 0 || file.mode == ImportMode::dry_run) return outcome;
    outcome.is_stored = true;
    if (outcome.stored_rows() == 0) return outcome;  // nothing changed, nothing to record
    if (!year.store()) return base::fail(base::ErrorKind::conflict, "meetings.booking.taken_meanwhile");
    identity::record(
        db_, actor, clock_,
        {"meetings.import", file.path.filename().string(), outcome.counts(), std::nullopt, ledgers::digest_of(tables)});
    transaction.commit();
    return outcome;
}

base::Result<std::size_t> Meetings::write_failed(const base::Actor& actor, const std::filesystem::path& file,
                                                 const spreadsheet::FailedRows& failed)
{
    TRY_ASSIGN(const ImportOutcome outcome, import(actor, {file, ImportMode::dry_run}));
    return ledgers::write_failed_tables(file, all_definitions(), outcome, failed);
}

}  // namespace meetings
