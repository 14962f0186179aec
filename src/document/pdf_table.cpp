// SPDX-License-Identifier: Apache-2.0
#include "document/pdf_table.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "document/pdf_table_layout.h"

namespace document {

namespace {

constexpr double gap_above = 9;  // points, between text and a table
constexpr double gap_below = 6;
constexpr double caption_pitch = 20;
constexpr double rule_width = 0.5;
constexpr double header_grey = 0.95;

class TableWriter {
public:
    TableWriter(Pages& pages, TableLayout layout) : pages_{pages}, layout_{std::move(layout)} {}

    // The least that stays with a caption: the header and the first row.
    double height_of_start() const { return height(0, std::min(layout_.header_slices + 1, layout_.slices.size())); }

    base::Result<bool> draw()
    {
        for (std::size_t first = 0; first < layout_.slices.size();) {
            if (first > 0) {
                TRY(pages_.new_page());
                draw_header();
            }
            std::size_t end = first;
            double used = 0;
            while (end < layout_.slices.size() && (end == first || pages_.has_room(used + layout_.slices[end].height)))
                used += layout_.slices[end++].height;
            // The rows that stay together go on the next page, unless they begin this one.
            const bool divides = layout_.together_first < end && end < layout_.together_end;
            if (divides && first < layout_.together_first) end = layout_.together_first;
            draw_slices(first, end);
            first = end;
        }
        return true;
    }

private:
    double height(std::size_t first, std::size_t end) const
    {
        return std::accumulate(layout_.slices.begin() + static_cast<std::ptrdiff_t>(first),
                               layout_.slices.begin() + static_cast<std::ptrdiff_t>(end), 0.0,
                               [](double sum, const Slice& slice) { return sum + slice.height; });
    }

    void draw_header()
    {
        for (CellText& text : layout_.cells)
            if (text.end_slice <= layout_.header_slices) text.drawn = 0;
        draw_slices(0, layout_.header_slices);
    }

    // The part of the table in slices [first, end), at the current place.
    void draw_slices(std::size_t first, std::size_t end)
    {
        if (first == end) return;
        const double top = text_top + pages_.y();
        for (CellText& text : layout_.cells) {
            const std::size_t from = std::max(first, text.first_slice);
            const std::size_t to = std::min(end, text.end_slice);
            if (from < to) draw_cell(text, top + height(first, from), height(from, to), to == text.end_slice);
        }
        pages_.move_down(height(first, end));
    }

    void draw_cell(CellText& text, double y, double cell_height, bool last_part)
    {
        const double x = text_left + layout_.column_x[static_cast<std::size_t>(text.placed.column)];
        const double right = text_left + layout_.column_x[static_cast<std::size_t>(text.placed.column_end())];
        draw_frame({x, y, right - x, cell_height}, text.placed.cell->header);
        const int room = std::max(1, static_cast<int>((cell_height - 2 * cell_padding_y + 0.01) / table_line_pitch));
        const int left = text.lines.count() - text.drawn;
        const int count = last_part ? left : std::min(left, room);
        const double text_y = y + (cell_height - count * table_line_pitch) / 2;
        text.lines.draw(pages_.cairo(), text.drawn, text.drawn + count, x + cell_padding_x, text_y, table_line_pitch);
        text.drawn += count;
    }

    void draw_frame(const std::array<double, 4>& box, bool header)
    {
        cairo_t* const cairo = pages_.cairo();
        if (header) {
            cairo_set_source_rgb(cairo, header_grey, header_grey, header_grey);
            cairo_rectangle(cairo, box[0], box[1], box[2], box[3]);
            cairo_fill(cairo);
        }
        cairo_set_source_rgb(cairo, 0, 0, 0);
        cairo_set_line_width(cairo, rule_width);
        cairo_rectangle(cairo, box[0], box[1], box[2], box[3]);
        cairo_stroke(cairo);
    }

    Pages& pages_;
    TableLayout layout_;
};

base::Result<bool> draw_caption(Pages& pages, const FontSet& fonts, const Table& table, double kept_with)
{
    TRY_ASSIGN(
        const TextLines caption,
        TextLines::of(fonts, {{table.caption}},
                      {.face = &fonts.heading, .size = page::note_size, .width = text_width, .align = Align::center}));
    const double height = caption.count() * caption_pitch;
    if (!pages.at_top() && !pages.has_room(gap_above + height + kept_with)) TRY(pages.new_page());
    if (!pages.at_top()) pages.move_down(gap_above);
    caption.draw(pages.cairo(), 0, caption.count(), text_left, text_top + pages.y(), caption_pitch);
    pages.move_down(height);
    return true;
}

}  // namespace

base::Result<bool> draw_table(Pages& pages, const FontSet& fonts, const Table& table)
{
    // Room for a caption is left, so that a row as high as a page cannot push the caption onto a page of its own.
    TRY_ASSIGN(TableLayout layout, lay_out(fonts, table, text_width, text_height - gap_above - 2 * caption_pitch));
    TableWriter writer{pages, std::move(layout)};
    const double start = writer.height_of_start();
    if (!table.caption.empty()) {
        TRY(draw_caption(pages, fonts, table, start));
    } else if (!pages.at_top()) {
        if (!pages.has_room(gap_above + start)) TRY(pages.new_page());
        if (!pages.at_top()) pages.move_down(gap_above);
    }
    TRY(writer.draw());
    pages.move_down(gap_below);
    return true;
}

}  // namespace document
