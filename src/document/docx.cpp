// SPDX-License-Identifier: Apache-2.0
#include "document/check.h"
#include "document/docx_body.h"
#include "document/docx_parts.h"
#include "document/docx_picture.h"
#include "document/zip.h"

namespace document {

base::Result<std::string> docx(const Document& document)
{
    TRY(check(document));
    TRY_ASSIGN(std::string body, docx_body(document));
    std::vector<File> files{{"[Content_Types].xml", docx_content_types(document)},
                            {"_rels/.rels", docx_package_relations()},
                            {"word/document.xml", std::move(body)},
                            {"word/_rels/document.xml.rels", docx_document_relations(document)},
                            {"word/styles.xml", docx_styles()},
                            {"word/numbering.xml", docx_numbering()},
                            {"word/settings.xml", docx_settings()},
                            {"word/fontTable.xml", docx_font_table()},
                            {"word/footer1.xml", docx_footer(Align::right)},
                            {"word/footer2.xml", docx_footer(Align::left)},
                            {"docProps/core.xml", docx_core_properties(document)},
                            {"docProps/app.xml", docx_application_properties()}};
    if (!document.mark.empty()) files.push_back({"word/header1.xml", docx_header(document.mark)});
    TRY_ASSIGN(const std::vector<File> pictures, docx_pictures(document));
    files.insert(files.end(), pictures.begin(), pictures.end());
    return zip(files);
}

}  // namespace document
