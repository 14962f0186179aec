// SPDX-License-Identifier: Apache-2.0
#include "document/pdf_text.h"

#include <cmath>

#include <fmt/format.h>

#include "base/utf8.h"
#include "document/check.h"
#include "document/text.h"

namespace document {

namespace {

int units(double points)
{
    return static_cast<int>(std::lround(points * PANGO_SCALE));
}

struct DescriptionFreed {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
using DescriptionPointer = std::unique_ptr<PangoFontDescription, DescriptionFreed>;

DescriptionPointer description_of(const Face& face, double size)
{
    DescriptionPointer description{pango_font_description_new()};
    pango_font_description_set_family(description.get(), face.families.c_str());
    pango_font_description_set_size(description.get(), units(size));
    if (face.bold) pango_font_description_set_weight(description.get(), PANGO_WEIGHT_BOLD);
    return description;
}

void insert(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end)
{
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

// Emphasis in Chinese type is another face, 黑体: a slanted or artificially thickened 仿宋 does not exist in print.
void insert_looks(PangoAttrList* list, const FontSet& fonts, const Run& run, const TextStyle& style, std::size_t begin,
                  std::size_t end)
{
    if (run.bold || run.missing)
        insert(list, pango_attr_font_desc_new(description_of(fonts.heading, style.size).get()), begin, end);
    if (!run.missing) return;
    insert(list, pango_attr_foreground_new(0xC0C0, 0, 0), begin, end);
    insert(list, pango_attr_background_new(0xFFFF, 0xF2F2, 0xA8A8), begin, end);
}

// The character behind the first glyph no font has; Pango keeps its code point in the glyph.
std::optional<char32_t> unknown_character(PangoLayout* layout)
{
    if (pango_layout_get_unknown_glyphs_count(layout) == 0) return std::nullopt;
    for (GSList* line = pango_layout_get_lines_readonly(layout); line; line = line->next) {
        for (GSList* run = static_cast<PangoLayoutLine*>(line->data)->runs; run; run = run->next) {
            const PangoGlyphString* const glyphs = static_cast<PangoGlyphItem*>(run->data)->glyphs;
            for (int i = 0; i < glyphs->num_glyphs; ++i) {
                const PangoGlyph glyph = glyphs->glyphs[i].glyph;
                if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
                    return static_cast<char32_t>(glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
            }
        }
    }
    return U'\uFFFD';
}

// A line break inside a paragraph is U+2028 to Pango: after '\n' the next line would be indented again.
void append(std::string& text, std::string_view piece)
{
    for (const char character : piece) {
        if (character == '\n')
            text += "\xE2\x80\xA8";
        else
            text += character;
    }
}

void set_style(PangoLayout* layout, const TextStyle& style)
{
    pango_layout_set_font_description(layout, description_of(*style.face, style.size).get());
    // The slack keeps a line of exactly 28 characters from breaking by the rounding of advances.
    constexpr int slack = 64;
    if (style.width > 0) pango_layout_set_width(layout, units(style.width) + slack);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(layout, units(style.indent));
    pango_layout_set_justify(layout, style.justify ? TRUE : FALSE);
    if (style.align == Align::center) pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
    if (style.align == Align::right) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
}

}  // namespace

base::Result<TextLines> TextLines::of(const FontSet& fonts, const std::vector<Run>& runs, const TextStyle& style)
{
    LayoutPointer layout = fonts.layout();
    set_style(layout.get(), style);
    std::string text;
    PangoAttrList* const looks = pango_attr_list_new();
    for (const Run& run : runs) {
        const std::size_t begin = text.size();
        append(text, run.text);
        insert_looks(looks, fonts, run, style, begin, text.size());
    }
    if (style.letter_spacing != 0)
        insert(looks, pango_attr_letter_spacing_new(units(style.letter_spacing)), 0, text.size());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_attributes(layout.get(), looks);
    pango_attr_list_unref(looks);

    if (const auto unknown = unknown_character(layout.get())) {
        std::string character;
        base::append_utf8(character, *unknown);
        return base::fail(base::ErrorKind::invalid, "document.glyph.unknown",
                          {{"character", character},
                           {"code_point", fmt::format("U+{:04X}", static_cast<std::uint32_t>(*unknown))},
                           {"text", beginning(text)}});
    }
    return TextLines{std::move(layout), style.size};
}

void TextLines::draw(cairo_t* page, int first, int last, double x, double y, double pitch) const
{
    // The middle of a Chinese character lies 0.36 of its size above the baseline.
    const double baseline = pitch / 2 + size_ * 0.36;
    PangoLayoutIter* const line = pango_layout_get_iter(layout_.get());
    for (int number = 0; number < last; ++number) {
        if (number >= first) {
            PangoRectangle extents;
            pango_layout_iter_get_line_extents(line, nullptr, &extents);
            cairo_move_to(page, x + pango_units_to_double(extents.x), y + (number - first) * pitch + baseline);
            pango_cairo_show_layout_line(page, pango_layout_iter_get_line_readonly(line));
        }
        if (!pango_layout_iter_next_line(line)) break;
    }
    pango_layout_iter_free(line);
}

double TextLines::width() const
{
    PangoRectangle extents;
    pango_layout_get_extents(layout_.get(), nullptr, &extents);
    return pango_units_to_double(extents.width);
}

}  // namespace document
