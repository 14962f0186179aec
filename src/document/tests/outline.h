// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a .docx says, for golden files.

#include <string>

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "document/tests/programs.h"

namespace document {

inline pugi::xml_document part(const std::string& docx, const std::string& name)
{
    const TestFolder folder;
    pugi::xml_document xml;
    const std::string bytes = output_of("unzip -p " + folder.write("a.docx", docx).string() + " " + name);
    EXPECT_TRUE(xml.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata)) << name;
    return xml;
}

// The words of the document, a line per paragraph with its style in front.
inline std::string outline_of(const pugi::xml_document& xml)
{
    std::string text;
    for (const auto& found : xml.select_nodes("//w:p")) {
        text += std::string{found.node().child("w:pPr").child("w:pStyle").attribute("w:val").as_string("Normal")} + "|";
        pugi::xpath_node_set pieces = found.node().select_nodes(".//w:t | .//w:br");
        pieces.sort();
        for (const auto& piece : pieces)
            text += std::string_view{piece.node().name()} == "w:br" ? "⏎" : piece.node().text().get();
        text += "\n";
    }
    return text;
}

}  // namespace document
