// SPDX-License-Identifier: Apache-2.0
#include "document/docx_picture.h"

#include <algorithm>

#include <fmt/format.h>

#include "document/page.h"
#include "document/qr.h"
#include "document/text.h"

namespace document {

namespace {

constexpr int first_relation = 8;  // the parts that every document may have come before
constexpr int emu_per_mm = 36000;

}  // namespace

std::size_t picture_count(const Document& document)
{
    return static_cast<std::size_t>(
        std::count_if(document.blocks.begin(), document.blocks.end(),
                      [](const Block& block) { return std::holds_alternative<QrCode>(block); }));
}

std::string picture_relation(std::size_t picture)
{
    return fmt::format("rId{}", first_relation + picture);
}

std::string picture_path(std::size_t picture)
{
    return fmt::format("media/image{}.png", picture + 1);
}

base::Result<std::vector<File>> docx_pictures(const Document& document)
{
    std::vector<File> files;
    for (const Block& block : document.blocks) {
        const QrCode* const code = std::get_if<QrCode>(&block);
        if (!code) continue;
        TRY_ASSIGN(const QrModules modules, modules_of(*code));
        files.push_back({"word/" + picture_path(files.size()), modules.png()});
    }
    return files;
}

void append_picture(pugi::xml_node paragraph, std::size_t picture, const std::string& label)
{
    constexpr auto side = static_cast<int>(page::qr_mm * emu_per_mm);
    const std::string drawing =
        fmt::format(R"(<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" )"
                    R"(xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">)"
                    R"(<wp:extent cx="{0}" cy="{0}"/><wp:docPr id="{1}" name="QR {1}" descr="{2}"/>)"
                    R"(<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">)"
                    R"(<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">)"
                    R"(<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">)"
                    R"(<pic:nvPicPr><pic:cNvPr id="{1}" name="QR {1}"/><pic:cNvPicPr/></pic:nvPicPr>)"
                    R"(<pic:blipFill><a:blip r:embed="{3}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>)"
                    R"(<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{0}" cy="{0}"/></a:xfrm>)"
                    R"(<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>)"
                    R"(</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>)",
                    side, picture + 1, escaped(label), picture_relation(picture));
    paragraph.append_buffer(drawing.data(), drawing.size());
}

}  // namespace document
