// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "document/document.h"

namespace document {

// The parts of a .docx that are the same for every document (ECMA-376 part 1). Style ids used by document.xml:
// Title, Heading1 … Heading4, Normal, ListText, Note, Caption, Picture, TableText, TableHeader, Signature; Emphasis and
// Missing for runs; ReportTable.
std::string docx_content_types(const Document& document);
std::string docx_package_relations();
std::string docx_document_relations(const Document& document);
std::string docx_styles();
std::string docx_numbering();
std::string docx_settings();
std::string docx_font_table();
std::string docx_header(const std::string& mark);  // of a document with a mark
std::string docx_footer(Align align);
std::string docx_application_properties();

// Title, author and dates; the dates are those of the document, never of the day of rendering.
std::string docx_core_properties(const Document& document);

}  // namespace document
