// SPDX-License-Identifier: Apache-2.0
// Premises::write_failed(): the rows that an import refuses, on their way back.
#include "premises/premises.h"
#include "premises/register_reading.h"

namespace premises {

base::Result<std::size_t> Premises::write_failed(const base::Actor& actor, const std::filesystem::path& file,
                                                 const spreadsheet::FailedRows& failed)
{
    TRY_ASSIGN(const ImportOutcome outcome, import(actor, {file, ImportMode::dry_run}));
    return ledgers::write_failed_tables(file, all_definitions(), outcome, failed);
}

}  // namespace premises
