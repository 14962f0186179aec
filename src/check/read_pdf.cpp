// SPDX-License-Identifier: Apache-2.0
#include "check/read_pdf.h"

#include <algorithm>
#include <charconv>

#include "check/pdf_page.h"
#include "spreadsheet/xml.h"

namespace check {

namespace {

// "79.371095" → 7937.
int hundredths(std::string_view text)
{
    int whole = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (error != std::errc{} || whole > 1'000'000 || whole < -1'000'000) return 0;
    std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    int part = 0;
    if (rest.size() >= 2 && rest.front() == '.') {
        std::string digits{rest.substr(1, 2)};
        if (digits.size() == 1) digits += '0';
        std::from_chars(digits.data(), digits.data() + digits.size(), part);
    }
    return whole * 100 + (text.starts_with('-') ? -part : part);
}

class PdfWords : public spreadsheet::XmlHandler {
public:
    std::string take() { return text_.take(); }

    void start(std::string_view name, const spreadsheet::Attributes& attributes) override
    {
        if (name == "page") page_ = {};
        if (name == "flow") begins_flow_ = true;
        if (name == "line") line_.clear(), is_word_ = false;
        if (name != "word") return;
        const auto at = [&](std::string_view attribute) {
            return hundredths(attributes.find(attribute).value_or("0"));
        };
        const int left = at("xMin");
        const int top = at("yMin");
        line_.push_back({left, std::max(at("xMax"), left + 1), top, std::max(at("yMax"), top + 1)});
        is_word_ = true;
    }
    void text(std::string_view piece) override
    {
        if (is_word_) line_.back().text += piece;
    }
    void end(std::string_view name) override
    {
        if (name == "word") is_word_ = false;
        if (name == "line") end_line();
        if (name == "page") text_.add(page_);
    }

private:
    // A gap of half a letter is one between two cells, or a wide blank; a letter is two thirds of a line high.
    void end_line()
    {
        std::string whole;
        for (PdfPiece& word : line_) {
            if (word.text.empty()) continue;
            word.line = page_.lines.size();
            const bool is_apart = whole.empty() || (word.left - page_.pieces.back().right) * 3 > word.height();
            whole += (whole.empty() ? "" : " ") + word.text;
            if (is_apart) {
                page_.pieces.push_back(word);
            } else {
                PdfPiece& piece = page_.pieces.back();
                piece.text += " " + word.text;
                piece.right = std::max(piece.right, word.right);
                piece.top = std::min(piece.top, word.top);
                piece.bottom = std::max(piece.bottom, word.bottom);
            }
        }
        if (whole.empty()) return;
        page_.lines.push_back(std::move(whole));
        page_.begins_flow.push_back(begins_flow_);
        begins_flow_ = false;
    }

    PdfPage page_;
    std::vector<PdfPiece> line_;
    PdfText text_;
    bool begins_flow_ = false;
    bool is_word_ = false;
};

}  // namespace

base::Result<std::string> text_of_pdf_words(std::string_view xhtml)
{
    // The program's own DOCTYPE; none is ever read.
    xhtml.remove_prefix(std::min(xhtml.find("<html"), xhtml.size()));
    spreadsheet::MemorySource source{xhtml};
    PdfWords words;
    TRY(spreadsheet::read_xml(source, "pdftotext", words));
    return words.take();
}

}  // namespace check
