// SPDX-License-Identifier: Apache-2.0
#include "budget/import_tables.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "chinese/unit_line.h"
#include "spreadsheet/write.h"

namespace budget {

using base::ErrorKind;
using spreadsheet::Cell;
using spreadsheet::CellKind;
using spreadsheet::Row;
using spreadsheet::Visit;

namespace {

constexpr std::size_t problems_listed = 1'000;
constexpr std::size_t header_within = 20;

// 金 额（元）* -> 金额(元)
std::string normalised(std::string_view text)
{
    struct Change {
        std::string_view from;
        std::string_view to;
    };
    constexpr std::array<Change, 8> changes{
        {{" ", ""}, {"\u3000", ""}, {"\n", ""}, {"\r", ""}, {"*", ""}, {"（", "("}, {"）", ")"}, {"：", ""}}};
    std::string plain;
    while (!text.empty()) {
        const auto change = std::find_if(changes.begin(), changes.end(),
                                         [&](const Change& candidate) { return text.starts_with(candidate.from); });
        if (change == changes.end()) {
            plain += text.front();
            text.remove_prefix(1);
            continue;
        }
        plain += change->to;
        text.remove_prefix(change->from.size());
    }
    return plain;
}

bool is_total_word(std::string_view text)
{
    constexpr std::array<std::string_view, 8> words{"合计",     "总计", "小计",     "本页合计",
                                                    "本月合计", "累计", "本年合计", "本年累计"};
    const std::string plain = normalised(text);
    return std::find(words.begin(), words.end(), plain) != words.end();
}

std::size_t filled_cells(const Row& row)
{
    return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(),
                                                  [](const Cell& cell) { return cell.kind != CellKind::empty; }));
}

// How far one row is the header of one shape.
struct Header {
    std::size_t shape = 0;
    std::uint32_t row = 0;
    std::vector<std::optional<std::size_t>> columns = {};
    std::optional<std::size_t> repeated = {};  // the cell whose title stood there before
    std::string unit = {};                     // of the amounts
    std::size_t unit_at = 0;
    std::size_t found = 0;     // required columns
    std::string missing = {};  // required columns, named
};

Header header_of(const TableShape& shape, std::size_t shape_index, const Row& row)
{
    Header header{.shape = shape_index, .row = row.number, .columns = {}};
    header.columns.resize(shape.columns.size());
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        const std::string title = normalised(row.cells[at].text);
        const auto bracket = title.find('(');
        const std::string name = title.substr(0, bracket);
        for (std::size_t column = 0; column < shape.columns.size(); ++column) {
            if (name.empty() || shape.columns[column].title != name) continue;
            if (header.columns[column]) header.repeated = at;
            header.columns[column] = at;
            if (bracket == std::string::npos || !name.ends_with("金额")) continue;
            header.unit = title.substr(bracket);
            header.unit_at = at;
        }
    }
    for (std::size_t column = 0; column < shape.columns.size(); ++column) {
        if (!shape.columns[column].required) continue;
        if (header.columns[column])
            ++header.found;
        else
            header.missing += (header.missing.empty() ? "" : "、") + shape.columns[column].title;
    }
    return header;
}

// One sheet: looks for its header, then hands on the records.
class SheetReader {
public:
    SheetReader(const std::string& sheet, const std::vector<TableShape>& shapes, ImportOutcome& outcome,
                const RecordVisitor& visit)
        : sheet_{sheet}, shapes_{shapes}, outcome_{outcome}, visit_{visit}
    {
    }

    Visit take(const Row& row)
    {
        if (header_) {
            record(row);
            return Visit::go_on;
        }
        for (std::size_t shape = 0; shape < shapes_.size(); ++shape) {
            Header candidate = header_of(shapes_[shape], shape, row);
            if (candidate.missing.empty()) return begin(std::move(candidate));
            if (!nearest_ || candidate.found > nearest_->found) nearest_ = std::move(candidate);
        }
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const std::string unit = chinese::money_unit_said(row.cells[at].text);
            if (!unit.empty()) said_above_ = {"(" + unit + ")", place(row.number, at)};
        }
        return ++rows_seen_ < header_within ? Visit::go_on : Visit::stop;
    }

    bool is_table() const { return header_.has_value(); }

    void finish()
    {
        if (header_) return;
        // A header that lacks one column is a mistake; one that lacks more belongs to something else.
        const bool almost = nearest_ && nearest_->found >= 2 && nearest_->found + 1 >= required(nearest_->shape);
        if (almost)
            Problems{outcome_}.add(spreadsheet::place(sheet_, nearest_->row, 0),
                                   {ErrorKind::invalid,
                                    "budget.import.columns_missing",
                                    {{"table", shapes_[nearest_->shape].name}, {"columns", nearest_->missing}}});
        else if (rows_seen_ > 0 && sheet_ != spreadsheet::choices_sheet)
            outcome_.sheets_passed_over.push_back(sheet_);
    }

private:
    std::size_t required(std::size_t shape) const
    {
        const auto& columns = shapes_[shape].columns;
        return static_cast<std::size_t>(
            std::count_if(columns.begin(), columns.end(), [](const ColumnTitle& column) { return column.required; }));
    }

    std::string place(std::uint32_t row, std::size_t column) const
    {
        return spreadsheet::place(sheet_, row, static_cast<std::uint32_t>(column));
    }

    Visit begin(Header header)
    {
        header_ = std::move(header);
        Problems problems{outcome_};
        if (header_->repeated)
            problems.add(place(header_->row, *header_->repeated),
                         {ErrorKind::invalid, "budget.import.column_twice", {{"table", shapes_[header_->shape].name}}});
        const bool known = take_unit(problems);
        return known && !header_->repeated ? Visit::go_on : Visit::stop;
    }

    // The header says what its amounts count in, or else a line above it; both together must say the same.
    bool take_unit(Problems& problems)
    {
        const auto& columns = shapes_[header_->shape].columns;
        const auto is_amount = [](const ColumnTitle& column) { return column.title.ends_with("金额"); };
        if (std::none_of(columns.begin(), columns.end(), is_amount)) return true;
        const bool in_header = !header_->unit.empty();
        const std::string& unit = in_header ? header_->unit : said_above_.unit;
        if (in_header && !said_above_.unit.empty() && said_above_.unit != unit) {
            problems.add(
                said_above_.place,
                {ErrorKind::invalid, "budget.import.units_differ", {{"above", said_above_.unit}, {"header", unit}}});
            return false;
        }
        if (unit == "(万元)") unit_ = AmountUnit::wan_yuan;
        if (unit.empty() || unit == "(元)" || unit == "(万元)") return true;
        problems.add(in_header ? place(header_->row, header_->unit_at) : said_above_.place,
                     {ErrorKind::invalid, "budget.import.unit_unknown", {{"unit", unit}}});
        return false;
    }

    void record(const Row& row)
    {
        const std::size_t name_at = header_->columns.front().value();
        const std::string_view name = name_at < row.cells.size() ? std::string_view{row.cells[name_at].text} : "";
        if (name.empty() || is_total_word(name)) {
            const auto is_total = [](const Cell& cell) {
                return cell.kind == CellKind::text && is_total_word(cell.text);
            };
            const bool total = std::any_of(row.cells.begin(), row.cells.end(), is_total);
            if (total) ++outcome_.totals;
            if (total || filled_cells(row) < 2) return;
        }
        if (normalised_title(name)) return;
        if (spreadsheet::is_example(row)) {
            outcome_.examples.push_back(place(row.number, name_at));
            return;
        }
        ++outcome_.rows;
        visit_(header_->shape, unit_, TableRow{sheet_, row, header_->columns});
    }

    bool normalised_title(std::string_view name) const
    {
        const std::string& title = shapes_[header_->shape].columns.front().title;
        return name.size() >= title.size() && normalised(name) == title;
    }

    const std::string& sheet_;
    const std::vector<TableShape>& shapes_;
    ImportOutcome& outcome_;
    const RecordVisitor& visit_;
    std::optional<Header> header_;
    std::optional<Header> nearest_;
    std::size_t rows_seen_ = 0;
    AmountUnit unit_ = AmountUnit::yuan;
    struct {
        std::string unit;
        std::string place;
    } said_above_;
};

}  // namespace

void Problems::add(std::string place, base::Error error)
{
    if (outcome_.problems.size() < problems_listed)
        outcome_.problems.push_back({std::move(place), std::move(error)});
    else
        ++outcome_.problems_not_listed;
}

const Cell& TableRow::cell(std::size_t column) const
{
    static const Cell empty;
    const auto at = columns_[column];
    return at && *at < row_.cells.size() ? row_.cells[*at] : empty;
}

std::string TableRow::place(std::size_t column) const
{
    const std::size_t at = columns_[column].value_or(columns_.front().value_or(0));
    return spreadsheet::place(sheet_, row_.number, static_cast<std::uint32_t>(at));
}

base::Result<void> read_tables(spreadsheet::Workbook& workbook, const std::vector<TableShape>& shapes,
                               ImportOutcome& outcome, const RecordVisitor& visit)
{
    bool any = false;
    for (std::size_t sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
        SheetReader reader{workbook.sheets()[sheet], shapes, outcome, visit};
        TRY(workbook.each_row(sheet, [&](const Row& row) { return reader.take(row); }));
        reader.finish();
        any = any || reader.is_table();
    }
    if (!any && outcome.problems.empty())
        Problems{outcome}.add(workbook.sheets().front(),
                              {ErrorKind::invalid, "budget.import.no_table", {{"table", shapes.front().name}}});
    return {};
}

}  // namespace budget
