// SPDX-License-Identifier: Apache-2.0
// 分台账: what units say of their own rooms, as they hand it in.
#include <tuple>

#include "base/sm3.h"
#include "holdings/holdings.h"
#include "holdings/ledger_sheet.h"
#include "holdings/store/ledger_store.h"
#include "holdings/use_case.h"
#include "identity/identity.h"

namespace holdings {

namespace {

std::string digest_of(const UnitLedgers& ledgers)
{
    base::Sm3 digest;
    for (const auto& [unit, rooms] : ledgers)
        for (const LedgerRoom& room : rooms)
            for (const std::string& cell :
                 {room.unit, room.building, room.number, room.use, std::to_string(room.usable_dm2)})
                digest.add_field(cell);
    return digest.finish();
}

// Row by row what is new and what changes, then what a unit in the file no longer names.
void compare(const ledgers::TableRows& rows, const std::vector<LedgerRoom>& rooms, const UnitLedgers& before,
             ledgers::TableImport& outcome)
{
    const auto key = [](const LedgerRoom& room) { return std::tuple{room.unit, room.building, room.number}; };
    std::map<std::tuple<std::string, std::string, std::string>, LedgerRoom> known;
    for (const auto& [unit, said] : by_unit(rooms))
        if (const auto last = before.find(unit); last != before.end())
            for (const LedgerRoom& room : last->second) known.emplace(key(room), room);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const auto room = known.extract(key(rooms[at]));
        outcome.is_to_store(rows, at, room ? std::optional{cells_of(room.mapped())} : std::nullopt,
                            cells_of(rooms[at]));
    }
    for (const auto& [place, room] : known) outcome.goes(rows.definition(), cells_of(room));
}

}  // namespace

base::Result<ledgers::TableImport> Holdings::import(const base::Actor& actor, const ledgers::ImportFile& file)
{
    TRY(require_permission(actor, "holdings.edit"));
    const LedgerStore::Import by{file.path.filename().string(), clock_.today(), actor.name};
    ledgers::TableImport outcome;
    TRY_ASSIGN(const std::vector<ledgers::TableRows> tables, ledgers::read_tables(file, {&ledger_sheet()}, outcome));
    if (tables.empty())
        return base::fail(base::ErrorKind::invalid, "holdings.import.no_table", {{"file", by.file_name}});
    const std::vector<LedgerRoom> rooms = rooms_of(tables.front(), outcome);
    if (outcome.problem_count > 0) return outcome;
    const UnitLedgers said = by_unit(rooms);
    sql::Transaction transaction{db_};
    lock_holdings(db_, actor.org);
    LedgerStore store{db_, actor.org};
    UnitLedgers before = store.last();
    compare(tables.front(), rooms, before, outcome);
    if (file.mode == ledgers::ImportMode::dry_run) return outcome;
    outcome.is_stored = true;
    if (outcome.stored_rows() == 0) return outcome;  // nothing changed, nothing to record
    for (const auto& [unit, ledger] : said)
        if (!changes_between(before[unit], ledger).empty()) store.add(unit, ledger, by);
    identity::record(db_, actor, clock_,
                     {"holdings.ledger.import", by.file_name, outcome.counts(), std::nullopt, digest_of(said)});
    transaction.commit();
    return outcome;
}

base::Result<std::size_t> Holdings::write_failed(const base::Actor& actor, const std::filesystem::path& file,
                                                 const spreadsheet::FailedRows& failed)
{
    TRY_ASSIGN(const ledgers::TableImport outcome, import(actor, {file, ledgers::ImportMode::dry_run}));
    return ledgers::write_failed_tables(file, {&ledger_sheet()}, outcome, failed);
}

}  // namespace holdings
