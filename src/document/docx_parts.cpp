// SPDX-License-Identifier: Apache-2.0
#include "document/docx_parts.h"

#include <fmt/format.h>

#include "document/docx_picture.h"
#include "document/printed_date.h"
#include "document/text.h"

namespace document {

namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

constexpr std::string_view relation_type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

// One per part of the package besides the relations; `type` is the end of its content type.
struct Part {
    std::string_view name, type;
};
constexpr Part parts[] = {
    {"/word/document.xml", "officedocument.wordprocessingml.document.main"},
    {"/word/styles.xml", "officedocument.wordprocessingml.styles"},
    {"/word/numbering.xml", "officedocument.wordprocessingml.numbering"},
    {"/word/settings.xml", "officedocument.wordprocessingml.settings"},
    {"/word/fontTable.xml", "officedocument.wordprocessingml.fontTable"},
    {"/word/footer1.xml", "officedocument.wordprocessingml.footer"},
    {"/word/footer2.xml", "officedocument.wordprocessingml.footer"},
    {"/docProps/app.xml", "officedocument.extended-properties"},
    {"/docProps/core.xml", "package.core-properties"},
};

constexpr Part header_part{"/word/header1.xml", "officedocument.wordprocessingml.header"};

std::string relation(std::string_view id, std::string_view type, std::string_view target)
{
    return fmt::format(R"(<Relationship Id="{}" Type="{}{}" Target="{}"/>)", id, relation_type, type, target);
}

std::string relations(const std::string& content)
{
    return fmt::format(R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{})"
                       "</Relationships>",
                       declaration, content);
}

}  // namespace

std::string docx_content_types(const Document& document)
{
    std::string types{declaration};
    types += R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)";
    types += R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)";
    types += R"(<Default Extension="xml" ContentType="application/xml"/>)";
    if (picture_count(document) > 0) types += R"(<Default Extension="png" ContentType="image/png"/>)";
    std::vector<Part> all{std::begin(parts), std::end(parts)};
    if (!document.mark.empty()) all.push_back(header_part);
    for (const Part& part : all)
        types += fmt::format(R"(<Override PartName="{}" ContentType="application/vnd.openxmlformats-{}+xml"/>)",
                             part.name, part.type);
    return types + "</Types>";
}

std::string docx_package_relations()
{
    constexpr std::string_view core =
        R"(<Relationship Id="rId2" Target="docProps/core.xml" )"
        R"(Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>)";
    return relations(relation("rId1", "officeDocument", "word/document.xml") + std::string{core} +
                     relation("rId3", "extended-properties", "docProps/app.xml"));
}

std::string docx_document_relations(const Document& document)
{
    const std::string header = document.mark.empty() ? "" : relation("rId7", "header", "header1.xml");
    std::string pictures;
    for (std::size_t picture = 0; picture < picture_count(document); ++picture)
        pictures += relation(picture_relation(picture), "image", picture_path(picture));
    return relations(relation("rId1", "styles", "styles.xml") + relation("rId2", "numbering", "numbering.xml") +
                     relation("rId3", "settings", "settings.xml") + relation("rId4", "fontTable", "fontTable.xml") +
                     relation("rId5", "footer", "footer1.xml") + relation("rId6", "footer", "footer2.xml") + header +
                     pictures);
}

// Punctuation may hang over the margin's end and never begins a line; odd and even pages have their own footer.
std::string docx_settings()
{
    return fmt::format(
        R"({}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
        R"(<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>)"
        R"(<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>)"
        R"(<w:drawingGridVerticalSpacing w:val="156"/><w:characterSpacingControl w:val="compressPunctuation"/>)"
        R"(<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>)"
        R"(<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>)"
        R"(<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>)"
        R"(</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>)",
        declaration);
}

std::string docx_header(const std::string& mark)
{
    return fmt::format(R"({}<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
                       R"(<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p></w:hdr>)",
                       declaration, escaped(mark));
}

// The page number as — 1 —, one character in from the edge: right on odd pages, left on even ones.
std::string docx_footer(Align align)
{
    const std::string_view style = align == Align::right ? "FooterOdd" : "FooterEven";
    return fmt::format(
        R"({}<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
        R"(<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>)"
        R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)"
        R"(<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>)"
        R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>)"
        R"(<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>)",
        declaration, style);
}

std::string docx_application_properties()
{
    return fmt::format(
        R"({}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">)"
        R"(<Application>Mingji</Application></Properties>)",
        declaration);
}

std::string docx_core_properties(const Document& document)
{
    const std::string instant = instant_of(document.date);
    return fmt::format(
        R"({}<cp:coreProperties )"
        R"(xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
        R"(xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" )"
        R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>)"
        R"(<dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created>)"
        R"(<dcterms:modified xsi:type="dcterms:W3CDTF">{}</dcterms:modified>)"
        R"(<dc:language>zh-CN</dc:language></cp:coreProperties>)",
        declaration, escaped(document.title), escaped(document.organisation), instant, instant);
}

}  // namespace document
