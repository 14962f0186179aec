// SPDX-License-Identifier: Apache-2.0
#include <xlsxwriter.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <set>
#include <stdexcept>
#include <system_error>

#include "base/column_letters.h"
#include "base/date.h"
#include "spreadsheet/replace_file.h"
#include "spreadsheet/write.h"
#include "spreadsheet/write_formats.h"

namespace spreadsheet {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::size_t longest_sheet_name = 31;
constexpr std::size_t longest_cell = 32'767;
constexpr std::size_t longest_message = 255;  // of an input message, and of a list that stands in the sheet itself
constexpr std::size_t exact_digits = 15;
constexpr lxw_row_t rows_to_fill_in = 2'000;
constexpr std::uint8_t paper_a4 = 9;
constexpr std::int64_t unix_epoch_serial = 25'569;  // 1970-01-01 in the 1900 system
// Files carry a date of making; a fixed one keeps the bytes the same (2000-01-01).
constexpr time_t fixed_creation_time = 946'684'800;

std::size_t letters_in(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void require(lxw_error error)
{
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string{"xlsx: "} + lxw_strerror(error));
}

bool fits_in_a_number(std::string_view text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) <=
           static_cast<std::ptrdiff_t>(exact_digits);
}

// The library escapes control characters as _x0001_ but not a text that already looks so: "_x0041_" would be read as A.
std::string escaped(std::string_view words)
{
    const auto is_hexadecimal = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
    std::string text{words};
    for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        const std::string_view digits = std::string_view{text}.substr(at + 2, 4);
        const bool is_escape = digits.size() == 4 && std::all_of(digits.begin(), digits.end(), is_hexadecimal) &&
                               text.substr(at + 6, 1) == "_";
        if (is_escape) text.insert(at, "_x005F");
        if (is_escape) at += 6;
    }
    return text;
}

// Writes the cells of one sheet, top down: the library keeps only the row at hand in memory.
class SheetWriter {
public:
    SheetWriter(lxw_worksheet* sheet, const Formats& formats) : sheet_{sheet}, formats_{formats} {}

    void text(lxw_row_t row, std::size_t column, std::string_view words, lxw_format* format)
    {
        require(worksheet_write_string(sheet_, row, narrow(column), escaped(words).c_str(), format));
    }

    void cell(lxw_row_t row, std::size_t column, const Cell& cell, ColumnKind kind)
    {
        if (cell.kind == CellKind::empty) return;
        if (cell.kind == CellKind::boolean)
            require(worksheet_write_boolean(sheet_, row, narrow(column), cell.text == "1", nullptr));
        else if (cell.kind == CellKind::number && fits_in_a_number(cell.text))
            number(row, column, cell, kind);
        else if (cell.kind == CellKind::date || cell.kind == CellKind::time)
            moment(row, column, cell);
        else
            text(row, column, cell.text, formats_.text);
    }

    static lxw_col_t narrow(std::size_t column) { return static_cast<lxw_col_t>(column); }

private:
    // The file format stores binary numbers; up to 15 digits come back unchanged.
    void number(lxw_row_t row, std::size_t column, const Cell& cell, ColumnKind kind)
    {
        lxw_format* const format = cell.shown_as_percent       ? formats_.percent
                                   : kind == ColumnKind::money ? formats_.money
                                                               : formats_.general;
        require(worksheet_write_number(sheet_, row, narrow(column), std::strtod(cell.text.c_str(), nullptr), format));
    }

    void moment(lxw_row_t row, std::size_t column, const Cell& cell)
    {
        const bool has_clock = cell.kind == CellKind::time;
        const bool has_day = cell.text.size() > 9;
        const auto parsed = base::DateTime::parse(!has_clock ? cell.text + " 00:00"
                                                             : (has_day ? cell.text : "2000-01-01 " + cell.text));
        // Spans beyond a day and days outside base::Date stay what people read.
        if (!parsed) return text(row, column, cell.text, formats_.text);
        const std::int64_t day = has_clock && !has_day ? 0 : parsed->date.days_since_1970() + unix_epoch_serial;
        const double serial = static_cast<double>(day) + parsed->second_of_day / 86'400.0;
        lxw_format* const format = !has_clock ? formats_.date : (has_day ? formats_.time : formats_.clock);
        require(worksheet_write_number(sheet_, row, narrow(column), serial, format));
    }

    lxw_worksheet* sheet_;
    const Formats& formats_;
};

// Where the choices of a column stand: in the validation itself, or in a column of the hidden sheet.
bool needs_choices_sheet(const Column& column)
{
    std::size_t letters = 0;
    for (const std::string& choice : column.choices) {
        if (choice.find(',') != std::string::npos) return true;
        letters += letters_in(choice) + 1;
    }
    return letters > longest_message;
}

bool is_too_long(const Cell& cell)
{
    return cell.text.size() > longest_cell && letters_in(cell.text) > longest_cell;
}

// A row that was handed on while the file was being written; nothing is left of the file.
struct TooLong {
    std::string sheet;
    lxw_row_t row;
};

tl::unexpected<base::Error> too_long(const std::string& file, const TooLong& where)
{
    return fail(ErrorKind::invalid, "spreadsheet.cell.too_long",
                {{"file", file}, {"sheet", where.sheet}, {"place", where.sheet + "!" + std::to_string(where.row)}});
}

// A4 landscape, as wide as the paper, the header on every page.
void set_up_print(lxw_worksheet* sheet, lxw_row_t last_header_row)
{
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, paper_a4);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6);  // inches
    worksheet_gridlines(sheet, LXW_SHOW_ALL_GRIDLINES);
    require(worksheet_set_footer(sheet, "&C第 &P 页，共 &N 页"));
    require(worksheet_repeat_rows(sheet, 0, last_header_row));
}

class WorkbookWriter {
public:
    explicit WorkbookWriter(const std::filesystem::path& path)
    {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        workbook_ = workbook_new_opt(path.c_str(), &options);
        if (!workbook_) throw std::bad_alloc{};
        lxw_doc_properties properties{};
        properties.created = fixed_creation_time;
        workbook_set_properties(workbook_, &properties);
        formats_ = formats_of(workbook_);
    }
    ~WorkbookWriter()
    {
        if (workbook_) lxw_workbook_free(workbook_);
    }
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;

    void add(const TableSheet& table);
    void close()
    {
        add_choices_sheet();
        lxw_workbook* const closed = workbook_;
        workbook_ = nullptr;  // workbook_close frees it, also when it fails
        require(workbook_close(closed));
    }

private:
    void add_headers(lxw_worksheet* sheet, const TableSheet& table, lxw_row_t row);
    void add_validation(lxw_worksheet* sheet, const Column& column, std::size_t at, lxw_row_t first_row);
    void add_choices_sheet();

    lxw_workbook* workbook_ = nullptr;
    Formats formats_{};
    std::vector<const std::vector<std::string>*> long_choices_;
};

void WorkbookWriter::add(const TableSheet& table)
{
    lxw_worksheet* const sheet = workbook_add_worksheet(workbook_, table.name.c_str());
    if (!sheet) throw std::runtime_error("xlsx: sheet " + table.name);
    SheetWriter writer{sheet, formats_};
    lxw_row_t row = 0;
    if (!table.title.empty()) writer.text(row++, 0, table.title, formats_.title);
    add_headers(sheet, table, row++);
    worksheet_freeze_panes(sheet, row, 0);
    set_up_print(sheet, row - 1);
    for (std::size_t at = 0; at < table.columns.size(); ++at) add_validation(sheet, table.columns[at], at, row);

    for (const auto& cells : table.example_rows) {
        for (std::size_t at = 0; at < cells.size(); ++at) writer.cell(row, at, cells[at], table.columns.at(at).kind);
        writer.text(row++, table.columns.size(), example_mark, formats_.example);
    }
    const auto add_row = [&](const std::vector<Cell>& cells) {
        for (std::size_t at = 0; at < cells.size(); ++at)
            writer.cell(row, at, cells[at], at < table.columns.size() ? table.columns[at].kind : ColumnKind::text);
        ++row;
    };
    std::for_each(table.rows.begin(), table.rows.end(), add_row);
    if (!table.more_rows) return;
    table.more_rows([&](const std::vector<Cell>& cells) {
        if (std::any_of(cells.begin(), cells.end(), is_too_long)) throw TooLong{table.name, row + 1};
        add_row(cells);
    });
}

void WorkbookWriter::add_headers(lxw_worksheet* sheet, const TableSheet& table, lxw_row_t row)
{
    SheetWriter writer{sheet, formats_};
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const Column& column = table.columns[at];
        const lxw_col_t number = SheetWriter::narrow(at);
        require(worksheet_set_column(sheet, number, number, column.width, column_format(formats_, column.kind)));
        writer.text(row, at, column.title, column.need == Need::required ? formats_.required_header : formats_.header);
        if (!column.note.empty()) require(worksheet_write_comment(sheet, row, number, column.note.c_str()));
    }
}

void WorkbookWriter::add_validation(lxw_worksheet* sheet, const Column& column, std::size_t at, lxw_row_t first_row)
{
    const bool has_message = !column.note.empty() && letters_in(column.note) <= longest_message;
    if (column.choices.empty() && !has_message) return;
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_ANY;
    // The library takes char* and copies.
    std::vector<std::string> choices = column.choices;
    std::string note = column.note;
    std::string formula;
    std::vector<char*> list;
    if (!column.choices.empty() && needs_choices_sheet(column)) {
        long_choices_.push_back(&column.choices);
        const std::string letters = base::column_letters(static_cast<std::uint32_t>(long_choices_.size() - 1));
        formula = "='" + std::string{choices_sheet} + "'!$" + letters + "$1:$" + letters + "$" +
                  std::to_string(column.choices.size());
        validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        validation.value_formula = formula.data();
    } else if (!column.choices.empty()) {
        for (std::string& choice : choices) list.push_back(choice.data());
        list.push_back(nullptr);
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = list.data();
    }
    if (has_message) validation.input_message = note.data();
    const lxw_col_t number = SheetWriter::narrow(at);
    require(
        worksheet_data_validation_range(sheet, first_row, number, first_row + rows_to_fill_in, number, &validation));
}

void WorkbookWriter::add_choices_sheet()
{
    if (long_choices_.empty()) return;
    lxw_worksheet* const sheet = workbook_add_worksheet(workbook_, std::string{choices_sheet}.c_str());
    if (!sheet) throw std::runtime_error("xlsx: sheet of choices");
    worksheet_hide(sheet);
    SheetWriter writer{sheet, formats_};
    std::size_t longest = 0;
    for (const auto* const choices : long_choices_) longest = std::max(longest, choices->size());
    for (std::size_t row = 0; row < longest; ++row)
        for (std::size_t at = 0; at < long_choices_.size(); ++at)
            if (row < long_choices_[at]->size())
                writer.text(static_cast<lxw_row_t>(row), at, (*long_choices_[at])[row], formats_.text);
}

base::Result<void> check(const TableSheet& table, const std::string& file, std::set<std::string>& names)
{
    const bool has_bad_letter = table.name.find_first_of("[]:*?/\\") != std::string::npos;
    const bool has_quote = table.name.starts_with('\'') || table.name.ends_with('\'');
    if (table.name.empty() || has_bad_letter || has_quote || letters_in(table.name) > longest_sheet_name ||
        table.name == choices_sheet || !names.insert(table.name).second)
        return fail(ErrorKind::invalid, "spreadsheet.write.bad_sheet_name", {{"sheet", table.name}});
    for (const auto* const rows : {&table.example_rows, &table.rows})
        for (std::size_t row = 0; row < rows->size(); ++row)
            if (std::any_of((*rows)[row].begin(), (*rows)[row].end(), is_too_long))
                return too_long(file, {table.name, static_cast<lxw_row_t>(row + 1)});
    return {};
}

}  // namespace

bool is_example(const Row& row)
{
    return !row.cells.empty() && row.cells.back().text == example_mark;
}

base::Result<void> refuse_existing(const std::filesystem::path& path)
{
    if (!std::filesystem::exists(path)) return {};
    return fail(ErrorKind::conflict, "spreadsheet.write.file_exists", {{"file", path.string()}});
}

base::Result<void> write_workbook(const std::filesystem::path& path, const std::vector<TableSheet>& sheets)
{
    std::set<std::string> names;
    for (const TableSheet& table : sheets) TRY(check(table, path.filename().string(), names));
    try {
        replace_file(path, [&](const std::filesystem::path& fresh) {
            // The library would print its own message to the terminal.
            if (!std::ofstream{fresh}) throw std::system_error(errno, std::generic_category(), path.string());
            WorkbookWriter writer{fresh};
            for (const TableSheet& table : sheets) writer.add(table);
            writer.close();
        });
    } catch (const TooLong& where) {
        return too_long(path.filename().string(), where);
    }
    return {};
}

}  // namespace spreadsheet
