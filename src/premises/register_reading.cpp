// SPDX-License-Identifier: Apache-2.0
#include "premises/register_reading.h"

#include <algorithm>
#include <map>

namespace premises {

namespace {

constexpr std::size_t not_there = static_cast<std::size_t>(-1);
constexpr std::int64_t records_between_signs = 1'000;  // of progress

std::vector<std::size_t> places_of(const ledgers::Header& header, const ledgers::Definition& definition)
{
    std::vector<std::size_t> places(definition.columns.size(), not_there);
    for (const ledgers::HeaderCell& cell : header.cells) places[cell.column] = cell.sheet_column;
    return places;
}

// None where the workbook has no sheet of this kind.
base::Result<std::optional<SheetRows>> read_sheet(RegisterSheet sheet, const ImportFile& file, std::int64_t& rows)
{
    const ledgers::Definition& definition = definition_of(sheet);
    std::vector<std::vector<std::size_t>> columns;
    ledgers::Visitors visitors;
    visitors.record = [&](const ledgers::Header& header, const spreadsheet::Row&) {
        columns.push_back(places_of(header, definition));
        if (file.progress && ++rows % records_between_signs == 1) file.progress(rows, 0);
    };
    auto reading = ledgers::read_register({file.path}, definition, {}, visitors);
    if (reading) return std::optional{SheetRows{sheet, *std::move(reading), std::move(columns)}};
    if (reading.error().code == "ledgers.file.no_header") return std::optional<SheetRows>{};
    return tl::unexpected<base::Error>(std::move(reading).error());
}

// A sheet that none of the registers has is worth telling.
std::vector<std::string> passed_over_by_all(const std::vector<SheetRows>& sheets)
{
    std::map<std::string, std::size_t> times;
    for (const SheetRows& rows : sheets)
        for (const std::string& name : rows.reading().passed_over) ++times[name];
    std::vector<std::string> names;
    for (const auto& [name, count] : times)
        if (count == sheets.size()) names.push_back(name);
    return names;
}

std::string sheet_names()
{
    std::string names;
    for (const auto& sheet : register_sheets) names += (names.empty() ? "" : "、") + std::string{sheet.chinese};
    return names;
}

}  // namespace

std::vector<std::string> SheetRows::cells(std::size_t at) const
{
    return ledgers::split_cells(reading_.records[at].cells);
}

std::string SheetRows::identity(std::size_t at) const
{
    return ledgers::shown_identity(reading_.records[at].identity);
}

ImportProblem SheetRows::problem(std::size_t at, std::size_t column, base::Error error) const
{
    const ledgers::NewRecord& record = reading_.records[at];
    const ledgers::SheetRead& sheet = reading_.sheets[record.sheet];
    const std::size_t place = columns_[at][column];
    const auto sheet_column = place == not_there ? sheet.identity_column : static_cast<std::uint32_t>(place);
    return {spreadsheet::place(sheet.name, record.row, sheet_column),
            definition_of(sheet_).columns[column].title,
            std::move(error),
            {first_sheet_of(sheet_) + record.sheet, record.row}};
}

void add_problem(ImportOutcome& outcome, ImportProblem problem)
{
    ++outcome.problem_count;
    if (outcome.problems.size() < most_problems_kept) outcome.problems.push_back(std::move(problem));
}

base::Result<std::vector<SheetRows>> read_sheets(const ImportFile& file, ImportOutcome& outcome)
{
    std::vector<SheetRows> sheets;
    std::int64_t rows = 0;
    for (const auto& sheet : register_sheets) {
        TRY_ASSIGN(auto read, read_sheet(sheet.value, file, rows));
        if (read) sheets.push_back(*std::move(read));
    }
    if (sheets.empty())
        return base::fail(base::ErrorKind::invalid, "premises.import.no_table",
                          {{"file", file.path.filename().string()}, {"sheets", sheet_names()}});
    for (const SheetRows& read : sheets) {
        const ledgers::Reading& reading = read.reading();
        outcome.sheets.push_back({read.sheet(), static_cast<std::int64_t>(read.size())});
        outcome.examples.insert(outcome.examples.end(), reading.examples.begin(), reading.examples.end());
        for (const ledgers::Problem& problem : reading.problems)
            add_problem(outcome, {problem.place,
                                  problem.column,
                                  problem.error,
                                  {first_sheet_of(read.sheet()) + problem.sheet, problem.row}});
        outcome.problem_count += reading.problem_count - reading.problems.size();
    }
    outcome.passed_over = passed_over_by_all(sheets);
    return sheets;
}

}  // namespace premises
