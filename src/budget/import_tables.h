// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget: finds tables in workbooks as clerks keep them.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "budget/import.h"
#include "budget/import_cells.h"
#include "spreadsheet/workbook.h"

namespace budget {

// Collects what is wrong in a workbook; after the first thousand it only counts.
class Problems {
public:
    explicit Problems(ImportOutcome& outcome) : outcome_{outcome} {}
    void add(std::string place, base::Error error);

private:
    ImportOutcome& outcome_;
};

struct ColumnTitle {
    std::string title;  // without its unit: 金额（元） and 金额 are both 金额
    bool required = true;
};

// The first column is what a record is called by (凭证号): a row without it may be a total or a remark.
struct TableShape {
    std::string name;
    std::vector<ColumnTitle> columns;
};

// One record of a table, its cells in the order of the shape.
class TableRow {
public:
    TableRow(const std::string& sheet, const spreadsheet::Row& row,
             const std::vector<std::optional<std::size_t>>& columns)
        : sheet_{sheet}, row_{row}, columns_{columns}
    {
    }
    const spreadsheet::Cell& cell(std::size_t column) const;
    std::string place(std::size_t column) const;  // 支付明细!J12; a column that is not there counts as the first
    const std::string& sheet() const { return sheet_; }
    // Where the shape's columns stand in the sheet; none for an optional one that is not there.
    const std::vector<std::optional<std::size_t>>& columns() const { return columns_; }
    std::uint32_t number() const { return row_.number; }

private:
    const std::string& sheet_;
    const spreadsheet::Row& row_;
    const std::vector<std::optional<std::size_t>>& columns_;
};

// Told of each record: which shape its sheet has, the unit of its amounts, and the row.
using RecordVisitor = std::function<void(std::size_t shape, AmountUnit unit, const TableRow& row)>;

// Every sheet whose header, within its first 20 rows, has all required columns of a shape is read as that shape; title
// rows above, repeated headers, example rows, 合计 rows and remarks of one cell are no records. A sheet whose header
// almost fits is a problem (budget.import.columns_missing, .column_twice, .unit_unknown, .units_differ), and so is a
// workbook without any table (budget.import.no_table). Amounts count in what the header says (金额（万元）), or else a
// line above it (单位：万元). What else is in the workbook is named in the outcome.
base::Result<void> read_tables(spreadsheet::Workbook& workbook, const std::vector<TableShape>& shapes,
                               ImportOutcome& outcome, const RecordVisitor& visit);

}  // namespace budget
