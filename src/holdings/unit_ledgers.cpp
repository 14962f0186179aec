// SPDX-License-Identifier: Apache-2.0
// 分台账: what units say of their own rooms, as they hand it in.
#include <algorithm>

#include "base/sm3.h"
#include "holdings/holdings.h"
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

}  // namespace

std::int64_t LedgerImport::unchanged() const
{
    return rooms - std::count_if(changes.begin(), changes.end(),
                                 [](const LedgerChange& change) { return change.after.has_value(); });
}

base::Result<LedgerImport> Holdings::import(const base::Actor& actor, const LedgerImportFile& file)
{
    TRY(require_permission(actor, "holdings.edit"));
    LedgerImport outcome;
    TRY_ASSIGN(const std::vector<LedgerRoom> rooms, read_ledgers(file.path, outcome));
    if (outcome.problem_count > 0) return outcome;
    const UnitLedgers said = by_unit(rooms);
    outcome.units = static_cast<std::int64_t>(said.size());
    sql::Transaction transaction{db_};
    lock_holdings(db_, actor.org);
    LedgerStore store{db_, actor.org};
    UnitLedgers before = store.last();
    const LedgerStore::Import by{file.path.filename().string(), clock_.today(), actor.name};
    for (const auto& [unit, ledger] : said) {
        std::vector<LedgerChange> changes = changes_between(before[unit], ledger);
        if (changes.empty()) continue;
        outcome.changes.insert(outcome.changes.end(), changes.begin(), changes.end());
        if (file.mode == ImportMode::store) store.add(unit, ledger, by);
    }
    if (file.mode == ImportMode::dry_run) return outcome;
    outcome.is_stored = true;
    if (outcome.changes.empty()) return outcome;  // nothing changed, nothing to record
    identity::record(db_, actor, clock_,
                     {"holdings.ledger.import", by.file_name,
                      "units=" + std::to_string(outcome.units) + " changed=" + std::to_string(outcome.changes.size()),
                      std::nullopt, digest_of(said)});
    transaction.commit();
    return outcome;
}

}  // namespace holdings
