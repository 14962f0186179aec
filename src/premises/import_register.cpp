// SPDX-License-Identifier: Apache-2.0
// Premises::import(): reads a workbook, compares it with the register, and stores the difference.
#include "identity/identity.h"
#include "premises/premises.h"
#include "premises/register_change.h"
#include "premises/register_reading.h"
#include "premises/use_case.h"

namespace premises {

base::Result<ImportOutcome> Premises::import(const base::Actor& actor, const ImportFile& file)
{
    TRY(require(actor, "premises.import"));
    ImportOutcome outcome;
    TRY_ASSIGN(const std::vector<ledgers::TableRows> sheets, read_sheets(file, outcome));
    if (outcome.problem_count > 0) return outcome;

    sql::Transaction transaction{db_};
    lock_register(db_, actor.org);
    RegisterChange change{db_, actor, clock_, outcome};
    for (const ledgers::TableRows& rows : sheets) change.take(rows);
    if (outcome.problem_count > 0 || file.mode == ImportMode::dry_run) return outcome;
    outcome.is_stored = true;
    if (outcome.stored_rows() == 0) return outcome;  // nothing changed, nothing to record
    identity::record(
        db_, actor, clock_,
        {"premises.import", file.path.filename().string(), outcome.counts(), std::nullopt, ledgers::digest_of(sheets)});
    transaction.commit();
    return outcome;
}

}  // namespace premises
