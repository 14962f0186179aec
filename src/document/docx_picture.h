// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pugixml.hpp>

#include "document/document.h"

namespace document {

// The pictures of a .docx: one .png for each QR code, counted from 0 as the blocks stand.
std::size_t picture_count(const Document& document);
std::string picture_relation(std::size_t picture);
std::string picture_path(std::size_t picture);  // below word/
base::Result<std::vector<File>> docx_pictures(const Document& document);

// A w:r with the picture at the end of `paragraph`; `label` is what a screen reader says.
void append_picture(pugi::xml_node paragraph, std::size_t picture, const std::string& label);

}  // namespace document
