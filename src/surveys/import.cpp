// SPDX-License-Identifier: Apache-2.0
// Surveys::import(): answers on paper from a workbook, all of them or none.
#include "surveys/import.h"

#include "identity/identity.h"
#include "surveys/paper_import.h"
#include "surveys/surveys.h"
#include "surveys/use_case.h"

namespace surveys {

base::Result<ImportOutcome> Surveys::import(const base::Actor& actor, const ImportRequest& request)
{
    TRY(require_permission(actor, "surveys.edit"));
    const ledgers::ImportFile& file = request.file;
    ImportOutcome outcome;
    TRY_ASSIGN(const std::vector<ledgers::TableRows> tables, ledgers::read_tables(file, all_definitions(), outcome));
    if (tables.empty())
        return base::fail(base::ErrorKind::invalid, "surveys.import.no_table",
                          {{"file", file.path.filename().string()}});
    if (outcome.problem_count > 0) return outcome;
    sql::Transaction transaction{db_};
    lock_numbers(db_, actor.org);
    PaperImport papers{db_, actor.org, clock_, outcome};
    for (const ledgers::TableRows& rows : tables) papers.take(rows);
    if (request.asked) TRY(papers.take_asked(*request.asked));
    if (outcome.problem_count == 0) TRY(papers.check_asked());
    if (outcome.problem_count > 0 || file.mode == ledgers::ImportMode::dry_run) return outcome;
    outcome.is_stored = true;
    if (outcome.stored_rows() == 0 && !papers.is_changed()) return outcome;  // nothing to record
    papers.store();
    identity::record(
        db_, actor, clock_,
        {"surveys.import", file.path.filename().string(), outcome.counts(), std::nullopt, ledgers::digest_of(tables)});
    transaction.commit();
    return outcome;
}

base::Result<std::size_t> Surveys::write_failed(const base::Actor& actor, const ImportRequest& request,
                                                const spreadsheet::FailedRows& failed)
{
    ImportRequest checked = request;
    checked.file.mode = ledgers::ImportMode::dry_run;
    TRY_ASSIGN(const ImportOutcome outcome, import(actor, checked));
    return ledgers::write_failed_tables(request.file.path, all_definitions(), outcome, failed);
}

ledgers::TableImporter importer_of(Surveys surveys, const base::Actor& actor, std::optional<std::int64_t> asked)
{
    return {[=](const ledgers::ImportFile& file) mutable {
                return surveys.import(actor, {file, asked});
            },
            [=](const std::filesystem::path& file, const spreadsheet::FailedRows& failed) mutable {
                return surveys.write_failed(actor, {{file}, asked}, failed);
            }};
}

}  // namespace surveys
