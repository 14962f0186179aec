// SPDX-License-Identifier: Apache-2.0
// word/document.xml: with comments anchored in it, at places that its reader found, it reads as before.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "check/docx_anchors.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string xml{reinterpret_cast<const char*>(data), size};
    const auto before = check::docx_places(xml);
    if (!before) return 0;
    std::vector<check::Anchor> anchors;
    for (std::size_t i = 0; i < before->pieces.size() && anchors.size() < 50; ++i) {
        const check::DocxPiece& piece = before->pieces[i];
        anchors.push_back({piece.paragraph, piece.at + i % 3, 1 + i % 7, std::to_string(i)});
    }
    const auto anchored = check::with_anchors(xml, anchors);
    if (!anchored) std::abort();
    const auto after = check::docx_places(*anchored);
    if (!after || after->lines != before->lines) std::abort();
    return 0;
}
