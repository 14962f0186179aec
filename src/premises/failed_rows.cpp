// SPDX-License-Identifier: Apache-2.0
// Premises::write_failed(): the rows that an import refuses, on their way back.
#include "ledgers/failed_rows.h"
#include "premises/premises.h"
#include "premises/register_reading.h"

namespace premises {

base::Result<std::size_t> Premises::write_failed(const base::Actor& actor, const std::filesystem::path& file,
                                                 const spreadsheet::FailedRows& failed)
{
    TRY_ASSIGN(const ImportOutcome outcome, import(actor, {file, ImportMode::dry_run}));
    // A row whose mistake is not known would come back among the sound ones.
    if (outcome.problem_count > outcome.problems.size())
        return base::fail(
            base::ErrorKind::invalid, "premises.import.too_many_mistakes",
            {{"count", std::to_string(outcome.problem_count)}, {"most", std::to_string(most_problems_kept)}});
    spreadsheet::RowMistakes mistakes;
    for (const ImportProblem& problem : outcome.problems)
        mistakes.add(problem.row, problem.place, problem.column, failed.describe(problem.error));
    std::vector<spreadsheet::FailedTable> tables;
    for (const SheetOutcome& sheet : outcome.sheets) {
        const ledgers::RegisterRows rows{definition_of(sheet.sheet),
                                         std::string{named(register_sheets, sheet.sheet).chinese},
                                         first_sheet_of(sheet.sheet)};
        TRY_ASSIGN(auto divided, ledgers::divided_rows(file, rows, mistakes, failed.target));
        for (spreadsheet::FailedTable& table : divided) tables.push_back(std::move(table));
    }
    return spreadsheet::write_failed_rows(failed.target, mistakes, std::move(tables));
}

}  // namespace premises
