// SPDX-License-Identifier: Apache-2.0
#include "check/read_document.h"

#include <algorithm>

#include "check/core/read_text.h"
#include "document/numbering.h"
#include "document/text.h"

namespace check {

namespace {

// As lines of plain text, tables as | rows |: the one reader finds the structure.
class PlainLines {
public:
    std::string take() { return std::move(lines_); }

    void operator()(const document::Heading& heading) { line(numbers_.next(heading.level) + heading.text); }
    void operator()(const document::Paragraph& paragraph) { line(document::plain_text(paragraph.runs)); }
    void operator()(const document::PageBreak&) { lines_ += '\n'; }
    void operator()(const document::Signature&) {}
    void operator()(const document::QrCode&) {}  // repeats what the paper says

    void operator()(const document::Table& table)
    {
        if (!table.caption.empty()) line(table.caption);
        rows(table);
        lines_ += '\n';
    }

    void line(std::string text)
    {
        std::replace(text.begin(), text.end(), '\n', ' ');
        lines_ += text + '\n';
    }

private:
    // A merged cell stands in its first row and column; where it covers others they are empty, as read_docx has them.
    void rows(const document::Table& table)
    {
        std::vector<int> covered;  // by column: rows below that a cell above covers
        for (const auto& cells : table.rows) {
            std::string row = "|";
            std::size_t column = 0;
            for (const document::TableCell& cell : cells) {
                pass_covered(covered, column, row);
                row += " " + text_in_row(cell) + " |";
                cover(cell, covered, column, row);
            }
            pass_covered(covered, column, row);
            lines_ += row + '\n';
        }
    }

    static void pass_covered(std::vector<int>& covered, std::size_t& column, std::string& row)
    {
        for (; column < covered.size() && covered[column] > 0; ++column) {
            --covered[column];
            row += "  |";
        }
    }

    static void cover(const document::TableCell& cell, std::vector<int>& covered, std::size_t& column, std::string& row)
    {
        for (int i = 0; i < cell.column_span; ++i, ++column) {
            covered.resize(std::max(covered.size(), column + 1));
            covered[column] = cell.row_span - 1;
            if (i > 0) row += "  |";
        }
    }

    static std::string text_in_row(const document::TableCell& cell)
    {
        std::string text = document::plain_text(cell.runs);
        std::replace_if(
            text.begin(), text.end(), [](char letter) { return letter == '\n' || letter == '|'; }, ' ');
        return text;
    }

    std::string lines_;
    document::HeadingNumbers numbers_;
};

}  // namespace

std::string text_of(const document::Document& document)
{
    PlainLines lines;
    lines.line(document.title);
    for (const document::Block* const block : document::printed_blocks(document)) std::visit(lines, *block);
    lines.line(document.organisation);
    return lines.take();
}

ReportText read_document(const document::Document& document)
{
    ReportText text = read_paragraphs(text_of(document));
    text.file = document.title;
    return text;
}

}  // namespace check
