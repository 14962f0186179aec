// SPDX-License-Identifier: Apache-2.0
#include "check/core/long_paragraphs.h"

#include <algorithm>

#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t most_bytes = 12'000;  // 4,000 Chinese letters
constexpr std::string_view stop = "。";

// Where the paragraph that begins at `at` ends.
std::size_t end_of(std::string_view text, std::size_t at)
{
    if (text.size() - at <= most_bytes) return text.size();
    const std::string_view window = text.substr(at, most_bytes);
    const std::size_t last = window.rfind(stop);
    if (last != std::string_view::npos) return at + last + stop.size();
    std::size_t size = window.size();
    while (size > 1 && (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U) --size;
    return at + size;
}

// What of a stretch stands in [begin, end), seen from `begin`.
void add_stretch(Block& piece, std::string_view text, Stretch stretch, std::size_t begin, std::size_t end)
{
    const std::size_t from = std::max(stretch.at, begin);
    const std::size_t to = std::min(stretch.at + stretch.size, end);
    if (from >= to) return;
    stretch.spot.column += chinese::letter_count(text.substr(stretch.at, from - stretch.at));
    stretch.at = from - begin;
    stretch.size = to - from;
    piece.stretches.push_back(std::move(stretch));
}

void add_pieces(std::vector<Block>& pieces, const Block& block)
{
    std::size_t next = 0;  // the stretch that is not wholly used
    for (std::size_t begin = 0; begin < block.text.size();) {
        const std::size_t end = end_of(block.text, begin);
        Block piece{block.kind, block.text.substr(begin, end - begin)};
        for (std::size_t i = next; i < block.stretches.size() && block.stretches[i].at < end; ++i) {
            const Stretch& stretch = block.stretches[i];
            if (stretch.at + stretch.size <= end) next = i + 1;
            add_stretch(piece, block.text, stretch, begin, end);
        }
        pieces.push_back(std::move(piece));
        begin = end;
    }
}

}  // namespace

ReportText cut_long_paragraphs(ReportText text)
{
    const auto is_long = [](const Block& block) {
        return block.kind != Block::Kind::row && block.text.size() > most_bytes;
    };
    if (std::none_of(text.blocks.begin(), text.blocks.end(), is_long)) return text;
    std::vector<Block> blocks;
    for (Block& block : text.blocks) {
        if (is_long(block))
            add_pieces(blocks, block);
        else
            blocks.push_back(std::move(block));
    }
    text.blocks = std::move(blocks);
    return text;
}

}  // namespace check
