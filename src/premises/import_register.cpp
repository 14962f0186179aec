// SPDX-License-Identifier: Apache-2.0
// Premises::import(): reads a workbook, compares it with the register, and stores the difference.
#include "identity/identity.h"
#include "premises/premises.h"
#include "premises/register_change.h"
#include "premises/register_reading.h"
#include "premises/use_case.h"

namespace premises {

std::int64_t ImportOutcome::added() const
{
    std::int64_t count = 0;
    for (const SheetOutcome& sheet : sheets) count += sheet.added;
    return count;
}

std::int64_t ImportOutcome::changed_count() const
{
    std::int64_t count = 0;
    for (const SheetOutcome& sheet : sheets) count += sheet.changed;
    return count;
}

namespace {

std::string list_digest(const std::vector<SheetRows>& sheets)
{
    base::Sm3 digest;
    for (const SheetRows& rows : sheets) digest.add_field(rows.reading().list_digest);
    return digest.finish();
}

std::string counts_of(const ImportOutcome& outcome)
{
    std::string text;
    for (const SheetOutcome& sheet : outcome.sheets)
        text += (text.empty() ? "" : " ") + std::string{named(register_sheets, sheet.sheet).word} +
                " rows=" + std::to_string(sheet.rows) + " added=" + std::to_string(sheet.added) +
                " changed=" + std::to_string(sheet.changed);
    return text;
}

}  // namespace

base::Result<ImportOutcome> Premises::import(const base::Actor& actor, const ImportFile& file)
{
    TRY(require(actor, "premises.import"));
    ImportOutcome outcome;
    TRY_ASSIGN(const std::vector<SheetRows> sheets, read_sheets(file, outcome));
    if (outcome.problem_count > 0) return outcome;

    sql::Transaction transaction{db_};
    lock_register(db_, actor.org);
    RegisterChange change{db_, actor, clock_, outcome};
    for (const SheetRows& rows : sheets) change.take(rows);
    if (outcome.problem_count > 0 || file.mode == ImportMode::dry_run) return outcome;
    outcome.is_stored = true;
    if (outcome.added() + outcome.changed_count() == 0) return outcome;  // nothing changed, nothing to record
    identity::record(
        db_, actor, clock_,
        {"premises.import", file.path.filename().string(), counts_of(outcome), std::nullopt, list_digest(sheets)});
    transaction.commit();
    return outcome;
}

}  // namespace premises
