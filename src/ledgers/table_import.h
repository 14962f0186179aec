// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/progress.h"
#include "ledgers/import.h"
#include "spreadsheet/failed_rows.h"

namespace ledgers {

// What imports of a slice's own workbook have in common. Its tables are declared like registers, so that they are read,
// checked, offered to be filled and handed back in the same way; no two have a required column in common, which tells
// them apart.
enum class ImportMode { store, dry_run };

struct ImportFile {
    std::filesystem::path path;
    ImportMode mode = ImportMode::store;
    base::Progress progress = {};  // rows that are read
};

// No workbook has as many sheets.
inline constexpr std::size_t sheets_of_a_table = 1'000'000;
inline std::size_t first_sheet_of(std::size_t table)
{
    return table * sheets_of_a_table;
}

// Something wrong in the workbook: 房屋!C7, the title of the column, and what.
struct ImportProblem {
    std::string place;
    std::string column;
    base::Error error;
    spreadsheet::RowMistakes::Row row = {};  // sheets of the n-th table begin with first_sheet_of(n)
};

// What reading a workbook found. With problems, nothing of it may be stored.
struct Findings {
    std::vector<std::string> passed_over = {};  // sheets that belong to something else
    std::vector<std::string> examples = {};     // places of example rows
    std::vector<ImportProblem> problems = {};   // most_problems at most
    std::size_t problem_count = 0;

    void add(ImportProblem problem);
};

// What an import makes, or would make, of one table.
struct TableOutcome {
    std::string table = {};  // its name
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t removed = 0;  // known, no longer said, and gone with the import
};

// A row that says otherwise than the record that is known.
struct ChangedRow {
    std::string table = {};
    std::string identity = {};
    std::vector<ColumnChange> cells = {};
};

// The rows of one table, in all sheets of the workbook that are it.
class TableRows {
public:
    TableRows(const Definition& definition, std::size_t table, Reading reading,
              std::vector<std::vector<std::size_t>> columns)
        : definition_{&definition}, table_{table}, reading_{std::move(reading)}, columns_{std::move(columns)}
    {
    }
    const Definition& definition() const { return *definition_; }
    std::size_t table() const { return table_; }  // which of those that were looked for
    const Reading& reading() const { return reading_; }
    std::size_t size() const { return reading_.records.size(); }
    std::vector<std::string> cells(std::size_t at) const;         // as many as the table has columns
    bool has(std::size_t at, std::size_t column) const;           // whether its sheet has this column
    std::string identity(std::size_t at) const;                   // for people: FW-001 / 测绘
    std::string place(std::size_t at, std::size_t column) const;  // 房屋!C7
    // A mistake of that record's column, at the cell to correct.
    ImportProblem problem(std::size_t at, std::size_t column, base::Error error) const;

private:
    std::uint32_t sheet_column(std::size_t at, std::size_t column) const;

    const Definition* definition_;
    std::size_t table_;
    Reading reading_;
    std::vector<std::vector<std::size_t>> columns_;  // of each record: where the definition's columns stand
};

// What an import of a slice's own workbook made, or would make.
struct TableImport : Findings {
    bool is_stored = false;
    std::vector<TableOutcome> sheets = {};  // that the workbook has
    std::vector<ChangedRow> changed = {};

    std::int64_t stored_rows() const;  // added, changed and removed
    std::string counts() const;        // for the audit record
    // Counts a row of a table among `sheets`, and lists what it changes. False where it says what is known.
    bool is_to_store(const TableRows& rows, std::size_t at, const std::optional<std::vector<std::string>>& before,
                     const std::vector<std::string>& after);
    // Counts a record that a workbook which says all of its kind no longer has, and lists what it said.
    void goes(const Definition& definition, const std::vector<std::string>& said);

private:
    TableOutcome& outcome_of(const Definition& definition);
};

// How whoever runs an import does it, on the command line or as a job.
struct TableImporter {
    std::function<base::Result<TableImport>(const ImportFile&)> import;
    std::function<base::Result<std::size_t>(const std::filesystem::path&, const spreadsheet::FailedRows&)> write_failed;
};

// By the use cases `import` and `write_failed` of a facade.
template <class UseCase>
TableImporter importer_of(UseCase use_case, const base::Actor& actor)
{
    return {[=](const ImportFile& file) mutable { return use_case.import(actor, file); },
            [=](const std::filesystem::path& file, const spreadsheet::FailedRows& failed) mutable {
                return use_case.write_failed(actor, file, failed);
            }};
}

// Those of the tables that the workbook has, none where it has none of them, and in the outcome their sheets and what
// reading them found. Refuses what spreadsheet::Workbook refuses.
base::Result<std::vector<TableRows>> read_tables(const ImportFile& file, const std::vector<const Definition*>& tables,
                                                 TableImport& outcome);
// Of all that was read, for the audit record.
std::string digest_of(const std::vector<TableRows>& tables);

// What one row says otherwise than the record that is known.
std::vector<ColumnChange> changed_cells(const Definition& definition, const std::vector<std::string>& before,
                                        const std::vector<std::string>& after);

// Writes a workbook's rows back as spreadsheet/failed_rows.h says. Refuses what that refuses, and
// ledgers.import.too_many_mistakes {count, most}: a row whose mistake is not known would come back among the sound
// ones.
base::Result<std::size_t> write_failed_tables(const std::filesystem::path& file,
                                              const std::vector<const Definition*>& tables, const Findings& findings,
                                              const spreadsheet::FailedRows& failed);

// A table that the program itself declares, made whole; throws where it is not sound.
Definition declared_table(Definition definition);

}  // namespace ledgers
