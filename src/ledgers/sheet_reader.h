// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledgers/core/written_cell.h"
#include "ledgers/import.h"
#include "ledgers/merged_cells.h"

namespace ledgers {

// Takes the rows of one sheet, top down: keeps the first ones until the header is found, then makes records.
class SheetReader {
public:
    struct Register {
        const Definition& definition;
        const Mapping& mapping;
        const Visitors& visitors;
    };

    SheetReader(const Register& of, SheetRead sheet, std::vector<spreadsheet::Merge> merges, Reading& into);

    spreadsheet::Visit row(const spreadsheet::Row& row);
    // Whether the sheet holds this register.
    bool finish();
    bool is_empty() const { return first_rows_.empty() && !header_; }

private:
    void look_for_header();
    void report_header();
    void data_row(spreadsheet::Row row);
    void record(spreadsheet::Row row, const std::vector<std::uint32_t>& filled);
    void report(std::uint32_t row, std::size_t sheet_column, const std::string& title, base::Error error);

    Register register_;
    SheetRead sheet_;
    MergedCells merged_;
    Reading& into_;
    std::vector<spreadsheet::Row> first_rows_;
    std::optional<Header> header_;
    bool is_searching_ = true;
    bool is_readable_ = true;  // false once the header lacks a column: every record would fail for it
};

// Notes a problem while a register is read.
void add_problem(Reading& into, const Visitors& visitors, Problem problem);

// How a sheet's cell looks to core.
WrittenCell written(const spreadsheet::Cell& cell);

}  // namespace ledgers
