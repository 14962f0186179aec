// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/check: the tables of a page of a .pdf, which knows words and their places only.

#include <cstddef>
#include <string>
#include <vector>

namespace check {

// Words that stand together, in hundredths of a point from the page's upper left corner; at least one wide
// and high.
struct PdfPiece {
    int left = 0;
    int right = 0;
    int top = 0;
    int bottom = 0;
    std::string text = {};
    std::size_t line = 0;  // of PdfPage::lines

    int height() const { return bottom - top; }
};

struct PdfPage {
    std::vector<std::string> lines;  // whole, in reading order
    std::vector<bool> begins_flow;   // beside the lines
    std::vector<PdfPiece> pieces;    // a line in pieces where it has wide gaps
};

struct PdfSpan {
    int from = 0;
    int to = 0;
};
inline bool overlap(const PdfSpan& a, const PdfSpan& b)
{
    return a.from < b.to && b.from < a.to;
}

struct PdfTable {
    std::vector<std::vector<std::string>> rows;  // of equal length
    std::vector<PdfSpan> columns;
    std::vector<std::size_t> lines;  // that it took
};

// A table that was divided wrongly shows it: a bracket opens in one cell and closes in another, or many rows are nearly
// empty. Its lines are read as lines then, which judges less and accuses nobody.
bool is_sound(const PdfTable& table);

// Two rows and more that have two columns and more. A row is what stands beside each other: between rows there is more
// air than between the lines of a cell. A cell over several columns stands in the first of them; one over several rows,
// in the columns before the first one that has a cell in every row, in the first of those that it is centred on.
// `before`: the columns of the table with which the page before ended, or none; the first one here may go on in them.
std::vector<PdfTable> tables_on(const PdfPage& page, const std::vector<PdfSpan>& before = {});

// The text of all pages: lines as they are, tables as | rows |, a form feed behind each page. No tables behind 200,000
// pieces. A table that goes on at the top of the next page is one table, and titles that are printed there again stand
// once.
class PdfText {
public:
    void add(const PdfPage& page);
    std::string take() { return std::move(text_); }

private:
    void add_table(const PdfTable& table);

    std::string text_;
    std::size_t pieces_ = 0;        // looked at for tables
    std::vector<PdfSpan> columns_;  // of the table that stands last; none where something else does
    std::vector<std::vector<std::string>> first_rows_ = {};  // what it began with
};

}  // namespace check
