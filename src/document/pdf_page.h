// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include <cairo.h>

#include "document/page.h"
#include "document/pdf_text.h"

namespace document {

constexpr double points_per_mm = 72 / 25.4;

// The text area in points.
constexpr double text_left = page::left_mm * points_per_mm;
constexpr double text_top = page::top_mm * points_per_mm;
constexpr double text_width = page::text_width_mm * points_per_mm;
constexpr double text_height = page::text_height_mm * points_per_mm;
constexpr double line_pitch = text_height / page::lines;
constexpr double character_pitch = text_width / page::characters;

// The pages of a .pdf and the place where the next thing goes, measured down from the top of the text area.
class Pages {
public:
    // Title, author and dates go into the metadata.
    Pages(const Document& document, const FontSet& fonts);

    cairo_t* cairo() const { return cairo_.get(); }
    double y() const { return y_; }
    bool at_top() const { return y_ == 0; }
    bool has_room(double height) const;
    void move_down(double height) { y_ += height; }
    // To the next of the 22 lines: whatever stood before, body text stays on the grid.
    void snap_to_grid();
    base::Result<bool> new_page();  // refuses what its page number refuses

    base::Result<std::string> finish();

private:
    struct Destroyed {
        void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
        void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    };

    base::Result<bool> end_page();
    base::Result<bool> draw_mark();

    const FontSet& fonts_;
    const std::string mark_;
    std::string bytes_;
    std::unique_ptr<cairo_surface_t, Destroyed> surface_;
    std::unique_ptr<cairo_t, Destroyed> cairo_;
    int number_ = 1;
    double y_ = 0;
};

}  // namespace document
