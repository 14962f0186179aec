// SPDX-License-Identifier: Apache-2.0
#include "check/docx_body.h"

#include <charconv>

#include "check/core/read_text.h"

namespace check {

namespace {

bool is_left_out(std::string_view name)
{
    return name == "del" || name == "moveFrom" || name == "Fallback";
}

}  // namespace

void DocxBody::start_in_table(std::string_view name, const spreadsheet::Attributes& attributes)
{
    if (tables_ != 1) return;
    if (name == "tc") {
        row_ += row_.empty() ? "| " : " | ";
    } else if (name == "tr") {
        row_.clear();
        of_line_.clear();
    } else if (name == "gridSpan") {
        const auto columns = attributes.prefixed("val");
        // No table of a report is wider; a file may say what it likes.
        if (columns && columns->size() <= 2) std::from_chars(columns->data(), columns->data() + columns->size(), span_);
    }
}

// The paragraph's own outline level decides before that of its style. w:pPrChange holds the properties that it had
// before a change that is tracked.
void DocxBody::start_of_properties(std::string_view name, const spreadsheet::Attributes& attributes)
{
    if (name == "pPrChange") in_old_properties_ = true;
    if (in_old_properties_ || paragraphs_.size() != 1) return;
    const auto value = attributes.prefixed("val");
    if (name == "pStyle")
        is_heading_ = value && styles_.is_heading(*value);
    else if (value)
        is_heading_ = value->size() == 1 && value->front() >= '0' && value->front() < '0' + body_level;
}

void DocxBody::start(std::string_view name, const spreadsheet::Attributes& attributes)
{
    start_in_table(name, attributes);
    if (name == "tbl") {
        if (++tables_ == 1 && !paragraph_.empty()) end_line("", paragraph_, "\n");
    } else if (name == "p") {
        // The first of a cell begins it; the others go on.
        if (tables_ > 1 && !row_.ends_with(' ')) row_ += ' ';
        // One within a text box is a part of the paragraph around it.
        if (paragraphs_.empty()) is_heading_ = false;
        paragraphs_.push_back({paragraph_count_++, 0});
    } else if (name == "pStyle" || name == "outlineLvl" || name == "pPrChange") {
        start_of_properties(name, attributes);
    } else if (name == "t") {
        is_text_ = left_out_ == 0;
    } else if (is_left_out(name)) {
        ++left_out_;
    } else if (name == "tab") {
        append(" ");
    } else if (name == "br" && tables_ == 0) {
        append("\n");
    }
}

void DocxBody::end_in_table(std::string_view name)
{
    if (tables_ != 1) return;
    if (name == "tc") {
        // A merged cell stands over several columns: those behind its first are empty.
        for (; span_ > 1; --span_) row_ += " | ";
        span_ = 1;
    } else if (name == "tr") {
        end_line("", row_, " |\n");
    }
}

void DocxBody::end(std::string_view name)
{
    end_in_table(name);
    if (name == "t") {
        is_text_ = false;
    } else if (is_left_out(name)) {
        --left_out_;
    } else if (name == "p") {
        if (!paragraphs_.empty()) paragraphs_.pop_back();
        in_old_properties_ = false;
        if (tables_ > 0) return;
        if (!paragraph_.empty()) end_line(is_heading_ && list_mark_size(paragraph_) == 0 ? "# " : "", paragraph_, "\n");
    } else if (name == "tbl" && --tables_ == 0) {
        lines_ += '\n';
    }
}

void DocxBody::text(std::string_view piece)
{
    if (!is_text_) return;
    if (!paragraphs_.empty())
        of_line_.push_back({(tables_ > 0 ? row_ : paragraph_).size(), paragraphs_.back().number,
                            paragraphs_.back().size, piece.size(), stretch()});
    append(piece);
}

void DocxBody::append(std::string_view piece)
{
    (tables_ > 0 ? row_ : paragraph_) += piece;
    if (!paragraphs_.empty()) paragraphs_.back().size += piece.size();
}

void DocxBody::end_line(std::string_view before, std::string& line, std::string_view behind)
{
    lines_ += before;
    for (DocxPiece& piece : of_line_) {
        piece.line_at += lines_.size();
        pieces_.push_back(piece);
    }
    of_line_.clear();
    lines_ += line;
    lines_ += behind;
    line.clear();
}

}  // namespace check
