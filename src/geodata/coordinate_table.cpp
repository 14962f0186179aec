// SPDX-License-Identifier: Apache-2.0
#include "geodata/coordinate_table.h"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "chinese/letters.h"
#include "geodata/table_columns.h"

namespace geodata {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::uint32_t rows_before_header = 30;

// One row with a point.
struct TableRow {
    DrawnPoint point;
    std::string code = {};
    std::string number = {};
    std::string name = {};
    std::string ring = {};
    bool is_apart = false;  // an empty row or a header stands above
};

std::string text_at(const spreadsheet::Row& row, std::optional<std::uint32_t> column)
{
    if (!column || *column >= row.cells.size()) return {};
    return chinese::trimmed(row.cells[*column].text);
}

class SheetReader {
public:
    SheetReader(std::string sheet, std::size_t points_left) : sheet_{std::move(sheet)}, points_left_{points_left} {}

    base::Result<void> take(const spreadsheet::Row& row)
    {
        if (const auto header = header_of(row)) {
            columns_ = header;
            last_row_ = 0;
            return {};
        }
        if (!columns_) return {};
        const std::string north = text_at(row, columns_->north);
        const std::string east = text_at(row, columns_->east);
        if (north.empty() && east.empty()) return {};  // 边长 stands between two points
        if (north.empty() || east.empty())
            return fail(ErrorKind::invalid, "geodata.point.incomplete",
                        {{"place", place(row.number, north.empty() ? columns_->north : columns_->east)}});
        TRY_ASSIGN(const Coordinate x, coordinate(row.number, columns_->north, north));
        TRY_ASSIGN(const Coordinate y, coordinate(row.number, columns_->east, east));
        if (rows_.size() >= points_left_) return fail(ErrorKind::invalid, "geodata.file.too_many_points");
        const bool is_apart = last_row_ == 0 || row.number > last_row_ + 1;
        rows_.push_back({{x, y, row.number},
                         text_at(row, columns_->code),
                         text_at(row, columns_->number),
                         text_at(row, columns_->name),
                         text_at(row, columns_->ring),
                         is_apart});
        last_row_ = row.number;
        return {};
    }

    // A row that holds only the length of a side is part of the table, an empty one is not.
    void pass(const spreadsheet::Row& row)
    {
        if (columns_ && last_row_ != 0 && row.number == last_row_ + 1) last_row_ = row.number;
    }

    bool has_header() const { return columns_.has_value(); }
    bool is_searching(std::uint32_t row) const { return !columns_ && row > rows_before_header; }
    const std::string& sheet() const { return sheet_; }
    const TableColumns& columns() const { return *columns_; }
    std::vector<TableRow>& rows() { return rows_; }

private:
    std::string place(std::uint32_t row, std::uint32_t column) const { return spreadsheet::place(sheet_, row, column); }

    base::Result<Coordinate> coordinate(std::uint32_t row, std::uint32_t column, const std::string& text) const
    {
        if (const auto value = read_coordinate(text)) return *value;
        constexpr std::size_t told = 40;
        return fail(ErrorKind::invalid, "geodata.point.not_a_number",
                    {{"place", place(row, column)}, {"text", text.size() > told ? "…" : text}});
    }

    std::string sheet_;
    std::size_t points_left_;
    std::optional<TableColumns> columns_;
    std::vector<TableRow> rows_;
    std::uint32_t last_row_ = 0;
};

// 编号 is the parcel's unless every row has its own: then it is the point's.
bool is_number_of_parcel(const TableColumns& columns, const std::vector<TableRow>& rows)
{
    if (columns.code || !columns.number) return false;
    for (std::size_t at = 1; at < rows.size(); ++at)
        if (rows[at].number.empty() || rows[at].number == rows[at - 1].number) return true;
    return false;
}

// Builds the shapes of one sheet from its rows, top down.
class ShapeBuilder {
public:
    ShapeBuilder(const SheetReader& reader, std::vector<DrawnShape>& shapes, bool is_coded)
        : reader_{reader}, shapes_{shapes}, is_coded_{is_coded}
    {
    }

    base::Result<void> take(const TableRow& row)
    {
        const bool is_new_code = is_coded_ && !row.code.empty() && row.code != code_;
        const bool is_outer_again = row.ring == outer_ring_ && (is_closed_ || ring_ != outer_ring_);
        const bool is_next = is_coded_ ? is_new_code : row.is_apart || is_outer_again;
        if (is_next || !has_shape_) TRY(begin(row));
        const bool is_new_ring = !row.ring.empty() && row.ring != ring_;
        DrawnPolygon& polygon = shapes_.back().polygons.front();
        if (polygon.empty() || is_new_ring) {
            polygon.emplace_back();
            is_closed_ = false;
            ring_ = row.ring;
        }
        DrawnRing& ring = polygon.back();
        if (is_closed_) {
            if (row.point.is_at(ring.front())) return {};
            return fail(ErrorKind::invalid, "geodata.table.ring_unclear",
                        {{"place", place_of(shapes_.back(), row.point)}});
        }
        is_closed_ = ring.size() > 2 && row.point.is_at(ring.front());
        ring.push_back(row.point);
        return {};
    }

private:
    base::Result<void> begin(const TableRow& row)
    {
        DrawnShape shape;
        shape.sheet = reader_.sheet();
        shape.column = reader_.columns().north;
        shape.place = spreadsheet::place(shape.sheet, row.point.row, shape.column);
        shape.name = row.name;
        shape.polygons.emplace_back();
        ++count_;
        if (is_coded_) {
            shape.code = row.code;
            if (!codes_.insert(row.code).second)
                return fail(ErrorKind::invalid, "geodata.table.code_twice",
                            {{"place", shape.place}, {"code", row.code}});
        } else {
            shape.code = count_ == 1 ? shape.sheet : shape.sheet + "-" + std::to_string(count_);
        }
        code_ = row.code;
        ring_ = outer_ring_ = row.ring;
        is_closed_ = false;
        has_shape_ = true;
        shapes_.push_back(std::move(shape));
        return {};
    }

    const SheetReader& reader_;
    std::vector<DrawnShape>& shapes_;
    bool is_coded_;
    bool has_shape_ = false;
    bool is_closed_ = false;
    std::size_t count_ = 0;
    std::string code_;
    std::string ring_;
    std::string outer_ring_;
    std::set<std::string> codes_;
};

base::Result<void> add_shapes(SheetReader& reader, std::vector<DrawnShape>& shapes)
{
    const bool by_number = is_number_of_parcel(reader.columns(), reader.rows());
    if (by_number)
        for (TableRow& row : reader.rows()) row.code = row.number;
    ShapeBuilder builder{reader, shapes, by_number || reader.columns().code.has_value()};
    for (const TableRow& row : reader.rows()) TRY(builder.take(row));
    return {};
}

base::Result<void> read_rows(spreadsheet::Workbook& workbook, std::size_t sheet, SheetReader& reader)
{
    base::Result<void> outcome;
    TRY(workbook.each_row(sheet, [&](const spreadsheet::Row& row) {
        if (reader.is_searching(row.number)) return spreadsheet::Visit::stop;
        outcome = reader.take(row);
        reader.pass(row);
        return outcome ? spreadsheet::Visit::go_on : spreadsheet::Visit::stop;
    }));
    return outcome;
}

}  // namespace

base::Result<Drawing> read_coordinate_tables(spreadsheet::Workbook& workbook, const SurveyLimits& limits)
{
    Drawing drawing;
    drawing.notes = workbook.notes();
    bool has_table = false;
    std::size_t points_left = limits.points;
    for (std::size_t sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
        if (workbook.is_hidden(sheet)) continue;
        SheetReader reader{workbook.sheets()[sheet], points_left};
        TRY(read_rows(workbook, sheet, reader));
        if (!reader.has_header()) continue;
        has_table = true;
        points_left -= reader.rows().size();
        TRY(add_shapes(reader, drawing.shapes));
        if (drawing.shapes.size() > limits.shapes) return fail(ErrorKind::invalid, "geodata.file.too_many_shapes");
    }
    if (!has_table) return fail(ErrorKind::invalid, "geodata.table.no_coordinates");
    return drawing;
}

}  // namespace geodata
