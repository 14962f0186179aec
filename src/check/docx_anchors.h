// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/check: the places of comments in word/document.xml.

#include <string>
#include <vector>

#include "base/result.h"
#include "check/docx_body.h"

namespace check {

// Words of a paragraph (w:p, counted as DocxPiece does) that a comment is about. Nothing beyond the paragraph is
// marked; where a comment cannot stand at its words (a formula, a text box), it stands at the next ones.
struct Anchor {
    std::size_t paragraph = 0;
    std::size_t at = 0;    // bytes of the paragraph's own text
    std::size_t size = 0;  // at least a letter
    std::string comment;   // its w:id
};

// What can be known of a document's text: its lines, and where each piece of them stands.
struct DocxPlaces {
    std::string lines;
    std::vector<DocxPiece> pieces;  // in the order of the file
};
base::Result<DocxPlaces> docx_places(const std::string& document_xml, DocxStyles styles = {});

// The same document with the anchors in it and nothing else changed: a run whose words are anchored in part is divided,
// and each half keeps its looks. Without anchors where the document is written in a way that we do not divide (CDATA,
// UTF-16, the strict namespace): `document_xml` unchanged.
base::Result<std::string> with_anchors(const std::string& document_xml, const std::vector<Anchor>& anchors);

// Whether with_anchors() can put them in.
bool can_hold_anchors(const std::string& document_xml);

inline constexpr auto word_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

}  // namespace check
