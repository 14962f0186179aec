// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget: finds tables in workbooks as clerks keep them.

#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "budget/import.h"
#include "budget/import_cells.h"
#include "spreadsheet/workbook.h"

namespace budget {

struct ColumnTitle {
    std::string_view title;  // without its unit: 金额（元） and 金额 are both 金额
    bool required = true;
};

// The first column is what a record is called by (凭证号): a row without it may be a total or a remark.
struct TableShape {
    std::string_view name;
    std::vector<ColumnTitle> columns;
    // Columns that tie rows together: rows of one 文号 make one document. None: the order of all rows counts.
    std::vector<std::size_t> ties = {};
};

// A cell of a record, for problems that are found when its row is gone. Row 0 is the sheet as a whole.
struct CellAt {
    std::size_t sheet = 0;  // of the workbook
    std::uint32_t row = 0;
    std::uint32_t column = 0;     // of the sheet
    std::string_view title = {};  // of the shape's column
};

class RowPlace;

// One record of a table, its cells in the order of the shape.
class TableRow {
public:
    using Columns = std::vector<std::optional<std::size_t>>;

    TableRow(std::size_t sheet, const spreadsheet::Row& row, const TableShape& shape, const Columns& columns)
        : sheet_{sheet}, row_{row}, shape_{shape}, columns_{columns}
    {
    }
    const spreadsheet::Cell& cell(std::size_t column) const;
    CellAt at(std::size_t column) const { return cell_at(sheet_, row_.number, shape_, columns_, column); }
    RowPlace place() const;
    std::size_t sheet() const { return sheet_; }
    // Where the shape's columns stand in the sheet; none for an optional one that is not there.
    const Columns& columns() const { return columns_; }
    std::uint32_t number() const { return row_.number; }

    // A column that is not there counts as the first.
    static CellAt cell_at(std::size_t sheet, std::uint32_t row, const TableShape& shape, const Columns& columns,
                          std::size_t column);

private:
    std::size_t sheet_;
    const spreadsheet::Row& row_;
    const TableShape& shape_;
    const Columns& columns_;
};

// Where a record stands, for problems that are found when its row is gone.
class RowPlace {
public:
    RowPlace(std::size_t sheet, std::uint32_t row, const TableShape& shape, TableRow::Columns columns)
        : sheet_{sheet}, row_{row}, shape_{&shape}, columns_{std::move(columns)}
    {
    }
    CellAt cell(std::size_t column) const { return TableRow::cell_at(sheet_, row_, *shape_, columns_, column); }

private:
    std::size_t sheet_;
    std::uint32_t row_;
    const TableShape* shape_;
    TableRow::Columns columns_;
};

inline RowPlace TableRow::place() const
{
    return {sheet_, row_.number, shape_, columns_};
}

// Told of each record: which shape its sheet has, the unit of its amounts, and the row.
using RecordVisitor = std::function<void(std::size_t shape, AmountUnit unit, const TableRow& row)>;

// An import on its way: what it reads, and what has come of it.
struct ImportJob {
    const ImportFile& file;
    ImportOutcome outcome = {};
    std::set<std::size_t> unread_shapes = {};  // a sheet's header was refused: nobody knows what its records say
    // Whoever wants to see all of it: every record, and every problem beyond the first thousand too.
    RecordVisitor on_record = {};
    std::function<void(const CellAt& at, const std::string& place, const base::Error& error)> on_problem = {};

    void refuse(const CellAt& at, base::Error error);
    std::string place_of(const CellAt& at) const;  // 支付明细!J12
    // What came of it. Problems are found in two passes; a clerk goes through her file from top to bottom.
    ImportOutcome finish();
};

// Every sheet whose header, within its first 20 rows, has all required columns of a shape is read as that shape; title
// rows above, repeated headers, example rows, 合计 rows and remarks of one cell are no records. A sheet whose header
// almost fits is a problem (budget.import.columns_missing, .column_twice, .unit_unknown, .units_differ), and so is a
// workbook without any table (budget.import.no_table). Amounts count in what the header says (金额（万元）), or else a
// line above it (单位：万元). What else is in the workbook is named in the outcome.
base::Result<void> read_tables(ImportJob& job, const std::vector<TableShape>& shapes, const RecordVisitor& visit);

}  // namespace budget
