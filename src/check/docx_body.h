// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/docx_styles.h"
#include "spreadsheet/xml.h"

namespace check {

inline constexpr auto docx_body_part = "word/document.xml";

// A piece of text as it stands in word/document.xml, and where it came to stand.
struct DocxPiece {
    std::size_t line_at = 0;    // bytes of the lines
    std::size_t paragraph = 0;  // w:p in the order of their beginnings
    std::size_t at = 0;         // bytes of the paragraph's own text
    std::size_t size = 0;
    spreadsheet::XmlHandler::Stretch in_file = {};
};

// word/document.xml as lines of plain text; tables as | rows |, so that one reader finds the structure of every format.
// Left out: what was deleted or moved away with changes tracked, and the second copy that a text box has for old
// programs. A table within a cell is text of the cell.
class DocxBody : public spreadsheet::XmlHandler {
public:
    explicit DocxBody(DocxStyles styles = {}) : styles_{std::move(styles)} {}

    const std::string& lines() const { return lines_; }
    const std::vector<DocxPiece>& pieces() const { return pieces_; }

    void start(std::string_view name, const spreadsheet::Attributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

private:
    struct Paragraph {
        std::size_t number = 0;
        std::size_t size = 0;
    };
    void start_of_properties(std::string_view name, const spreadsheet::Attributes& attributes);
    void start_in_table(std::string_view name, const spreadsheet::Attributes& attributes);
    void end_in_table(std::string_view name);
    void append(std::string_view piece);
    void end_line(std::string_view before, std::string& line, std::string_view behind);

    DocxStyles styles_;
    std::string lines_;
    std::vector<DocxPiece> pieces_;
    std::vector<DocxPiece> of_line_;  // of the line at hand; line_at counts from its beginning
    std::vector<Paragraph> paragraphs_;
    std::size_t paragraph_count_ = 0;
    std::string paragraph_;
    std::string row_;
    int tables_ = 0;
    int left_out_ = 0;
    int span_ = 1;  // columns of the cell at hand
    bool is_text_ = false;
    bool is_heading_ = false;
    bool in_old_properties_ = false;
};

}  // namespace check
