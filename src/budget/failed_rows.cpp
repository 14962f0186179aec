// SPDX-License-Identifier: Apache-2.0
#include "budget/failed_rows.h"

#include <algorithm>
#include <map>

#include "budget/budget.h"
#include "budget/budget_workbook.h"
#include "budget/payment_workbook.h"

namespace budget {

namespace {

using spreadsheet::Cell;
using spreadsheet::FailedTable;

// The columns of a shape, the unit in the header of its amounts.
std::vector<spreadsheet::Column> columns_of(const TableShape& shape, AmountUnit unit)
{
    std::vector<spreadsheet::Column> columns;
    for (const ColumnTitle& column : shape.columns) {
        std::string title{column.title};
        if (title.ends_with("金额")) title += unit == AmountUnit::yuan ? "（元）" : "（万元）";
        columns.push_back({.title = std::move(title)});
        if (column.required) columns.back().need = spreadsheet::Need::required;
    }
    return columns;
}

std::string text_in(const Cell& cell)
{
    const auto text = text_of(cell);
    return text ? std::string{*text} : std::string{};
}

}  // namespace

KeptRows::KeptRows(const std::vector<TableShape>& shapes, const spreadsheet::FailedRows& failed)
    : shapes_{shapes}, failed_{failed}, rows_(shapes.size())
{
}

void KeptRows::watch(ImportJob& job)
{
    job.on_record = [this](std::size_t shape, AmountUnit unit, const TableRow& row) {
        Row kept{{row.sheet(), row.number()}, unit, {}};
        for (std::size_t column = 0; column < shapes_[shape].columns.size(); ++column)
            kept.cells.push_back(row.cell(column));
        rows_[shape].push_back(std::move(kept));
    };
    job.on_problem = [this](const CellAt& at, const std::string& place, const base::Error& error) {
        mistakes_.add({at.sheet, at.row}, place, at.title, failed_.describe(error));
    };
}

std::vector<std::string> KeptRows::names_of(std::size_t shape, const Row& row) const
{
    std::vector<std::string> names;
    for (const std::size_t column : shapes_[shape].ties) names.push_back(text_in(row.cells[column]));
    std::erase(names, "");
    return names;
}

std::vector<bool> KeptRows::rows_to_correct(std::size_t shape) const
{
    const std::vector<Row>& rows = rows_[shape];
    std::vector<bool> chosen(rows.size(), false);
    std::vector<std::size_t> reached;
    const auto reach = [&](std::size_t row) {
        if (!chosen[row]) reached.push_back(row);
        chosen[row] = true;
    };
    std::map<std::string, std::vector<std::size_t>> named;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const std::string& name : names_of(shape, rows[i])) named[name].push_back(i);
        if (!mistakes_.of(rows[i].key).empty()) reach(i);
    }
    if (shapes_[shape].ties.empty()) return std::vector<bool>(rows.size(), !reached.empty());

    // A refund is tied to the voucher it names, and that one to whatever else is on it.
    while (!reached.empty()) {
        const std::size_t row = reached.back();
        reached.pop_back();
        for (const std::string& name : names_of(shape, rows[row])) {
            const auto tied = named.extract(name);
            if (!tied.empty()) std::for_each(tied.mapped().begin(), tied.mapped().end(), reach);
        }
    }
    return chosen;
}

void KeptRows::divide(std::size_t shape, std::vector<FailedTable>& tables)
{
    const std::vector<bool> chosen = rows_to_correct(shape);
    std::map<AmountUnit, std::size_t> table_of_unit;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        Row& row = rows_[shape][i];
        const auto [at, is_new] = table_of_unit.emplace(row.unit, tables.size());
        if (is_new) {
            const std::string unit = row.unit == AmountUnit::yuan ? "" : "（万元）";
            tables.push_back({std::string{shapes_[shape].name} + unit, columns_of(shapes_[shape], row.unit)});
        }
        FailedTable& table = tables[at->second];
        if (chosen[i])
            table.failed.push_back({std::move(row.cells), mistakes_.of(row.key)});
        else
            table.rest.push_back(std::move(row.cells));
    }
}

base::Result<std::size_t> KeptRows::write()
{
    std::vector<FailedTable> tables;
    for (std::size_t shape = 0; shape < shapes_.size(); ++shape) divide(shape, tables);
    return spreadsheet::write_failed_rows(failed_.target, mistakes_, std::move(tables));
}

base::Result<std::size_t> Budgets::write_failed(const base::Actor& actor, base::FiscalYear year, ImportKind kind,
                                                const ImportFile& file, const spreadsheet::FailedRows& failed)
{
    const ImportFile looked_at{file.workbook, file.name, ImportMode::dry_run, file.progress};
    ImportJob job{looked_at};
    KeptRows kept{kind == ImportKind::budget ? budget_shapes() : payment_shapes(), failed};
    kept.watch(job);
    TRY(kind == ImportKind::budget ? run_budget(actor, year, job) : run_payments(actor, year, job));
    return kept.write();
}

}  // namespace budget
