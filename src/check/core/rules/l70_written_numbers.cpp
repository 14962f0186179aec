// SPDX-License-Identifier: Apache-2.0
// L70: numbers that cannot be read as they are written: 12..5万元, 1.234.5万元, 167、00万元, 3,45.6万元. A wrong letter
// in them may stand for another figure: a warning.
#include <array>

#include <re2/re2.h>

#include "check/core/rules/all.h"

namespace check {

namespace {

// 854万854万: an amount that stands twice with nothing between.
void find_doubled_amounts(const Material& material, Found& findings)
{
    for (std::size_t i = 1; i < material.claims.size(); ++i) {
        const Claim& first = material.claims[i - 1];
        const Claim& second = material.claims[i];
        const bool is_doubled = first.block == second.block && first.at + first.size == second.at &&
                                first.value == second.value && first.unit == second.unit && !first.unit.empty();
        if (!is_doubled) continue;
        const Place place = place_of(material.text.blocks[first.block], first.at, second.at + second.size - first.at);
        findings.push_back({"L70", "check.l70.number", Severity::warning, {{"text", place.quote}}, {place}, {}});
    }
}

}  // namespace

void find_broken_numbers(const Material& material, Found& findings)
{
    static const RE2 two_points{"(\\d+[.．。][.．。]+\\d+\\s*(?:万元|亿元|元|%|％|㎡|平方米|分))"};
    static const RE2 three_pieces{"(?:^|[^\\d.])(\\d+\\.\\d+\\.\\d+\\s*(?:万元|亿元|元|%|％|平方米|分))"};
    static const RE2 listed{"(\\p{Han}\\s*\\d{2,6}、\\d0\\s*(?:万元|亿元))"};
    static const RE2 stopped{"(?:为|共|计|资金|支出|经费|预算|占|率|达到?)(\\d{1,6}。\\d{1,2}\\s*(?:万元|亿元|%|％))"};
    static const RE2 doubled{"(\\d\\s*(?:元元|万万元|%\\s*%|％％|个个百分点))"};
    static const std::array<const RE2*, 5> all{&two_points, &three_pieces, &listed, &stopped, &doubled};
    find_doubled_amounts(material, findings);
    for (const Block& block : material.text.blocks)
        for (const RE2* const pattern : all) {
            re2::StringPiece rest{block.text};
            re2::StringPiece words;
            while (RE2::FindAndConsume(&rest, *pattern, &words)) {
                const Place place =
                    place_of(block, static_cast<std::size_t>(words.data() - block.text.data()), words.size());
                findings.push_back(
                    {"L70", "check.l70.number", Severity::warning, {{"text", place.quote}}, {place}, {}});
            }
        }
}

}  // namespace check
