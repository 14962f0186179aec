// SPDX-License-Identifier: Apache-2.0
#include "document/pdf_page.h"

#include <cmath>
#include <stdexcept>

#include <cairo-pdf.h>
#include <fmt/format.h>

#include "document/printed_date.h"

namespace document {

namespace {

// Sums of heights may miss the page's end by rounding.
constexpr double tolerance = 0.01;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void set_metadata(cairo_surface_t* surface, const Document& document)
{
    const std::string instant = instant_of(document.date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, document.organisation.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Mingji");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, instant.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, instant.c_str());
}

}  // namespace

Pages::Pages(const Document& document, const FontSet& fonts) : fonts_{fonts}, mark_{document.mark}
{
    surface_.reset(cairo_pdf_surface_create_for_stream(append, &bytes_, page::width_mm * points_per_mm,
                                                       page::height_mm * points_per_mm));
    set_metadata(surface_.get(), document);
    cairo_.reset(cairo_create(surface_.get()));
}

bool Pages::has_room(double height) const
{
    return y_ + height <= text_height + tolerance;
}

void Pages::snap_to_grid()
{
    y_ = std::ceil((y_ - tolerance) / line_pitch) * line_pitch;
}

base::Result<bool> Pages::new_page()
{
    TRY(end_page());
    ++number_;
    y_ = 0;
    return true;
}

// In the middle above the text, where a reader's eye and every copy of the page meet it.
base::Result<bool> Pages::draw_mark()
{
    if (mark_.empty()) return true;
    const TextStyle style{.face = &fonts_.song, .size = page::note_size, .width = text_width, .align = Align::center};
    TRY_ASSIGN(const TextLines lines, TextLines::of(fonts_, {{mark_}}, style));
    const double pitch = page::note_size * 1.5;
    lines.draw(cairo_.get(), 0, lines.count(), text_left, text_top - (lines.count() + 1) * pitch, pitch);
    return true;
}

// The page number, one character in from the edge: right on odd pages, left on even ones.
base::Result<bool> Pages::end_page()
{
    TRY(draw_mark());
    const TextStyle style{.face = &fonts_.song, .size = page::number_size};
    TRY_ASSIGN(const TextLines number, TextLines::of(fonts_, {{fmt::format("— {} —", number_)}}, style));
    const double left = text_left + page::number_size;
    const double right = text_left + text_width - page::number_size - number.width();
    const double height = page::number_size;
    // The dashes lie in the middle of the line; they, not its upper edge, are 7 mm below the text.
    const double y = text_top + text_height + page::number_below_text_mm * points_per_mm - height / 2;
    number.draw(cairo_.get(), 0, 1, number_ % 2 == 1 ? right : left, y, height);
    cairo_show_page(cairo_.get());
    return true;
}

base::Result<std::string> Pages::finish()
{
    TRY(end_page());
    cairo_surface_finish(surface_.get());
    if (const cairo_status_t status = cairo_surface_status(surface_.get()); status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string{"cairo: "} + cairo_status_to_string(status));
    return std::move(bytes_);
}

}  // namespace document
