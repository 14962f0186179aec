// SPDX-License-Identifier: Apache-2.0
#include "ledgers/table_import.h"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>

#include "base/sm3.h"
#include "ledgers/failed_rows.h"

namespace ledgers {

namespace {

constexpr std::size_t not_there = static_cast<std::size_t>(-1);
constexpr std::int64_t records_between_signs = 1'000;  // of progress

std::vector<std::size_t> places_of(const Header& header, const Definition& definition)
{
    std::vector<std::size_t> places(definition.columns.size(), not_there);
    for (const HeaderCell& cell : header.cells) places[cell.column] = cell.sheet_column;
    return places;
}

bool is_not_there(const base::Error& error)
{
    return error.code == "ledgers.file.no_header";
}

// None where the workbook has no sheet of this table.
base::Result<std::optional<TableRows>> read_table(const ImportFile& file, const Definition& definition,
                                                  std::size_t table, std::int64_t& rows)
{
    std::vector<std::vector<std::size_t>> columns;
    Visitors visitors;
    visitors.record = [&](const Header& header, const spreadsheet::Row&) {
        columns.push_back(places_of(header, definition));
        if (file.progress && ++rows % records_between_signs == 1) file.progress(rows, 0);
    };
    auto reading = read_register({file.path}, definition, {}, visitors);
    if (reading) return std::optional{TableRows{definition, table, *std::move(reading), std::move(columns)}};
    if (is_not_there(reading.error())) return std::optional<TableRows>{};
    return tl::unexpected<base::Error>(std::move(reading).error());
}

// A sheet that none of the tables is worth telling.
std::vector<std::string> passed_over_by_all(const std::vector<TableRows>& tables)
{
    std::map<std::string, std::size_t> times;
    for (const TableRows& rows : tables)
        for (const std::string& name : rows.reading().passed_over) ++times[name];
    std::vector<std::string> names;
    for (const auto& [name, count] : times)
        if (count == tables.size()) names.push_back(name);
    return names;
}

}  // namespace

void Findings::add(ImportProblem problem)
{
    ++problem_count;
    if (problems.size() < most_problems) problems.push_back(std::move(problem));
}

std::vector<std::string> TableRows::cells(std::size_t at) const
{
    std::vector<std::string> cells = split_cells(reading_.records[at].cells);
    cells.resize(definition_->columns.size());
    return cells;
}

bool TableRows::has(std::size_t at, std::size_t column) const
{
    return columns_[at][column] != not_there;
}

std::string TableRows::identity(std::size_t at) const
{
    return shown_identity(reading_.records[at].identity);
}

std::uint32_t TableRows::sheet_column(std::size_t at, std::size_t column) const
{
    const std::size_t place = columns_[at][column];
    return place == not_there ? reading_.sheets[reading_.records[at].sheet].identity_column
                              : static_cast<std::uint32_t>(place);
}

std::string TableRows::place(std::size_t at, std::size_t column) const
{
    const NewRecord& record = reading_.records[at];
    return spreadsheet::place(reading_.sheets[record.sheet].name, record.row, sheet_column(at, column));
}

ImportProblem TableRows::problem(std::size_t at, std::size_t column, base::Error error) const
{
    const NewRecord& record = reading_.records[at];
    return {place(at, column),
            definition_->columns[column].title,
            std::move(error),
            {first_sheet_of(table_) + record.sheet, record.row}};
}

base::Result<std::vector<TableRows>> read_tables(const ImportFile& file, const std::vector<const Definition*>& tables,
                                                 TableImport& outcome)
{
    std::vector<TableRows> read;
    std::int64_t rows = 0;
    for (std::size_t table = 0; table < tables.size(); ++table) {
        TRY_ASSIGN(auto one, read_table(file, *tables[table], table, rows));
        if (one) read.push_back(*std::move(one));
    }
    for (const TableRows& one : read) {
        const Reading& reading = one.reading();
        outcome.sheets.push_back({one.definition().name, static_cast<std::int64_t>(one.size())});
        outcome.examples.insert(outcome.examples.end(), reading.examples.begin(), reading.examples.end());
        for (const Problem& problem : reading.problems)
            outcome.add({problem.place,
                         problem.column,
                         problem.error,
                         {first_sheet_of(one.table()) + problem.sheet, problem.row}});
        outcome.problem_count += reading.problem_count - reading.problems.size();
    }
    outcome.passed_over = passed_over_by_all(read);
    return read;
}

std::string digest_of(const std::vector<TableRows>& tables)
{
    base::Sm3 digest;
    for (const TableRows& rows : tables) digest.add_field(rows.reading().list_digest);
    return digest.finish();
}

std::vector<ColumnChange> changed_cells(const Definition& definition, const std::vector<std::string>& before,
                                        const std::vector<std::string>& after)
{
    std::vector<ColumnChange> changes;
    for (std::size_t i = 0; i < definition.columns.size(); ++i)
        if (before[i] != after[i]) changes.push_back({definition.columns[i].title, before[i], after[i]});
    return changes;
}

base::Result<std::size_t> write_failed_tables(const std::filesystem::path& file,
                                              const std::vector<const Definition*>& tables, const Findings& findings,
                                              const spreadsheet::FailedRows& failed)
{
    if (findings.problem_count > findings.problems.size())
        return base::fail(base::ErrorKind::invalid, "ledgers.import.too_many_mistakes",
                          {{"count", std::to_string(findings.problem_count)}, {"most", std::to_string(most_problems)}});
    spreadsheet::RowMistakes mistakes;
    for (const ImportProblem& problem : findings.problems)
        mistakes.add(problem.row, problem.place, problem.column, failed.describe(problem.error));
    std::vector<spreadsheet::FailedTable> divided;
    for (std::size_t table = 0; table < tables.size(); ++table) {
        const RegisterRows rows{*tables[table], tables[table]->name, first_sheet_of(table)};
        auto of_table = divided_rows(file, rows, mistakes, failed.target);
        if (!of_table && is_not_there(of_table.error())) continue;
        if (!of_table) return tl::unexpected<base::Error>(std::move(of_table).error());
        for (spreadsheet::FailedTable& one : *of_table) divided.push_back(std::move(one));
    }
    return spreadsheet::write_failed_rows(failed.target, mistakes, std::move(divided));
}

Definition declared_table(Definition definition)
{
    auto whole = checked(std::move(definition));
    if (!whole) throw std::logic_error("a table that the program declares: " + whole.error().code);
    return *std::move(whole);
}

std::int64_t TableImport::stored_rows() const
{
    std::int64_t count = 0;
    for (const TableOutcome& sheet : sheets) count += sheet.added + sheet.changed + sheet.removed;
    return count;
}

std::string TableImport::counts() const
{
    std::string text;
    for (const TableOutcome& sheet : sheets) {
        text += (text.empty() ? "" : " ") + sheet.table + " rows=" + std::to_string(sheet.rows) +
                " added=" + std::to_string(sheet.added) + " changed=" + std::to_string(sheet.changed);
        if (sheet.removed > 0) text += " removed=" + std::to_string(sheet.removed);
    }
    return text;
}

TableOutcome& TableImport::outcome_of(const Definition& definition)
{
    return *std::find_if(sheets.begin(), sheets.end(),
                         [&](const TableOutcome& sheet) { return sheet.table == definition.name; });
}

void TableImport::goes(const Definition& definition, const std::vector<std::string>& said)
{
    std::vector<std::string> left = said;
    for (std::size_t i = 0; i < left.size(); ++i)
        if (!definition.columns[i].is_identity) left[i].clear();
    ++outcome_of(definition).removed;
    changed.push_back(
        {definition.name, shown_identity(identity_of(definition, said)), changed_cells(definition, said, left)});
}

bool TableImport::is_to_store(const TableRows& rows, std::size_t at,
                              const std::optional<std::vector<std::string>>& before,
                              const std::vector<std::string>& after)
{
    TableOutcome& outcome = outcome_of(rows.definition());
    if (!before) {
        ++outcome.added;
        return true;
    }
    auto cells = changed_cells(rows.definition(), *before, after);
    ++(cells.empty() ? outcome.unchanged : outcome.changed);
    if (cells.empty()) return false;
    changed.push_back({rows.definition().name, rows.identity(at), std::move(cells)});
    return true;
}

}  // namespace ledgers
