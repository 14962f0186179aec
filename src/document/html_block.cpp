// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "document/html_page.h"
#include "document/text.h"

namespace document {

namespace {

std::string with_breaks(std::string_view text)
{
    std::string result;
    for (const char character : escaped(text)) {
        if (character == '\n')
            result += "<br>";
        else
            result += character;
    }
    return result;
}

std::string cell_element(const TableCell& cell, bool in_head, HtmlRuns& runs)
{
    std::string attributes;
    if (cell.column_span > 1) attributes += fmt::format(" colspan=\"{}\"", cell.column_span);
    if (cell.row_span > 1) attributes += fmt::format(" rowspan=\"{}\"", cell.row_span);
    if (cell.header)
        attributes +=
            fmt::format(" scope=\"{}{}\"", in_head ? "col" : "row", in_head && cell.column_span > 1 ? "group" : "");
    if (cell.align == Align::right) attributes += " class=\"right\"";
    if (cell.align == Align::center) attributes += " class=\"center\"";
    const std::string_view tag = cell.header ? "th" : "td";
    return fmt::format("<{0}{1}>{2}</{0}>", tag, attributes, runs(cell.runs));
}

}  // namespace

HtmlRuns::HtmlRuns(const Document& document)
{
    for (const FactSheet& fact : document.facts) known_.insert(fact.id);
}

std::string HtmlRuns::operator()(const std::vector<Run>& runs)
{
    std::string result;
    for (const Run& run : runs) {
        std::string text = linked(run, with_breaks(run.text));
        if (run.bold) text = "<strong>" + text + "</strong>";
        if (run.missing) text = "<mark class=\"missing\">" + text + "</mark>";
        result += text;
    }
    return result;
}

std::string HtmlRuns::linked(const Run& run, const std::string& text)
{
    if (run.fact.empty() || !known_.contains(run.fact)) return text;
    const std::string name = fact_name(run.fact);
    const std::string anchor = seen_.insert(run.fact).second ? fmt::format(" id=\"f-{}\"", name) : "";
    return fmt::format("<a class=\"fact\"{} href=\"facts/{}.html\">{}</a>", anchor, name, text);
}

std::string html_table(const Table& table, HtmlRuns& runs)
{
    std::string rows;
    const int last_header = std::min(table.header_rows, static_cast<int>(table.rows.size()));
    for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) {
        if (row == 0 && last_header > 0) rows += "<thead>\n";
        if (row == last_header) rows += row > 0 ? "</thead>\n<tbody>\n" : "<tbody>\n";
        rows += "<tr>";
        for (const TableCell& cell : table.rows[static_cast<std::size_t>(row)])
            rows += cell_element(cell, row < last_header, runs);
        rows += "</tr>\n";
    }
    if (!table.rows.empty()) rows += static_cast<int>(table.rows.size()) > last_header ? "</tbody>\n" : "</thead>\n";
    const std::string caption =
        table.caption.empty() ? "" : fmt::format("<caption>{}</caption>\n", escaped(table.caption));
    return fmt::format("<div class=\"scroll\"><table>\n{}{}</table></div>\n", caption, rows);
}

}  // namespace document
