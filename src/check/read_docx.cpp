// SPDX-License-Identifier: Apache-2.0
#include "check/read_docx.h"

#include <charconv>

#include "check/core/read_text.h"
#include "check/docx_body.h"
#include "spreadsheet/archive.h"

namespace check {

namespace {

// Word measures in twentieths of a point.
constexpr int twips_per_inch = 1440;

int number_of(const spreadsheet::Attributes& attributes, std::string_view name)
{
    constexpr std::size_t longest = 6;
    int number = 0;
    const auto value = attributes.prefixed(name);
    if (value && value->size() <= longest) std::from_chars(value->data(), value->data() + value->size(), number);
    return number;
}

int millimetres(int twips)
{
    return (twips * 254 + twips_per_inch * 5) / (twips_per_inch * 10);
}

// The page of the first section: w:pgSz, w:pgMar and w:docGrid stand in this order.
class PageReader {
public:
    explicit PageReader(int half_points) : half_points_{half_points} {}

    void start(std::string_view name, const spreadsheet::Attributes& attributes)
    {
        if (name == "sectPr") ++sections_;
        if (sections_ != 1) return;
        if (name == "pgSz") {
            height_ = number_of(attributes, "h");
            width_ = number_of(attributes, "w");
            page_.width_mm = millimetres(width_);
            page_.height_mm = millimetres(height_);
        } else if (name == "pgMar") {
            const int top = number_of(attributes, "top");
            page_.top_mm = millimetres(top);
            page_.left_mm = millimetres(number_of(attributes, "left"));
            height_ -= top + number_of(attributes, "bottom");
            width_ -= number_of(attributes, "left") + number_of(attributes, "right");
        } else if (name == "docGrid") {
            const auto type = attributes.prefixed("type");
            // A pitch that was rounded up takes nothing from the last line.
            const int pitch = number_of(attributes, "linePitch");
            if (type && *type != "default" && pitch > 0 && height_ > 0) page_.lines = (height_ + pitch / 20) / pitch;
            if (type && (*type == "linesAndChars" || *type == "snapToChars"))
                page_.letters = letters(number_of(attributes, "charSpace"));
        }
    }

    std::optional<Page> page() const { return page_.width_mm > 0 ? std::optional{page_} : std::nullopt; }

private:
    // A letter of the grid is as wide as one of the default style and the grid's spacing, in 4096ths of a point.
    int letters(int spacing) const
    {
        constexpr std::int64_t parts = 4096;  // of a point, and of a twip twenty times as many
        const std::int64_t pitch = half_points_ * 10 * parts + std::int64_t{spacing} * 20;
        return width_ > 0 && pitch > 0 ? static_cast<int>((width_ * parts + pitch / 20) / pitch) : 0;
    }

    Page page_;
    int half_points_;
    int height_ = 0;  // of the text, in twips
    int width_ = 0;
    int sections_ = 0;
};

class PageAndBody : public DocxBody {
public:
    explicit PageAndBody(DocxStyles styles) : DocxBody{styles}, page_{styles.half_points()} {}

    std::optional<Page> page() const { return page_.page(); }

    void start(std::string_view name, const spreadsheet::Attributes& attributes) override
    {
        page_.start(name, attributes);
        DocxBody::start(name, attributes);
    }

private:
    PageReader page_;
};

}  // namespace

base::Result<ReportText> read_docx(base::FileDescriptor file)
{
    TRY_ASSIGN(spreadsheet::Archive archive, spreadsheet::Archive::open(std::move(file), spreadsheet::Limits{}));
    TRY_ASSIGN(const auto part, archive.open_part(docx_body_part));
    TRY_ASSIGN(DocxStyles styles, docx_styles(archive));
    PageAndBody body{std::move(styles)};
    TRY(spreadsheet::read_xml(*part, docx_body_part, body));
    ReportText text = read_paragraphs(body.lines());
    text.page = body.page();
    return text;
}

}  // namespace check
