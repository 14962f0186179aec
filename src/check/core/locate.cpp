// SPDX-License-Identifier: Apache-2.0
#include "check/core/locate.h"

#include "chinese/letters.h"

namespace check {

namespace {

// Where a place stands in its block: the stretch of its line, and as many letters on.
std::optional<std::size_t> at_in(const Block& block, const Place& place)
{
    for (const Stretch& stretch : block.stretches) {
        if (stretch.spot.line != place.spot.line || stretch.spot.sheet != place.spot.sheet ||
            stretch.spot.cell != place.spot.cell)
            continue;
        std::size_t at = stretch.at;
        for (std::size_t column = stretch.spot.column; column < place.spot.column && at < stretch.at + stretch.size;
             ++column)
            at += chinese::letters(std::string_view{block.text}.substr(at, 4)).front().size;
        return at;
    }
    return std::nullopt;
}

}  // namespace

Locator::Locator(const ReportText& text) : text_{text}
{
    for (std::size_t i = 0; i < text.blocks.size(); ++i)
        for (const Stretch& stretch : text.blocks[i].stretches)
            blocks_[{stretch.spot.sheet, stretch.spot.line}].push_back(i);
}

std::optional<Located> Locator::find(const Place& place) const
{
    const auto blocks = blocks_.find({place.spot.sheet, place.spot.line});
    if (blocks == blocks_.end()) return std::nullopt;
    for (const std::size_t block : blocks->second)
        if (const auto at = at_in(text_.blocks[block], place)) return Located{block, *at};
    return std::nullopt;
}

}  // namespace check
