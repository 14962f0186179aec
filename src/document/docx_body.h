// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pugixml.hpp>

#include "document/document.h"

namespace document {

// word/document.xml.
base::Result<std::string> docx_body(const Document& document);

// A w:p with its style and runs, at the end of `parent`; returns it.
pugi::xml_node append_paragraph(pugi::xml_node parent, const char* style, const std::vector<Run>& runs);

// Keeps a w:p, or the row it stands in, on the page of the one below.
void keep_with_next(pugi::xml_node paragraph);

// A w:tbl at the end of `body`. The table has at least one row.
base::Result<bool> append_table(pugi::xml_node body, const Table& table);

// A child element with one attribute w:val.
void append_value(pugi::xml_node parent, const char* name, const char* value);
void append_value(pugi::xml_node parent, const char* name, int value);

// The width of the text area in twentieths of a point.
constexpr int text_width_twips = 8845;

}  // namespace document
