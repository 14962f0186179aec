// SPDX-License-Identifier: Apache-2.0
#include <numeric>

#include "document/docx_body.h"
#include "document/grid.h"

namespace document {

namespace {

void append_width(pugi::xml_node parent, const char* name, int twips)
{
    pugi::xml_node width = parent.append_child(name);
    width.append_attribute("w:w") = twips;
    width.append_attribute("w:type") = "dxa";
}

void append_properties(pugi::xml_node table, const std::vector<int>& widths)
{
    pugi::xml_node properties = table.append_child("w:tblPr");
    append_value(properties, "w:tblStyle", "ReportTable");
    append_width(properties, "w:tblW", std::accumulate(widths.begin(), widths.end(), 0));
    append_value(properties, "w:jc", "center");
    properties.append_child("w:tblLayout").append_attribute("w:type") = "fixed";
    pugi::xml_node grid = table.append_child("w:tblGrid");
    for (const int width : widths) grid.append_child("w:gridCol").append_attribute("w:w") = width;
}

// The schema wants this order: tcW, gridSpan, vMerge, shd, vAlign. Word repairs a file that has another.
void append_cell_properties(pugi::xml_node element, const Placed& placed, int row, int width)
{
    pugi::xml_node properties = element.append_child("w:tcPr");
    append_width(properties, "w:tcW", width);
    if (placed.cell->column_span > 1) append_value(properties, "w:gridSpan", placed.cell->column_span);
    if (placed.cell->row_span > 1) append_value(properties, "w:vMerge", row == placed.row ? "restart" : "continue");
    if (placed.cell->header) {
        pugi::xml_node shade = properties.append_child("w:shd");
        shade.append_attribute("w:val") = "clear";
        shade.append_attribute("w:color") = "auto";
        shade.append_attribute("w:fill") = "F2F2F2";
    }
    append_value(properties, "w:vAlign", "center");
}

pugi::xml_node append_cell(pugi::xml_node line, const Placed& placed, int row, int width)
{
    pugi::xml_node element = line.append_child("w:tc");
    append_cell_properties(element, placed, row, width);
    const TableCell& cell = *placed.cell;
    const char* const style = cell.header ? "TableHeader" : "TableText";
    const bool covered = row != placed.row;
    pugi::xml_node paragraph = append_paragraph(element, style, covered ? std::vector<Run>{} : cell.runs);
    const Align usual = cell.header ? Align::center : Align::left;
    const Align wanted = cell.header && cell.align == Align::left ? Align::center : cell.align;
    if (wanted != usual) append_value(paragraph.child("w:pPr"), "w:jc", wanted == Align::right ? "right" : "center");
    return paragraph;
}

void append_row(pugi::xml_node element, const Table& table, const Grid& grid, int row, const std::vector<int>& widths)
{
    pugi::xml_node line = element.append_child("w:tr");
    pugi::xml_node properties = line.append_child("w:trPr");
    properties.append_child("w:cantSplit");
    if (row < table.header_rows) properties.append_child("w:tblHeader");
    for (int column = 0; column < grid.columns;) {
        const Placed& placed = grid.at(row, column);
        const int width = std::accumulate(widths.begin() + placed.column, widths.begin() + placed.column_end(), 0);
        const pugi::xml_node paragraph = append_cell(line, placed, row, width);
        if (row >= table.together.first && row + 1 < table.together.end) keep_with_next(paragraph);
        column = placed.column_end();
    }
}

}  // namespace

base::Result<bool> append_table(pugi::xml_node body, const Table& table)
{
    TRY_ASSIGN(const Grid grid, place_cells(table));
    const std::vector<int> widths = shares(table, grid.columns, text_width_twips);
    pugi::xml_node element = body.append_child("w:tbl");
    append_properties(element, widths);
    for (int row = 0; row < grid.rows; ++row) append_row(element, table, grid, row, widths);
    return true;
}

}  // namespace document
