// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/sheet_part.h"

#include <charconv>

#include "base/date.h"
#include "spreadsheet/number_text.h"
#include "spreadsheet/xml.h"

namespace spreadsheet {

using base::ErrorKind;

namespace {

constexpr std::uint32_t most_columns = 16'384;
constexpr std::size_t most_merges = 200'000;

struct Reference {
    std::uint32_t row = 0;  // 1-based
    std::uint32_t column = 0;
};

// "AB12"
std::optional<Reference> parse_reference(std::string_view text)
{
    std::uint32_t letters = 0;
    while (!text.empty() && text.front() >= 'A' && text.front() <= 'Z' && letters <= most_columns) {
        letters = letters * 26 + static_cast<std::uint32_t>(text.front() - 'A' + 1);
        text.remove_prefix(1);
    }
    Reference reference{0, letters - 1};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), reference.row);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size();
    if (letters == 0 || letters > most_columns || !is_whole || reference.row == 0) return std::nullopt;
    return reference;
}

std::optional<std::uint64_t> parse_count(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// "2024-07-01T09:30:00" of a cell with t="d", ISO 8601.
Cell iso_cell(std::string text)
{
    if (base::Date::parse(text)) return {CellKind::date, std::move(text)};
    const auto moment = base::DateTime::parse(std::string_view{text}.substr(0, text.find_first_of(".Z+")));
    if (moment) return {CellKind::time, moment->to_string()};
    return {CellKind::text, std::move(text)};
}

class SheetHandler : public XmlHandler {
public:
    SheetHandler(const SheetContext& context, const RowVisitor& visit) : context_{context}, visit_{visit} {}

    void start(std::string_view name, const Attributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

    SheetReading reading;

private:
    void start_row(const Attributes& attributes);
    void start_cell(const Attributes& attributes);
    void start_inside_cell(std::string_view name);
    void end_cell();
    void end_row();
    void add_merge(std::string_view range);
    std::optional<Cell> cell_of_value();
    std::optional<Cell> cell_of_number();
    void refuse_here(std::string code, base::ErrorArgs more = {});

    const SheetContext& context_;
    const RowVisitor& visit_;
    Row row_;
    bool is_in_data_ = false;
    bool is_in_row_ = false;
    bool is_in_cell_ = false;
    bool has_formula_ = false;
    bool has_value_ = false;
    int phonetic_ = 0;
    bool takes_text_ = false;
    std::string type_;
    unsigned style_ = 0;
    std::uint32_t column_ = 0;       // of the cell at hand
    std::uint32_t next_column_ = 0;  // where a cell without reference goes
    std::string value_;
};

void SheetHandler::start(std::string_view name, const Attributes& attributes)
{
    if (is_in_cell_)
        start_inside_cell(name);
    else if (is_in_row_ && name == "c")
        start_cell(attributes);
    else if (is_in_data_ && name == "row")
        start_row(attributes);
    else if (name == "sheetData")
        is_in_data_ = true;
    else if (name == "mergeCell")
        add_merge(attributes.find("ref").value_or(""));
}

void SheetHandler::start_row(const Attributes& attributes)
{
    const std::uint32_t previous = row_.number;
    std::uint64_t number = std::uint64_t{previous} + 1;
    if (const auto written = attributes.find("r")) number = parse_count(*written).value_or(0);
    if (number > context_.limits.rows)
        return refuse_here("spreadsheet.sheet.too_many_rows", {{"limit", std::to_string(context_.limits.rows)}});
    if (number <= previous) return refuse_here("spreadsheet.sheet.damaged");
    row_.number = static_cast<std::uint32_t>(number);
    row_.cells.clear();
    next_column_ = 0;
    is_in_row_ = true;
}

void SheetHandler::start_cell(const Attributes& attributes)
{
    column_ = next_column_;
    if (const auto written = attributes.find("r")) {
        const auto reference = parse_reference(*written);
        if (reference) column_ = reference->column;
        if (!reference || reference->row != row_.number || column_ < next_column_)
            return refuse_here("spreadsheet.sheet.damaged");
    }
    next_column_ = column_ + 1;
    type_ = attributes.find("t").value_or("n");
    style_ = 0;
    if (const auto style = attributes.find("s")) style_ = static_cast<unsigned>(parse_count(*style).value_or(0));
    value_.clear();
    has_formula_ = false;
    has_value_ = false;
    phonetic_ = 0;
    takes_text_ = false;
    is_in_cell_ = true;
}

void SheetHandler::start_inside_cell(std::string_view name)
{
    if (name == "f") has_formula_ = true;
    if (name == "rPh") ++phonetic_;
    if (name == "v" || (name == "t" && phonetic_ == 0)) {
        has_value_ = true;
        takes_text_ = true;
    }
}

void SheetHandler::text(std::string_view piece)
{
    if (!takes_text_) return;
    value_ += piece;
    if (value_.size() > context_.limits.cell_bytes) refuse_here("spreadsheet.cell.too_long");
}

void SheetHandler::end(std::string_view name)
{
    takes_text_ = false;
    if (is_in_cell_) {
        if (name == "rPh") --phonetic_;
        if (name == "c") end_cell();
    } else if (is_in_row_ && name == "row") {
        end_row();
    } else if (name == "sheetData") {
        is_in_data_ = false;  // anchors of buttons further on have elements named row, too
    }
}

void SheetHandler::end_cell()
{
    is_in_cell_ = false;
    if (!has_value_ && !has_formula_) return;
    auto cell = cell_of_value();
    if (!cell) return refuse_here("spreadsheet.sheet.damaged");
    if (cell->kind == CellKind::empty) return;
    if (column_ >= context_.limits.columns)
        return refuse_here("spreadsheet.sheet.too_many_columns", {{"limit", std::to_string(context_.limits.columns)}});
    row_.cells.resize(column_);
    row_.cells.push_back(*std::move(cell));
}

// The value of a cell; empty where the file contradicts itself.
std::optional<Cell> SheetHandler::cell_of_value()
{
    // A program that writes formulas without computing them leaves <v> out or empty. Only a text may really be empty.
    if (has_formula_ && (!has_value_ || (value_.empty() && type_ != "str")))
        return Cell{CellKind::error, std::string{formula_without_value}};
    if (type_ == "inlineStr" || type_ == "str") {
        unescape(value_);
        return value_.empty() ? Cell{} : Cell{CellKind::text, value_};
    }
    if (value_.empty()) return Cell{};
    if (type_ == "s") {
        const auto index = parse_count(value_);
        const auto shared = index ? context_.strings.find(*index) : std::nullopt;
        if (!shared) return std::nullopt;
        return shared->empty() ? Cell{} : Cell{CellKind::text, std::string{*shared}};
    }
    if (type_ == "b") return Cell{CellKind::boolean, value_ == "1" || value_ == "true" ? "1" : "0"};
    if (type_ == "e") return Cell{CellKind::error, value_};
    if (type_ == "d") return iso_cell(value_);
    return cell_of_number();
}

std::optional<Cell> SheetHandler::cell_of_number()
{
    auto number = exact_number(value_);
    if (!number) return std::nullopt;
    const CellFormat format = style_ < context_.formats.size() ? context_.formats[style_] : CellFormat::plain;
    return formatted_cell(*std::move(number), format, context_.epoch);
}

void SheetHandler::end_row()
{
    is_in_row_ = false;
    if (row_.cells.empty()) return;
    if (visit_(row_) == Visit::stop) finish();
}

void SheetHandler::add_merge(std::string_view range)
{
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos) return;  // a single cell
    const auto first = parse_reference(range.substr(0, colon));
    const auto last = parse_reference(range.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column ||
        reading.merges.size() == most_merges)
        return refuse({ErrorKind::invalid,
                       "spreadsheet.sheet.damaged",
                       {{"sheet", context_.name}, {"place", context_.name + "!" + std::string{range}}}});
    reading.merges.push_back({first->row, first->column, last->row, last->column});
}

void SheetHandler::refuse_here(std::string code, base::ErrorArgs more)
{
    base::ErrorArgs args{{"sheet", context_.name}, {"place", place(context_.name, row_.number, column_)}};
    args.insert(args.end(), more.begin(), more.end());
    refuse({ErrorKind::invalid, std::move(code), std::move(args)});
}

}  // namespace

base::Result<SheetReading> read_sheet(ByteSource& source, const std::string& part, const SheetContext& context,
                                      const RowVisitor& visit)
{
    SheetHandler handler{context, visit};
    TRY(read_xml(source, part, handler));
    handler.reading.is_complete = !handler.is_finished();
    return std::move(handler.reading);
}

}  // namespace spreadsheet
