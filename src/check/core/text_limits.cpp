// SPDX-License-Identifier: Apache-2.0
#include "check/core/text_limits.h"

namespace check {

base::Result<void> refuse_too_much(const ReportText& text)
{
    std::size_t bytes = 0;
    std::size_t pieces = 0;
    for (const Block& block : text.blocks) {
        bytes += block.text.size();
        pieces += block.kind == Block::Kind::row ? 1 + block.cells.size() : block.stretches.size();
    }
    if (bytes > most_text_bytes)
        return base::fail(base::ErrorKind::invalid, "check.file.too_much_text",
                          {{"most", std::to_string(most_text_bytes >> 20)}});
    if (pieces > most_lines_and_cells)
        return base::fail(base::ErrorKind::invalid, "check.file.too_many_lines",
                          {{"most", std::to_string(most_lines_and_cells)}});
    return {};
}

}  // namespace check
