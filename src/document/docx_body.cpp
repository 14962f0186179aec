// SPDX-License-Identifier: Apache-2.0
#include "document/docx_body.h"

#include <array>

#include "document/docx_picture.h"
#include "document/page.h"
#include "document/title.h"

namespace document {

namespace {

// Collects what pugixml saves.
struct StringWriter : pugi::xml_writer {
    std::string bytes;
    void write(const void* data, std::size_t size) override { bytes.append(static_cast<const char*>(data), size); }
};

void append_text(pugi::xml_node run, std::string_view text)
{
    if (text.empty()) return;
    pugi::xml_node element = run.append_child("w:t");
    element.append_attribute("xml:space") = "preserve";
    element.text().set(std::string{text}.c_str());
}

// A line break and a tab are elements of their own in WordprocessingML.
void append_pieces(pugi::xml_node run, std::string_view text)
{
    for (std::size_t at = text.find_first_of("\n\t"); at != std::string_view::npos; at = text.find_first_of("\n\t")) {
        append_text(run, text.substr(0, at));
        run.append_child(text[at] == '\n' ? "w:br" : "w:tab");
        text.remove_prefix(at + 1);
    }
    append_text(run, text);
}

void append_run(pugi::xml_node paragraph, const Run& run)
{
    if (run.text.empty()) return;
    pugi::xml_node element = paragraph.append_child("w:r");
    if (run.missing || run.bold)
        append_value(element.append_child("w:rPr"), "w:rStyle", run.missing ? "Missing" : "Emphasis");
    append_pieces(element, run.text);
}

// The schema wants the style first, then these.
void put_behind_style(pugi::xml_node paragraph, const char* property)
{
    pugi::xml_node properties = paragraph.child("w:pPr");
    if (!properties) properties = paragraph.prepend_child("w:pPr");
    const pugi::xml_node style = properties.child("w:pStyle");
    if (style)
        properties.insert_child_after(property, style);
    else
        properties.prepend_child(property);
}

const char* style_of(ParagraphStyle style)
{
    switch (style) {
        case ParagraphStyle::note: return "Note";
        case ParagraphStyle::caption: return "Caption";
        case ParagraphStyle::list: return "ListText";
        case ParagraphStyle::body: break;
    }
    return nullptr;
}

// Appends blocks to w:body. Word joins two tables that touch, and wants a paragraph behind the last one.
class BodyWriter {
public:
    BodyWriter(pugi::xml_node body, const Document& document) : body_{body}, document_{document} {}

    base::Result<bool> operator()(const Heading& heading)
    {
        static constexpr std::array styles = {"Heading1", "Heading2", "Heading3", "Heading4"};
        add(styles[static_cast<std::size_t>(heading.level - 1)], {{heading.text}});
        return true;
    }

    base::Result<bool> operator()(const Paragraph& paragraph)
    {
        add(style_of(paragraph.style), paragraph.runs);
        return true;
    }

    base::Result<bool> operator()(const Table& table)
    {
        if (!table.caption.empty()) add("Caption", {{table.caption}});
        if (table.rows.empty()) return true;
        end_table();
        after_table_ = true;
        return append_table(body_, table);
    }

    base::Result<bool> operator()(const PageBreak&)
    {
        break_before_next_ = true;
        return true;
    }

    base::Result<bool> operator()(const Signature&)
    {
        if (document_.organisation.empty() && document_.date.empty()) return true;
        if (!after_table_ && !break_before_next_) keep_with_next(body_.last_child());
        keep_with_next(add(nullptr, {}));
        const bool both = !document_.organisation.empty() && !document_.date.empty();
        for (const std::string* const text : {&document_.organisation, &document_.date}) {
            if (text->empty()) continue;
            const pugi::xml_node paragraph = add("Signature", {{*text}});
            if (both && text == &document_.organisation) keep_with_next(paragraph);
        }
        return true;
    }

    base::Result<bool> operator()(const QrCode& code)
    {
        append_picture(add("Picture", {}), pictures_++, code.label);
        add("Caption", {{code.label}});
        return true;
    }

    pugi::xml_node add(const char* style, const std::vector<Run>& runs)
    {
        const pugi::xml_node paragraph = append_paragraph(body_, style, runs);
        after_table_ = false;
        if (break_before_next_) put_behind_style(paragraph, "w:pageBreakBefore");
        break_before_next_ = false;
        return paragraph;
    }

    // A table cannot begin a page by itself: the break sits in an empty small paragraph in front of it.
    void end_table()
    {
        if (after_table_ || break_before_next_) add("TableText", {});
    }

private:
    pugi::xml_node body_;
    const Document& document_;
    std::size_t pictures_ = 0;
    bool after_table_ = false;
    bool break_before_next_ = false;
};

// The title with its line breaks.
std::string printed_title(const Document& document)
{
    std::string title;
    for (const std::string& line : title_lines(document.title, page::title_characters))
        title += (title.empty() ? "" : "\n") + line;
    return title;
}

void append_section(pugi::xml_node body, const Document& document)
{
    pugi::xml_node section = body.append_child("w:sectPr");
    const auto refer = [&](const char* name, const char* type, const char* id) {
        pugi::xml_node reference = section.append_child(name);
        reference.append_attribute("w:type") = type;
        reference.append_attribute("r:id") = id;
    };
    if (!document.mark.empty())
        for (const char* const type : {"default", "even"}) refer("w:headerReference", type, "rId7");
    refer("w:footerReference", "default", "rId5");
    refer("w:footerReference", "even", "rId6");
    pugi::xml_node size = section.append_child("w:pgSz");
    size.append_attribute("w:w") = 11906;
    size.append_attribute("w:h") = 16838;
    // 37 mm above, 28 mm left, the text area 156 × 225 mm; the page number hangs 7 mm below it.
    constexpr std::array<std::pair<const char*, int>, 7> margins{{{"w:top", 2098},
                                                                  {"w:right", 1474},
                                                                  {"w:bottom", 1984},
                                                                  {"w:left", 1587},
                                                                  {"w:header", 851},
                                                                  {"w:footer", 1361},
                                                                  {"w:gutter", 0}}};
    pugi::xml_node margin = section.append_child("w:pgMar");
    for (const auto& [name, twips] : margins) margin.append_attribute(name) = twips;
    // type="lines", not "linesAndChars": LibreOffice spreads the text to 13 characters a line with the latter.
    // 579 = 12756 / 22, rounded down: with 580 the 22nd line would not fit.
    pugi::xml_node grid = section.append_child("w:docGrid");
    grid.append_attribute("w:type") = "lines";
    grid.append_attribute("w:linePitch") = 579;
}

}  // namespace

void append_value(pugi::xml_node parent, const char* name, const char* value)
{
    parent.append_child(name).append_attribute("w:val") = value;
}

void append_value(pugi::xml_node parent, const char* name, int value)
{
    parent.append_child(name).append_attribute("w:val") = value;
}

pugi::xml_node append_paragraph(pugi::xml_node parent, const char* style, const std::vector<Run>& runs)
{
    pugi::xml_node paragraph = parent.append_child("w:p");
    if (style) append_value(paragraph.append_child("w:pPr"), "w:pStyle", style);
    for (const Run& run : runs) append_run(paragraph, run);
    return paragraph;
}

void keep_with_next(pugi::xml_node paragraph)
{
    put_behind_style(paragraph, "w:keepNext");
}

base::Result<std::string> docx_body(const Document& document)
{
    pugi::xml_document xml;
    pugi::xml_node root = xml.append_child("w:document");
    root.append_attribute("xmlns:w") = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    root.append_attribute("xmlns:r") = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    pugi::xml_node body = root.append_child("w:body");

    BodyWriter writer{body, document};
    if (!document.title.empty()) writer.add("Title", {{printed_title(document)}});
    for (const Block* const block : printed_blocks(document)) TRY(std::visit(writer, *block));
    writer.end_table();
    append_section(body, document);

    StringWriter out;
    pugi::xml_node declaration = xml.prepend_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    declaration.append_attribute("standalone") = "yes";
    xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(out.bytes);
}

}  // namespace document
