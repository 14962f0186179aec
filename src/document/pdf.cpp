// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "document/check.h"
#include "document/numbering.h"
#include "document/pdf_page.h"
#include "document/pdf_table.h"
#include "document/qr.h"
#include "document/title.h"

namespace document {

namespace {

constexpr double title_pitch = 34;  // points
constexpr double note_pitch = 19;

// Sets the blocks of a document, one after the other.
class Setter {
public:
    Setter(Pages& pages, const FontSet& fonts, const Document& document)
        : pages_{pages}, fonts_{fonts}, document_{document}
    {
    }

    // The end of the next paragraph stays with a signature below it.
    void expect_signature(bool is_next)
    {
        kept_below_ = is_next && signature_lines() > 0 ? (1 + signature_lines()) * line_pitch : 0;
    }

    base::Result<bool> title(const std::string& text)
    {
        const TextStyle style{
            .face = &fonts_.title, .size = page::title_size, .width = text_width, .align = Align::center};
        for (const std::string& line : title_lines(text, page::title_characters)) {
            TRY_ASSIGN(const TextLines lines, TextLines::of(fonts_, {{line}}, style));
            TRY(draw(lines, title_pitch));
        }
        pages_.snap_to_grid();
        pages_.move_down(line_pitch);
        return true;
    }

    base::Result<bool> operator()(const Heading& heading)
    {
        const Face* const face = heading.level == 1   ? &fonts_.heading
                                 : heading.level == 2 ? &fonts_.subheading
                                                      : &fonts_.body;
        TRY_ASSIGN(const TextLines lines,
                   TextLines::of(fonts_, {{numbers_.next(heading.level) + heading.text}}, on_grid(face)));
        pages_.snap_to_grid();
        // A heading does not stay alone at the foot of a page.
        if (!pages_.at_top() && !pages_.has_room((lines.count() + 1) * line_pitch)) TRY(pages_.new_page());
        return draw(lines, line_pitch);
    }

    base::Result<bool> operator()(const Paragraph& paragraph)
    {
        switch (paragraph.style) {
            case ParagraphStyle::note: return off_grid(paragraph, &fonts_.body, 2 * page::note_size, Align::left);
            case ParagraphStyle::caption: return off_grid(paragraph, &fonts_.heading, 0, Align::center);
            case ParagraphStyle::list: {
                std::vector<Run> runs{{"——"}};
                runs.insert(runs.end(), paragraph.runs.begin(), paragraph.runs.end());
                return body(runs);
            }
            case ParagraphStyle::body: break;
        }
        return body(paragraph.runs);
    }

    base::Result<bool> operator()(const Table& table) { return draw_table(pages_, fonts_, table); }

    base::Result<bool> operator()(const PageBreak&)
    {
        if (pages_.at_top()) return true;
        return pages_.new_page();
    }

    // 落款: right-aligned, four characters in, a line below the text; both lines on one page.
    base::Result<bool> operator()(const Signature&)
    {
        if (signature_lines() == 0) return true;
        pages_.snap_to_grid();
        if (!pages_.at_top()) pages_.move_down(line_pitch);
        if (!pages_.has_room(signature_lines() * line_pitch)) TRY(pages_.new_page());
        TextStyle style = on_grid(&fonts_.body);
        style.width = text_width - 4 * character_pitch;
        style.indent = 0;
        style.justify = false;
        style.align = Align::right;
        for (const std::string* text : {&document_.organisation, &document_.date}) {
            if (text->empty()) continue;
            TRY_ASSIGN(const TextLines printed, TextLines::of(fonts_, {{*text}}, style));
            TRY(draw(printed, line_pitch));
        }
        return true;
    }

    // In the middle, with its words on the same page.
    base::Result<bool> operator()(const QrCode& code)
    {
        constexpr double side = page::qr_mm * points_per_mm;
        TRY_ASSIGN(const QrModules modules, modules_of(code));
        if (!pages_.at_top() && !pages_.has_room(side + note_pitch)) TRY(pages_.new_page());
        modules.paint(pages_.cairo(), text_left + (text_width - side) / 2, text_top + pages_.y(), side);
        pages_.move_down(side);
        return off_grid(Paragraph{{{code.label}}}, &fonts_.heading, 0, Align::center);
    }

private:
    static TextStyle on_grid(const Face* face)
    {
        return {.face = face,
                .size = page::body_size,
                .width = text_width,
                .indent = 2 * character_pitch,
                .letter_spacing = character_pitch - page::body_size,
                .justify = true};
    }

    base::Result<bool> body(const std::vector<Run>& runs)
    {
        TRY_ASSIGN(const TextLines lines, TextLines::of(fonts_, runs, on_grid(&fonts_.body)));
        pages_.snap_to_grid();
        return draw(lines, line_pitch);
    }

    base::Result<bool> off_grid(const Paragraph& paragraph, const Face* face, double indent, Align align)
    {
        TRY_ASSIGN(const TextLines lines,
                   TextLines::of(
                       fonts_, paragraph.runs,
                       {.face = face, .size = page::note_size, .width = text_width, .indent = indent, .align = align}));
        return draw(lines, note_pitch);
    }

    int signature_lines() const { return (document_.organisation.empty() ? 0 : 1) + (document_.date.empty() ? 0 : 1); }

    // All lines, as many on a page as fit; the last two stay with what is kept below them.
    base::Result<bool> draw(const TextLines& lines, double pitch)
    {
        for (int line = 0; line < lines.count();) {
            if (!pages_.has_room(pitch)) TRY(pages_.new_page());
            int end = line + 1;
            while (end < lines.count() && pages_.has_room((end + 1 - line) * pitch)) ++end;
            const bool goes_along = end == lines.count() && !pages_.has_room((end - line) * pitch + kept_below_);
            if (goes_along && (end - line > 2 || !pages_.at_top())) end = std::max(line, end - 2);
            if (line < end) lines.draw(pages_.cairo(), line, end, text_left, text_top + pages_.y(), pitch);
            pages_.move_down((end - line) * pitch);
            line = end;
            if (line < lines.count()) TRY(pages_.new_page());
        }
        return true;
    }

    Pages& pages_;
    const FontSet& fonts_;
    const Document& document_;
    HeadingNumbers numbers_;
    double kept_below_ = 0;
};

}  // namespace

base::Result<std::string> pdf(const Document& document, const Fonts& fonts)
{
    TRY(check(document));
    TRY_ASSIGN(const std::shared_ptr<const FontSet> set, FontSet::of_this_thread(fonts));
    Pages pages{document, *set};
    Setter setter{pages, *set, document};
    if (!document.title.empty()) TRY(setter.title(document.title));
    const std::vector<const Block*> blocks = printed_blocks(document);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        setter.expect_signature(i + 1 < blocks.size() && std::holds_alternative<Signature>(*blocks[i + 1]));
        TRY(std::visit(setter, *blocks[i]));
    }
    return pages.finish();
}

}  // namespace document
