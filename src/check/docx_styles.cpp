// SPDX-License-Identifier: Apache-2.0
#include "check/docx_styles.h"

#include <charconv>

#include <re2/re2.h>

#include "spreadsheet/archive.h"
#include "spreadsheet/xml.h"

namespace check {

namespace {

constexpr auto styles_part = "word/styles.xml";
constexpr int longest_chain = 20;  // a hostile file may base a style on itself

int number_in(const spreadsheet::Attributes& attributes)
{
    int number = 0;
    const auto value = attributes.prefixed("val");
    if (value && value->size() <= 4) std::from_chars(value->data(), value->data() + value->size(), number);
    return number;
}

class StylesReader : public spreadsheet::XmlHandler {
public:
    DocxStyles styles() const { return {styles_, default_style_, half_points_}; }

    void start(std::string_view name, const spreadsheet::Attributes& attributes) override
    {
        if (name == "docDefaults") {
            in_defaults_ = true;
        } else if (name == "style" && attributes.prefixed("type") == "paragraph") {
            const std::string id{attributes.prefixed("styleId").value_or("")};
            const auto is_default = attributes.prefixed("default");
            if (is_default == "1" || is_default == "true") default_style_ = id;
            style_ = &styles_[id];
        } else if (name == "sz" && in_defaults_) {
            half_points_ = number_in(attributes);
        } else if (style_) {
            take(name, attributes);
        }
    }
    void end(std::string_view name) override
    {
        if (name == "docDefaults") in_defaults_ = false;
        if (name == "style") style_ = nullptr;
    }
    void text(std::string_view) override {}

private:
    void take(std::string_view name, const spreadsheet::Attributes& attributes)
    {
        if (name == "name") style_->name = attributes.prefixed("val").value_or("");
        if (name == "basedOn") style_->based_on = attributes.prefixed("val").value_or("");
        if (name == "outlineLvl") style_->outline_level = number_in(attributes);
        if (name == "sz") style_->half_points = number_in(attributes);
    }

    std::map<std::string, DocxStyles::Style, std::less<>> styles_;
    std::string default_style_;
    int half_points_ = 0;
    DocxStyles::Style* style_ = nullptr;
    bool in_defaults_ = false;
};

// heading 1, 标题 1: the names of Word's own headings, whatever their ids.
bool is_name_of_heading(const std::string& name)
{
    static const RE2 heading{"^(?i:heading)\\s*[1-9]$|^标题\\s*[1-9一二三四五六七八九]$"};
    return RE2::PartialMatch(name, heading);
}

}  // namespace

DocxStyles::DocxStyles(std::map<std::string, Style, std::less<>> styles, std::string default_style, int half_points)
    : styles_{std::move(styles)}
{
    if (half_points > 0) half_points_ = half_points;
    auto style = styles_.find(default_style);
    for (int steps = 0; style != styles_.end() && steps < longest_chain; ++steps) {
        if (style->second.half_points > 0) {
            half_points_ = style->second.half_points;
            return;
        }
        style = styles_.find(style->second.based_on);
    }
}

bool DocxStyles::is_heading(std::string_view id) const
{
    auto style = styles_.find(id);
    for (int steps = 0; style != styles_.end() && steps < longest_chain; ++steps) {
        if (style->second.outline_level) return *style->second.outline_level < body_level;
        if (is_name_of_heading(style->second.name)) return true;
        style = styles_.find(style->second.based_on);
    }
    return id.starts_with("Heading") || id.starts_with("标题");
}

base::Result<DocxStyles> docx_styles(spreadsheet::Archive& archive)
{
    if (!archive.has(styles_part)) return DocxStyles{};
    TRY_ASSIGN(const auto part, archive.open_part(styles_part));
    StylesReader reader;
    TRY(spreadsheet::read_xml(*part, styles_part, reader));
    return reader.styles();
}

}  // namespace check
