// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "spreadsheet/table.h"

namespace spreadsheet {

enum class ColumnKind { text, number, money, date, time };
enum class Need { optional, required };

// One column of a table to be filled in or handed out.
struct Column {
    std::string title;
    ColumnKind kind = ColumnKind::text;
    int width = 14;                         // in Latin letters; a Chinese one takes two
    std::vector<std::string> choices = {};  // offered as a drop-down list; nothing else can be typed
    std::string note = {};                  // shown beside the cell while it is filled in, and as the header's comment
    Need need = Need::optional;             // required columns have a marked header
};

// Hands on rows one after the other, so that nobody has to hold them all.
using TakeRow = std::function<void(const std::vector<Cell>&)>;
using RowSource = std::function<void(const TakeRow&)>;

struct TableSheet {
    std::string name;
    std::string title = {};  // a row above the header; none when empty
    std::vector<Column> columns = {};
    std::vector<std::vector<Cell>> example_rows = {};  // marked with example_mark
    std::vector<std::vector<Cell>> rows = {};
    RowSource more_rows = {};  // below `rows`
};

// Stands right of the last column in each example row, so that an import can pass the row over.
inline constexpr std::string_view example_mark = "示例行，导入时跳过";
bool is_example(const Row& row);

// A hidden sheet with the lists that are too long to stand beside their column.
inline constexpr std::string_view choices_sheet = "可选值";

// What a person typed is never written over. Refuses spreadsheet.write.file_exists.
base::Result<void> refuse_existing(const std::filesystem::path& path);

// Writes an .xlsx file, whole or not at all. A text is always a text cell and never a formula, whatever it begins
// with; a number of more than 15 digits is a text, because a spreadsheet would change it. Same input, same bytes.
// Refuses spreadsheet.write.bad_sheet_name and spreadsheet.cell.too_long (a cell holds 32,767 letters).
// Throws std::system_error or std::runtime_error when the file cannot be written.
base::Result<void> write_workbook(const std::filesystem::path& path, const std::vector<TableSheet>& sheets);

// A .csv file as UTF-8 with a byte order mark, which Excel and WPS need. A text that a spreadsheet program would
// take for a formula gets a ' in front (security.md 1.2.10); a negative number stays a number.
std::string csv_text(const std::vector<std::vector<Cell>>& rows);
// Throws std::system_error when the file cannot be written.
void write_csv(const std::filesystem::path& path, const RowSource& rows);

enum class TableFormat { xlsx, csv };

// One table as either kind of file. A .csv has the header and the rows, no title and no examples. Refuses as
// write_workbook() does.
base::Result<void> write_table(const std::filesystem::path& path, const TableSheet& sheet, TableFormat format);

}  // namespace spreadsheet
