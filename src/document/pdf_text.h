// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/pdf_fonts.h"

namespace document {

// How a paragraph is set; lengths in points.
struct TextStyle {
    const Face* face = nullptr;
    double size = 0;
    double width = 0;
    double indent = 0;          // of the first line
    double letter_spacing = 0;  // negative on the grid of 28 characters
    bool justify = false;
    Align align = Align::left;
};

// Text broken into lines. Refuses document.glyph.unknown {character, code_point, text}.
class TextLines {
public:
    static base::Result<TextLines> of(const FontSet& fonts, const std::vector<Run>& runs, const TextStyle& style);

    int count() const { return pango_layout_get_line_count(layout_.get()); }
    // Draws lines [first, last), each in the middle of its strip of height `pitch`; (x, y) is the upper left corner.
    void draw(cairo_t* page, int first, int last, double x, double y, double pitch) const;
    double width() const;  // of the widest line

private:
    TextLines(LayoutPointer layout, double size) : layout_{std::move(layout)}, size_{size} {}

    LayoutPointer layout_;
    double size_;
};

}  // namespace document
