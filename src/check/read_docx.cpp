// SPDX-License-Identifier: Apache-2.0
#include "check/read_docx.h"

#include <charconv>

#include "check/core/read_text.h"
#include "spreadsheet/archive.h"
#include "spreadsheet/xml.h"

namespace check {

namespace {

constexpr auto body_part = "word/document.xml";

// The body as lines of plain text; tables as | rows |, so that one reader finds the structure of every format.
class Body : public spreadsheet::XmlHandler {
public:
    std::string take() { return std::move(lines_); }

    void start(std::string_view name, const spreadsheet::Attributes& attributes) override
    {
        if (name == "tc") {
            row_ += row_.empty() ? "| " : " | ";
        } else if (name == "gridSpan") {
            const auto columns = attributes.prefixed("val");
            // No table of a report is wider; a file may say what it likes.
            if (columns && columns->size() <= 2)
                std::from_chars(columns->data(), columns->data() + columns->size(), span_);
        } else if (name == "tr") {
            row_.clear();
        } else if (name == "tbl") {
            ++tables_;
        } else if (name == "pStyle") {
            const auto style = attributes.prefixed("val");
            is_heading_ = style && (style->starts_with("Heading") || style->starts_with("标题"));
        } else if (name == "t") {
            is_text_ = !is_deleted_;
        } else if (name == "del") {
            is_deleted_ = true;
        } else if (name == "tab") {
            append(" ");
        } else if (name == "br" && tables_ == 0) {
            append("\n");
        }
    }

    void end(std::string_view name) override
    {
        if (name == "t") {
            is_text_ = false;
        } else if (name == "del") {
            is_deleted_ = false;
        } else if (name == "tc") {
            // A merged cell stands over several columns: those behind its first are empty.
            for (; span_ > 1; --span_) row_ += " | ";
            span_ = 1;
        } else if (name == "p") {
            end_paragraph();
        } else if (name == "tr") {
            lines_ += row_ + " |\n";
        } else if (name == "tbl") {
            --tables_;
            lines_ += '\n';
        }
    }

    void text(std::string_view piece) override
    {
        if (is_text_) append(piece);
    }

private:
    void append(std::string_view piece) { (tables_ > 0 ? row_ : paragraph_) += piece; }

    void end_paragraph()
    {
        if (tables_ > 0) return;
        if (!paragraph_.empty())
            lines_ += (is_heading_ && list_mark_size(paragraph_) == 0 ? "# " : "") + paragraph_ + '\n';
        paragraph_.clear();
        is_heading_ = false;
    }

    std::string lines_;
    std::string paragraph_;
    std::string row_;
    int tables_ = 0;
    int span_ = 1;  // columns of the cell at hand
    bool is_text_ = false;
    bool is_deleted_ = false;
    bool is_heading_ = false;
};

}  // namespace

base::Result<ReportText> read_docx(base::FileDescriptor file)
{
    TRY_ASSIGN(spreadsheet::Archive archive, spreadsheet::Archive::open(std::move(file), spreadsheet::Limits{}));
    TRY_ASSIGN(const auto part, archive.open_part(body_part));
    Body body;
    TRY(spreadsheet::read_xml(*part, body_part, body));
    return read_paragraphs(body.take());
}

}  // namespace check
