// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "check/pdf_page.h"

namespace check {

namespace {

std::string row_text(const std::vector<std::string>& cells)
{
    std::string text = "|";
    for (const std::string& cell : cells) text += " " + cell + " |";
    return text + "\n";
}

// What stands at the foot of a page: — 12 —.
bool is_page_number(std::string_view line)
{
    return line.find_first_not_of("0123456789-— ") == std::string_view::npos;
}

// Which columns of a table those of another one are; none where they are not.
std::vector<std::size_t> places_in(const std::vector<PdfSpan>& columns, const std::vector<PdfSpan>& others)
{
    std::vector<std::size_t> places;
    for (const PdfSpan& other : others) {
        const auto from = columns.begin() + (places.empty() ? 0 : static_cast<std::ptrdiff_t>(places.back()) + 1);
        const auto found =
            std::find_if(from, columns.end(), [&](const PdfSpan& column) { return overlap(column, other); });
        if (found == columns.end()) return {};
        places.push_back(static_cast<std::size_t>(found - columns.begin()));
    }
    return places;
}

}  // namespace

void PdfText::add(const PdfPage& page)
{
    constexpr std::size_t most_pieces = 200'000;
    pieces_ += page.pieces.size();
    const std::vector<PdfTable> tables = pieces_ <= most_pieces ? tables_on(page, columns_) : std::vector<PdfTable>{};
    std::map<std::size_t, const PdfTable*> of_line;
    for (const PdfTable& table : tables)
        for (const std::size_t line : table.lines) of_line[line] = &table;
    std::set<const PdfTable*> printed;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const auto table = of_line.find(i);
        if (table != of_line.end()) {
            if (printed.insert(table->second).second) add_table(*table->second);
        } else if (i + 1 < page.lines.size() || !is_page_number(page.lines[i])) {
            text_ += ((page.begins_flow[i] && i > 0) || !columns_.empty() ? "\n" : "") + page.lines[i] + "\n";
            columns_.clear();
        }
    }
    text_ += '\f';
}

void PdfText::add_table(const PdfTable& table)
{
    const std::vector<std::size_t> places = places_in(columns_, table.columns);
    const bool goes_on = !places.empty() && text_.ends_with('\f');
    if (!goes_on) {
        text_ += '\n';
        columns_ = table.columns;
        first_rows_ = table.rows;
    }
    bool is_repeated = goes_on;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::vector<std::string> cells = table.rows[row];
        if (goes_on) {
            cells.assign(columns_.size(), "");
            for (std::size_t i = 0; i < places.size(); ++i) cells[places[i]] = table.rows[row][i];
            is_repeated = is_repeated && row < first_rows_.size() && cells == first_rows_[row];
            if (is_repeated) continue;
        }
        text_ += row_text(cells);
    }
}

}  // namespace check
