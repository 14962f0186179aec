// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <fmt/format.h>

#include "document/docx_parts.h"
#include "document/page.h"

namespace document {

namespace {

constexpr std::string_view fangsong = "仿宋_GB2312";
constexpr std::string_view heiti = "黑体";
constexpr std::string_view kaiti = "楷体_GB2312";
constexpr std::string_view songti = "宋体";
constexpr std::string_view title_font = "方正小标宋简体";

constexpr int quarter_grid = -5;  // twentieths of a point: 16 pt type on 15.79 pt places gives 28 to the line

struct Style {
    std::string_view id, name, next;
    std::string_view font;
    double size;                 // points
    std::string_view paragraph;  // pPr behind keepNext, in schema order
    int outline_level = -1;
    bool on_grid = true;
    int spacing = 0;
};

// Sizes and faces of GB/T 9704: title 二号小标宋; 一、 黑体; （一） 楷体; the rest 仿宋, all 三号; page number
// 四号宋体.
constexpr Style styles[] = {
    {"Title", "Title", "Normal", title_font, page::title_size,
     R"(<w:snapToGrid w:val="0"/><w:spacing w:after="580" w:line="640" w:lineRule="exact"/><w:ind w:firstLine="0"/><w:jc w:val="center"/>)"},
    {"Heading1", "heading 1", "Normal", heiti, page::body_size, "", 0, true, quarter_grid},
    {"Heading2", "heading 2", "Normal", kaiti, page::body_size, "", 1, true, quarter_grid},
    {"Heading3", "heading 3", "Normal", fangsong, page::body_size, "", 2, true, quarter_grid},
    {"Heading4", "heading 4", "Normal", fangsong, page::body_size, "", 3, true, quarter_grid},
    {"ListText", "列项", "ListText", fangsong, page::body_size, "", -1, true, quarter_grid},
    {"Note", "注", "Normal", fangsong, page::note_size,
     R"(<w:snapToGrid w:val="0"/><w:spacing w:before="60" w:after="60" w:line="360" w:lineRule="exact"/>)"
     R"(<w:ind w:firstLineChars="200" w:firstLine="480"/>)",
     -1, false},
    {"Caption", "caption", "Normal", heiti, page::note_size,
     R"(<w:snapToGrid w:val="0"/><w:spacing w:before="180" w:after="60" w:line="360" w:lineRule="exact"/>)"
     R"(<w:ind w:firstLine="0"/><w:jc w:val="center"/>)",
     -1, false},
    {"Picture", "图", "Normal", fangsong, page::note_size,
     R"(<w:snapToGrid w:val="0"/><w:spacing w:before="180" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/>)"
     R"(<w:jc w:val="center"/>)",
     -1, false},
    {"TableText", "表格文字", "TableText", songti, page::table_size,
     R"(<w:snapToGrid w:val="0"/><w:spacing w:line="300" w:lineRule="exact"/><w:ind w:firstLine="0"/>)"
     R"(<w:jc w:val="left"/>)",
     -1, false},
    {"TableHeader", "表头", "TableText", heiti, page::table_size,
     R"(<w:snapToGrid w:val="0"/><w:spacing w:line="300" w:lineRule="exact"/><w:ind w:firstLine="0"/>)"
     R"(<w:jc w:val="center"/>)",
     -1, false},
    {"Signature", "落款", "Normal", fangsong, page::body_size,
     R"(<w:ind w:rightChars="400" w:right="1264" w:firstLine="0"/><w:jc w:val="right"/>)", -1, true, quarter_grid},
    {"FooterOdd", "页码（单页）", "FooterOdd", songti, page::number_size,
     R"(<w:snapToGrid w:val="0"/><w:ind w:rightChars="100" w:right="280" w:firstLine="0"/><w:jc w:val="right"/>)", -1,
     false},
    {"FooterEven", "页码（双页）", "FooterEven", songti, page::number_size,
     R"(<w:snapToGrid w:val="0"/><w:ind w:leftChars="100" w:left="280" w:firstLine="0"/><w:jc w:val="left"/>)", -1,
     false},
};

std::string run_properties(const Style& style)
{
    const auto half_points = static_cast<int>(std::lround(style.size * 2));
    const std::string spacing = style.spacing ? fmt::format(R"(<w:spacing w:val="{}"/>)", style.spacing) : "";
    return fmt::format(R"(<w:rPr><w:rFonts w:ascii="{0}" w:eastAsia="{0}" w:hAnsi="{0}" w:cs="{0}"/>{1})"
                       R"(<w:sz w:val="{2}"/><w:szCs w:val="{2}"/></w:rPr>)",
                       style.font, spacing, half_points);
}

std::string paragraph_style(const Style& style)
{
    const bool heading = style.outline_level >= 0;
    const bool numbered = heading || style.id == "ListText";
    std::string properties;
    if (heading || style.id == "Caption" || style.id == "Picture") properties += "<w:keepNext/>";
    if (numbered)
        properties += fmt::format(R"(<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>)",
                                  heading ? style.outline_level : 0, heading ? 1 : 2);
    properties += style.paragraph;
    if (heading) properties += fmt::format(R"(<w:outlineLvl w:val="{}"/>)", style.outline_level);
    return fmt::format(R"(<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/>)"
                       R"(<w:next w:val="{}"/><w:qFormat/><w:pPr>{}</w:pPr>{}</w:style>)",
                       style.id, style.name, style.next, properties, run_properties(style));
}

// 正文: justified, first line two characters in, on the grid of 22 lines. No space is put between Chinese and figures:
// it would break the count of 28 characters to the line.
std::string normal_style()
{
    constexpr Style normal{"Normal", "Normal", "Normal", fangsong, page::body_size, "", -1, true, quarter_grid};
    return R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>)"
           R"(<w:widowControl w:val="0"/>)"
           R"(<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:ind w:firstLineChars="200" w:firstLine="632"/><w:jc w:val="both"/></w:pPr>)" +
           run_properties(normal) + "</w:style>";
}

// Emphasis is another face: Chinese official type has no bold 仿宋.
std::string character_styles()
{
    constexpr std::string_view form =
        R"(<w:style w:type="character" w:styleId="{0}"><w:name w:val="{1}"/><w:qFormat/><w:rPr>)"
        R"(<w:rFonts w:ascii="{2}" w:eastAsia="{2}" w:hAnsi="{2}" w:cs="{2}"/>{3}</w:rPr></w:style>)";
    constexpr std::string_view on_yellow =
        R"(<w:color w:val="C00000"/><w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/>)";
    return fmt::format(form, "Emphasis", "Emphasis", heiti, "") +
           fmt::format(form, "Missing", "缺数据", heiti, on_yellow);
}

std::string table_styles()
{
    std::string borders;
    for (const std::string_view side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        borders += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="auto"/>)", side);
    return fmt::format(
        R"(<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>)"
        R"(<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>)"
        R"(<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>)"
        R"(<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>)"
        R"(<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="报告表格"/><w:basedOn w:val="TableNormal"/>)"
        R"(<w:tblPr><w:tblBorders>{}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/>)"
        R"(<w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>)"
        R"(</w:tblCellMar></w:tblPr></w:style>)",
        borders);
}

}  // namespace

std::string docx_styles()
{
    std::string content =
        R"(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" )"
        R"(w:hAnsi="仿宋_GB2312" w:cs="仿宋_GB2312"/><w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>)"
        R"(<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>)"
        R"(<w:pPrDefault/></w:docDefaults>)" +
        normal_style();
    for (const Style& style : styles) content += paragraph_style(style);
    content += character_styles();
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}{}</w:styles>)",
        content, table_styles());
}

}  // namespace document
