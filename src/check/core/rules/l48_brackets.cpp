// SPDX-License-Identifier: Apache-2.0
// L48: brackets and quotation marks that are not closed within their paragraph.
#include <array>

#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

struct Pair {
    char32_t open;
    char32_t close;
};

// A round bracket may be closed by either width: that is L45's matter.
constexpr std::array pairs{Pair{U'《', U'》'}, Pair{U'“', U'”'}, Pair{U'（', U'）'}, Pair{U'〔', U'〕'},
                           Pair{U'【', U'】'}};

char32_t wide(char32_t letter)
{
    return letter == U'(' ? U'（' : letter == U')' ? U'）' : letter;
}

// 1) and 一） are marks of a list, not brackets.
bool closes_a_mark(const std::vector<chinese::Letter>& letters, std::size_t i)
{
    return i <= 3 && letters[i].code != U'》';
}

}  // namespace

void find_open_brackets(const Material& material, Found& findings)
{
    for (const Block& block : material.text.blocks) {
        const std::vector<chinese::Letter> letters = chinese::letters(block.text);
        if (is_piece_of_a_cell(block)) continue;
        for (const Pair& pair : pairs) {
            std::vector<std::size_t> open;
            std::size_t stray = letters.size();
            for (std::size_t i = 0; i < letters.size(); ++i) {
                const char32_t letter = wide(letters[i].code);
                if (letter == pair.open) {
                    open.push_back(i);
                } else if (letter == pair.close && !open.empty()) {
                    open.pop_back();
                } else if (letter == pair.close && !closes_a_mark(letters, i)) {
                    stray = i;
                }
            }
            if (open.empty() && stray == letters.size()) continue;
            const std::size_t at = letters[open.empty() ? stray : open.front()].at;
            const Place place = place_of(block, at, std::min<std::size_t>(block.text.size() - at, 60));
            findings.push_back({"L48", "check.l48.open", Severity::warning, {{"text", place.quote}}, {place}, {}});
        }
    }
}

}  // namespace check
