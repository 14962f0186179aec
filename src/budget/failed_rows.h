// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget: the rows that an import refuses, on their way back.

#include <string>
#include <vector>

#include "budget/import_tables.h"
#include "spreadsheet/failed_rows.h"

namespace budget {

// Looks on while an import reads and decides, and keeps every row with what is wrong in it.
class KeptRows {
public:
    KeptRows(const std::vector<TableShape>& shapes, const spreadsheet::FailedRows& failed);
    KeptRows(const KeptRows&) = delete;
    KeptRows& operator=(const KeptRows&) = delete;

    void watch(ImportJob& job);
    // Once. Rows that are tied to one with a mistake go back with it (a document's rows, a voucher's), so that the
    // corrected workbook says what the file would have said. A table has one sheet for each unit of its amounts.
    // Refuses what spreadsheet::write_failed_rows() refuses.
    base::Result<std::size_t> write();

private:
    struct Row {
        spreadsheet::RowMistakes::Row key;
        AmountUnit unit;
        std::vector<spreadsheet::Cell> cells;
    };

    std::vector<std::string> names_of(std::size_t shape, const Row& row) const;  // what ties it to others
    std::vector<bool> rows_to_correct(std::size_t shape) const;
    void divide(std::size_t shape, std::vector<spreadsheet::FailedTable>& tables);

    const std::vector<TableShape>& shapes_;
    const spreadsheet::FailedRows& failed_;
    std::vector<std::vector<Row>> rows_;  // of each shape
    spreadsheet::RowMistakes mistakes_;
};

}  // namespace budget
