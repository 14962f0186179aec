// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "document/docx_parts.h"

namespace document {

namespace {

struct Level {
    std::string_view format, text, style;
};

// 一、 （一） 1. （1）, each tied to its heading style, so that Word counts on when a clerk adds a heading.
constexpr Level heading_levels[] = {
    {"chineseCountingThousand", "%1、", "Heading1"},
    {"chineseCountingThousand", "（%2）", "Heading2"},
    {"decimal", "%3.", "Heading3"},
    {"decimal", "（%4）", "Heading4"},
};

// Not "bullet": LibreOffice shows only the first character of one.
constexpr Level list_level{"none", "——", "ListText"};

std::string level_xml(const Level& level, int index)
{
    return fmt::format(R"(<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:pStyle w:val="{}"/>)"
                       R"(<w:suff w:val="nothing"/><w:lvlText w:val="{}"/><w:lvlJc w:val="left"/>)"
                       R"(<w:pPr><w:ind w:left="0" w:firstLineChars="200" w:firstLine="632"/></w:pPr></w:lvl>)",
                       index, level.format, level.style, level.text);
}

}  // namespace

std::string docx_numbering()
{
    std::string headings;
    int index = 0;
    for (const Level& level : heading_levels) headings += level_xml(level, index++);
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        R"(<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
        R"(<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{}</w:abstractNum>)"
        R"(<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>{}</w:abstractNum>)"
        R"(<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)"
        R"(<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>)",
        headings, level_xml(list_level, 0));
}

// The office fonts of government machines, with names to fall back to where they are not installed.
std::string docx_font_table()
{
    struct Font {
        std::string_view name, alternative, family, pitch;
    };
    constexpr Font fonts[] = {
        {"仿宋_GB2312", "仿宋,FandolFang R", "modern", "fixed"},
        {"楷体_GB2312", "楷体,FandolKai", "modern", "fixed"},
        {"黑体", "SimHei,FandolHei", "modern", "fixed"},
        {"宋体", "SimSun,FandolSong", "auto", "variable"},
        {"方正小标宋简体", "FZXiaoBiaoSong-B05S,宋体", "script", "fixed"},
    };
    std::string content;
    for (const Font& font : fonts)
        content += fmt::format(R"(<w:font w:name="{}"><w:altName w:val="{}"/><w:charset w:val="86"/>)"
                               R"(<w:family w:val="{}"/><w:pitch w:val="{}"/></w:font>)",
                               font.name, font.alternative, font.family, font.pitch);
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        R"(<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:fonts>)",
        content);
}

}  // namespace document
