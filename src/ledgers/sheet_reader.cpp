// SPDX-License-Identifier: Apache-2.0
#include "ledgers/sheet_reader.h"

#include <algorithm>

#include "ledgers/core/cell.h"
#include "ledgers/core/row_kind.h"
#include "spreadsheet/failed_rows.h"

namespace ledgers {

namespace {

using spreadsheet::CellKind;

std::vector<std::string> texts_of(const spreadsheet::Row& row)
{
    std::vector<std::string> texts;
    for (const spreadsheet::Cell& cell : row.cells) texts.push_back(cell.text);
    return texts;
}

std::optional<base::Date> day_of(const Definition& definition, const std::vector<std::string>& cells)
{
    const auto column = definition.period_column();
    if (!column || cells[*column].size() < 10) return std::nullopt;
    const auto day = base::Date::parse(std::string_view{cells[*column]}.substr(0, 10));
    return day ? std::optional{*day} : std::nullopt;
}

}  // namespace

void add_problem(Reading& into, const Visitors& visitors, Problem problem)
{
    ++into.problem_count;
    if (visitors.problem) visitors.problem(problem);
    if (into.problems.size() < most_problems) into.problems.push_back(std::move(problem));
}

WrittenCell written(const spreadsheet::Cell& cell)
{
    switch (cell.kind) {
        case CellKind::empty: return {Written::nothing, {}};
        case CellKind::text:
            return {spreadsheet::is_error_word(cell.text) ? Written::broken : Written::text, cell.text};
        case CellKind::number: return {cell.shown_as_percent ? Written::percent : Written::number, cell.text};
        case CellKind::date: return {Written::date, cell.text};
        case CellKind::time: return {Written::time, cell.text};
        case CellKind::boolean: return {Written::yes_no, cell.text};
        case CellKind::error: return {Written::broken, cell.text};
    }
    return {};
}

SheetReader::SheetReader(const Register& of, SheetRead sheet, std::vector<spreadsheet::Merge> merges, Reading& into)
    : register_{of}, sheet_{std::move(sheet)}, merged_{std::move(merges)}, into_{into}
{
}

spreadsheet::Visit SheetReader::row(const spreadsheet::Row& row)
{
    if (is_searching_) {
        first_rows_.push_back(row);
        if (first_rows_.size() == header_search_rows) look_for_header();
    } else {
        data_row(row);
    }
    return is_searching_ || (header_ && is_readable_) ? spreadsheet::Visit::go_on : spreadsheet::Visit::stop;
}

bool SheetReader::finish()
{
    if (is_searching_) look_for_header();
    if (!header_) return false;
    into_.sheets.push_back(std::move(sheet_));
    return true;
}

void SheetReader::look_for_header()
{
    is_searching_ = false;
    std::vector<std::vector<std::string>> texts;
    for (const spreadsheet::Row& row : first_rows_) texts.push_back(texts_of(row));
    merged_.spread(first_rows_, texts);
    header_ = find_header(texts, register_.definition, register_.mapping);
    if (!header_) return;
    sheet_.header_row = first_rows_[header_->last_row].number;
    const HeaderCell* const identity = header_->of_column(register_.definition.identity_columns().front());
    if (identity) sheet_.identity_column = static_cast<std::uint32_t>(identity->sheet_column);
    for (const std::string& unknown : header_->unknown)
        if (unknown != spreadsheet::error_column) sheet_.unknown_headers.push_back(unknown);
    report_header();
    for (std::size_t i = 0; i < first_rows_.size() && is_readable_; ++i) {
        if (i > header_->last_row)
            data_row(std::move(first_rows_[i]));
        else
            merged_.fill_down(first_rows_[i]);
    }
    first_rows_.clear();
}

void SheetReader::report_header()
{
    for (const std::size_t column : header_->missing) {
        const std::string& title = register_.definition.columns[column].title;
        report(0, 0, title, {base::ErrorKind::invalid, "ledgers.sheet.column_missing", {{"column", title}}});
    }
    for (const HeaderCell& cell : header_->twice)
        report(sheet_.header_row, cell.sheet_column, register_.definition.columns[cell.column].title,
               {base::ErrorKind::invalid, "ledgers.sheet.column_twice", {{"header", cell.text}}});
    is_readable_ = header_->missing.empty() && header_->twice.empty();
}

void SheetReader::data_row(spreadsheet::Row row)
{
    if (spreadsheet::is_example(row)) {
        into_.examples.push_back(sheet_.file + " " +
                                 spreadsheet::place(sheet_.name, row.number, sheet_.identity_column));
        merged_.fill_down(row);
        return;
    }
    const std::vector<std::uint32_t> filled = merged_.fill_down(row);
    std::vector<std::string_view> texts;
    texts.reserve(row.cells.size());
    for (const spreadsheet::Cell& cell : row.cells) texts.emplace_back(cell.text);
    const RowKind kind = kind_of_row(texts, *header_, register_.definition);
    switch (kind) {
        case RowKind::blank: break;
        case RowKind::total: ++sheet_.totals; break;
        case RowKind::note:
        case RowKind::header_again: ++sheet_.notes; break;
        case RowKind::record: record(std::move(row), filled); break;
    }
}

void SheetReader::record(spreadsheet::Row row, const std::vector<std::uint32_t>& filled)
{
    static const spreadsheet::Cell nothing;
    const Definition& definition = register_.definition;
    std::vector<std::string> cells(definition.columns.size());
    for (const HeaderCell& at : header_->cells) {
        const Column& column = definition.columns[at.column];
        const auto& cell = at.sheet_column < row.cells.size() ? row.cells[at.sheet_column] : nothing;
        const bool is_merged = std::find(filled.begin(), filled.end(), at.sheet_column) != filled.end();
        if (is_merged && is_number(column.type)) {
            report(row.number, at.sheet_column, column.title,
                   {base::ErrorKind::invalid, "ledgers.cell.merged_number", {{"text", cell.text}}});
            row.cells[at.sheet_column] = {};  // handed back, it would count twice
            continue;
        }
        auto value = parse_cell(column, written(cell), at.unit);
        if (value)
            cells[at.column] = *std::move(value);
        else
            report(row.number, at.sheet_column, column.title, std::move(value).error());
    }
    if (register_.visitors.record) register_.visitors.record(*header_, row);
    ++sheet_.records;
    into_.records.push_back({identity_of(definition, cells), join_cells(cells), day_of(definition, cells),
                             static_cast<std::uint32_t>(into_.sheets.size()), row.number});
}

void SheetReader::report(std::uint32_t row, std::size_t sheet_column, const std::string& title, base::Error error)
{
    const std::string place =
        row == 0 ? sheet_.name : spreadsheet::place(sheet_.name, row, static_cast<std::uint32_t>(sheet_column));
    add_problem(into_, register_.visitors, {into_.sheets.size(), row, place, title, std::move(error)});
}

}  // namespace ledgers
