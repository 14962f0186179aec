// SPDX-License-Identifier: Apache-2.0
#include "budget/import_tables.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

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
constexpr std::int64_t rows_between_signs = 1'000;  // of progress

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
            header.missing += (header.missing.empty() ? "" : "、") + std::string{shape.columns[column].title};
    }
    return header;
}

// One sheet: looks for its header, then hands on the records.
class SheetReader {
public:
    SheetReader(std::size_t sheet, const std::vector<TableShape>& shapes, ImportJob& job, const RecordVisitor& visit)
        : sheet_{sheet}, shapes_{shapes}, job_{job}, visit_{visit}
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
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const std::string unit = chinese::money_unit_said(row.cells[column].text);
            if (!unit.empty()) said_above_ = {"(" + unit + ")", at(row.number, column)};
        }
        return ++rows_seen_ < header_within ? Visit::go_on : Visit::stop;
    }

    bool is_table() const { return header_.has_value(); }

    void finish()
    {
        if (header_) return;
        // A header that lacks one column is a mistake; one that lacks more belongs to something else.
        const bool almost = nearest_ && nearest_->found >= 2 && nearest_->found + 1 >= required(nearest_->shape);
        const std::string& name = job_.file.workbook.sheets()[sheet_];
        if (almost) {
            job_.unread_shapes.insert(nearest_->shape);
            job_.refuse({sheet_, nearest_->row}, {ErrorKind::invalid,
                                                  "budget.import.columns_missing",
                                                  {{"table", name_of(*nearest_)}, {"columns", nearest_->missing}}});
        } else if (rows_seen_ > 0 && name != spreadsheet::choices_sheet) {
            job_.outcome.sheets_passed_over.push_back(name);
        }
    }

private:
    std::size_t required(std::size_t shape) const
    {
        const auto& columns = shapes_[shape].columns;
        return static_cast<std::size_t>(
            std::count_if(columns.begin(), columns.end(), [](const ColumnTitle& column) { return column.required; }));
    }

    CellAt at(std::uint32_t row, std::size_t column) const { return {sheet_, row, static_cast<std::uint32_t>(column)}; }

    Visit begin(Header header)
    {
        header_ = std::move(header);
        if (header_->repeated)
            job_.refuse(at(header_->row, *header_->repeated),
                        {ErrorKind::invalid, "budget.import.column_twice", {{"table", name_of(*header_)}}});
        const bool is_sound = take_unit() && !header_->repeated;
        if (!is_sound) job_.unread_shapes.insert(header_->shape);
        return is_sound ? Visit::go_on : Visit::stop;
    }

    // The header says what its amounts count in, or else a line above it; both together must say the same.
    bool take_unit()
    {
        const auto& columns = shapes_[header_->shape].columns;
        const auto is_amount = [](const ColumnTitle& column) { return column.title.ends_with("金额"); };
        if (std::none_of(columns.begin(), columns.end(), is_amount)) return true;
        const bool in_header = !header_->unit.empty();
        const std::string& unit = in_header ? header_->unit : said_above_.unit;
        if (in_header && !said_above_.unit.empty() && said_above_.unit != unit) {
            job_.refuse(
                said_above_.at,
                {ErrorKind::invalid, "budget.import.units_differ", {{"above", said_above_.unit}, {"header", unit}}});
            return false;
        }
        if (unit == "(万元)") unit_ = AmountUnit::wan_yuan;
        if (unit.empty() || unit == "(元)" || unit == "(万元)") return true;
        job_.refuse(in_header ? at(header_->row, header_->unit_at) : said_above_.at,
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
            if (total) ++job_.outcome.totals;
            if (total || filled_cells(row) < 2) return;
        }
        if (normalised_title(name)) return;
        if (spreadsheet::is_example(row)) {
            job_.outcome.examples.push_back(job_.place_of(at(row.number, name_at)));
            return;
        }
        ++job_.outcome.rows;
        if (job_.file.progress && job_.outcome.rows % rows_between_signs == 1) job_.file.progress(job_.outcome.rows, 0);
        const TableRow record{sheet_, row, shapes_[header_->shape], header_->columns};
        if (job_.on_record) job_.on_record(header_->shape, unit_, record);
        visit_(header_->shape, unit_, record);
    }

    std::string name_of(const Header& header) const { return std::string{shapes_[header.shape].name}; }

    bool normalised_title(std::string_view name) const
    {
        const std::string_view title = shapes_[header_->shape].columns.front().title;
        return name.size() >= title.size() && normalised(name) == title;
    }

    std::size_t sheet_;
    const std::vector<TableShape>& shapes_;
    ImportJob& job_;
    const RecordVisitor& visit_;
    std::optional<Header> header_;
    std::optional<Header> nearest_;
    std::size_t rows_seen_ = 0;
    AmountUnit unit_ = AmountUnit::yuan;
    struct {
        std::string unit;
        CellAt at;
    } said_above_;
};

}  // namespace

std::string ImportJob::place_of(const CellAt& at) const
{
    const std::string& sheet = file.workbook.sheets()[at.sheet];
    return at.row == 0 ? sheet : spreadsheet::place(sheet, at.row, at.column);
}

void ImportJob::refuse(const CellAt& at, base::Error error)
{
    const bool is_listed = outcome.problems.size() < problems_listed;
    if (!is_listed) ++outcome.problems_not_listed;
    if (!is_listed && !on_problem) return;
    std::string place = place_of(at);
    if (on_problem) on_problem(at, place, error);
    if (is_listed)
        outcome.problems.push_back(
            {std::move(place), std::string{at.title}, std::move(error), at.sheet, at.row, at.column});
}

ImportOutcome ImportJob::finish()
{
    std::stable_sort(outcome.problems.begin(), outcome.problems.end(),
                     [](const ImportProblem& a, const ImportProblem& b) {
                         return std::tie(a.sheet, a.row, a.sheet_column) < std::tie(b.sheet, b.row, b.sheet_column);
                     });
    return std::move(outcome);
}

const Cell& TableRow::cell(std::size_t column) const
{
    static const Cell empty;
    const auto at = columns_[column];
    return at && *at < row_.cells.size() ? row_.cells[*at] : empty;
}

CellAt TableRow::cell_at(std::size_t sheet, std::uint32_t row, const TableShape& shape, const Columns& columns,
                         std::size_t column)
{
    const std::size_t at = columns[column].value_or(columns.front().value_or(0));
    return {sheet, row, static_cast<std::uint32_t>(at), shape.columns[column].title};
}

base::Result<void> read_tables(ImportJob& job, const std::vector<TableShape>& shapes, const RecordVisitor& visit)
{
    spreadsheet::Workbook& workbook = job.file.workbook;
    bool any = false;
    for (std::size_t sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
        SheetReader reader{sheet, shapes, job, visit};
        TRY(workbook.each_row(sheet, [&](const Row& row) { return reader.take(row); }));
        reader.finish();
        any = any || reader.is_table();
    }
    if (!any && job.outcome.problems.empty())
        job.refuse({}, {ErrorKind::invalid, "budget.import.no_table", {{"table", std::string{shapes.front().name}}}});
    return {};
}

}  // namespace budget
