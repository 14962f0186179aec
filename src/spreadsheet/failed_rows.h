// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "spreadsheet/write.h"

namespace spreadsheet {

// Where an import writes the rows that it refuses, and who puts a refusal into words: the catalogue is at the command
// line.
struct FailedRows {
    std::filesystem::path target;
    std::function<std::string(const base::Error&)> describe;
};

// What is wrong in the rows of an import, one line of text for each, however many rows there are.
class RowMistakes {
public:
    using Row = std::pair<std::size_t, std::uint32_t>;  // the number of its sheet, and the row as the sheet counts

    // 支付明细!J12 金额：…; what a header or a whole sheet lacks counts as a row that holds no record.
    void add(Row row, std::string_view place, std::string_view column, std::string_view sentence);
    std::string_view of(Row row) const;  // empty where nothing is wrong
    std::size_t rows() const { return lines_.size(); }

private:
    std::map<Row, std::string> lines_;
};

// A row on its way back: its cells as they were written, and what is wrong in it, if anything.
struct FailedRow {
    std::vector<Cell> cells;
    std::string_view mistake = {};
};

// The rows of one header: those to be corrected, and the others.
struct FailedTable {
    std::string noun;  // 合同: the sheets are called 有错误的合同 and 其余的合同
    std::vector<Column> columns;
    std::vector<FailedRow> failed = {};
    std::vector<std::vector<Cell>> rest = {};
};

// The column that says what is wrong. An import passes it over.
inline constexpr std::string_view error_column = "错误";
// What the names of the sheets begin with, before the noun.
inline constexpr std::string_view failed_prefix = "有错误的";
inline constexpr std::string_view rest_prefix = "其余的";

// 有错误的合同 -> 合同, and any other name as it is.
std::string_view noun_of(std::string_view sheet);

// The refusal spreadsheet.failed.header_wrong: a mistake that stands in no row, such as one of a header, has to be
// corrected before rows can be handed back.
tl::unexpected<base::Error> header_wrong(const std::filesystem::path& target);

// Writes rows back as a workbook that can be imported in place of its file once the first sheets are corrected: first
// the rows to be corrected, each with what is wrong in the column 错误, behind them the others. Returns the number of
// rows in which something is wrong; where that is 0, no file is written. Refuses header_wrong() where a mistake stands
// in none of the rows, for then the file would lack rows, spreadsheet.write.file_exists and what write_workbook()
// refuses.
base::Result<std::size_t> write_failed_rows(const std::filesystem::path& target, const RowMistakes& mistakes,
                                            std::vector<FailedTable> tables);

}  // namespace spreadsheet
