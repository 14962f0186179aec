// SPDX-License-Identifier: Apache-2.0
// Repairs::import(): equipment and a year of orders from a workbook, all of it or nothing.
#include "repairs/import.h"

#include "identity/identity.h"
#include "meetings/meetings.h"
#include "repairs/repairs.h"
#include "repairs/use_case.h"
#include "repairs/workbook_tables.h"
#include "repairs/year_import.h"

namespace repairs {

base::Result<ImportOutcome> Repairs::import(const base::Actor& actor, const ledgers::ImportFile& file)
{
    TRY(require_permission(actor, "repairs.edit"));
    ImportOutcome outcome;
    TRY_ASSIGN(const std::vector<ledgers::TableRows> tables, ledgers::read_tables(file, all_definitions(), outcome));
    if (tables.empty())
        return base::fail(base::ErrorKind::invalid, "repairs.import.no_table",
                          {{"file", file.path.filename().string()}});
    if (outcome.problem_count > 0) return outcome;
    std::set<std::string> rooms;
    for (const meetings::Room& room : meetings::Meetings(db_, clock_).rooms(actor.org)) rooms.insert(room.code);
    sql::Transaction transaction{db_};
    lock_numbers(db_, actor.org);
    YearImport year{db_, actor, clock_, std::move(rooms), outcome};
    for (const ledgers::TableRows& rows : tables) year.take(rows);
    if (outcome.problem_count > 0 || file.mode == ledgers::ImportMode::dry_run) return outcome;
    outcome.is_stored = true;
    if (outcome.stored_rows() == 0) return outcome;  // nothing changed, nothing to record
    year.store();
    identity::record(
        db_, actor, clock_,
        {"repairs.import", file.path.filename().string(), outcome.counts(), std::nullopt, ledgers::digest_of(tables)});
    transaction.commit();
    return outcome;
}

base::Result<std::size_t> Repairs::write_failed(const base::Actor& actor, const std::filesystem::path& file,
                                                const spreadsheet::FailedRows& failed)
{
    TRY_ASSIGN(const ImportOutcome outcome, import(actor, {file, ledgers::ImportMode::dry_run}));
    return ledgers::write_failed_tables(file, all_definitions(), outcome, failed);
}

}  // namespace repairs
