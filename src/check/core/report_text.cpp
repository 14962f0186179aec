// SPDX-License-Identifier: Apache-2.0
#include "check/core/report_text.h"

#include <algorithm>

#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t longest_quote = 40;

const Stretch* stretch_at(const Block& block, std::size_t at)
{
    if (block.stretches.empty()) return nullptr;
    const auto behind = std::upper_bound(block.stretches.begin(), block.stretches.end(), at,
                                         [](std::size_t place, const Stretch& stretch) { return place < stretch.at; });
    return behind == block.stretches.begin() ? &block.stretches.front() : &*(behind - 1);
}

}  // namespace

bool is_piece_of_a_cell(const Block& block)
{
    constexpr std::size_t longest_piece = 24;
    if (block.kind == Block::Kind::row || block.stretches.empty() || block.stretches.front().spot.page == 0)
        return false;
    const Stretch& first = block.stretches.front();
    return chinese::letter_count(std::string_view{block.text}.substr(first.at, first.size)) <= longest_piece;
}

Place place_of(const Block& block, std::size_t at, std::size_t size)
{
    while (size > 0 && block.text[at] == ' ') ++at, --size;
    // Who asks for some bytes more than a mark gets no half letter.
    size = std::min(size, block.text.size() - at);
    while (size > 0 && at + size < block.text.size() &&
           (static_cast<unsigned char>(block.text[at + size]) & 0xC0U) == 0x80U)
        --size;
    const Stretch* const stretch = stretch_at(block, at);
    if (!stretch) return {{}, block.text.substr(at, size)};
    at = std::max(at, stretch->at);
    const std::size_t end = std::min(at + size, stretch->at + stretch->size);
    std::string_view quote = std::string_view{block.text}.substr(at, end - std::min(end, at));
    const std::vector<chinese::Letter> letters = chinese::letters(quote);
    if (letters.size() > longest_quote) quote = quote.substr(0, letters[longest_quote].at);
    while (quote.ends_with(' ')) quote.remove_suffix(1);
    Spot spot = stretch->spot;
    // Letters are counted by their first bytes: a paragraph may be long and have many places.
    spot.column +=
        static_cast<std::size_t>(std::count_if(block.text.begin() + static_cast<std::ptrdiff_t>(stretch->at),
                                               block.text.begin() + static_cast<std::ptrdiff_t>(at), [](char byte) {
                                                   return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
                                               }));
    return {spot, std::string{quote}};
}

}  // namespace check
