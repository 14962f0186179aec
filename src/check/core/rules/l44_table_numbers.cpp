// SPDX-License-Identifier: Apache-2.0
// L44: numbers of tables that repeat or jump. 续表 goes on with the same table.
#include <optional>

#include <re2/re2.h>

#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t longest_caption = 40;  // letters: 表1列示了… in a paragraph is no caption

}  // namespace

void find_wrong_table_numbers(const Material& material, Found& findings)
{
    static const RE2 caption{"^(?:#{1,6}\\s*)?((?:附)?表)\\s*(\\d{1,2})(?:[\\s:：.、　]|[\\p{Han}])"};
    std::optional<int> last[2];
    Place place_before[2];
    for (const Block& block : material.text.blocks) {
        re2::StringPiece word;
        int number = 0;
        const bool is_caption = block.kind != Block::Kind::row && block.text.find("。") == std::string::npos &&
                                chinese::letter_count(block.text) <= longest_caption &&
                                RE2::PartialMatch(block.text, caption, &word, &number);
        if (!is_caption) continue;
        const std::size_t kind = word == "表" ? 0 : 1;
        const Place place = place_of(block, 0, block.text.size());
        // 表1 once more begins the tables of another part, unless it follows itself.
        const bool is_wrong = last[kind] && number != *last[kind] + 1 && (number != 1 || *last[kind] == 1);
        if (is_wrong)
            findings.push_back({"L44",
                                "check.l44.order",
                                Severity::warning,
                                {{"first", std::to_string(*last[kind])}, {"second", std::to_string(number)}},
                                {place, place_before[kind]},
                                {}});
        last[kind] = number;
        place_before[kind] = place;
    }
}

}  // namespace check
