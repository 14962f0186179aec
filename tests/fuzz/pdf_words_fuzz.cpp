// SPDX-License-Identifier: Apache-2.0
// What pdftotext says of a page's words and their places: read or refused, rows of one table are of one length.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "check/core/read_text.h"
#include "check/read_pdf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto text = check::text_of_pdf_words({reinterpret_cast<const char*>(data), size});
    if (!text) return 0;
    std::size_t table = 0;
    std::size_t cells = 0;
    for (const check::Block& block : check::read_text(*text).blocks) {
        if (block.kind != check::Block::Kind::row) continue;
        if (block.cells.empty()) std::abort();
        table = block.table, cells = std::max(cells, block.cells.size());
    }
    return table > 0 && cells == 0 ? std::abort(), 0 : 0;
}
