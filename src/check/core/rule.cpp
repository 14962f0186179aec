// SPDX-License-Identifier: Apache-2.0
#include "check/core/rule.h"

#include <algorithm>
#include <stdexcept>

#include <re2/re2.h>

#include "check/core/rules/all.h"

namespace check {

namespace {

constexpr std::size_t blocks_of_a_title = 12;

std::optional<int> year_of(const ReportText& text)
{
    static const RE2 titled{"(20\\d\\d)\\s*年(?:度)?[^。，]{0,30}(?:自评|评价|决算|绩效|“三公”)"};
    static const RE2 any{"(20\\d\\d)\\s*年度"};
    for (const RE2* const pattern : {&titled, &any})
        for (std::size_t i = 0; i < std::min(text.blocks.size(), blocks_of_a_title); ++i) {
            int year = 0;
            if (RE2::PartialMatch(text.blocks[i].text, *pattern, &year)) return year;
        }
    return std::nullopt;
}

bool stands_before(const Finding& a, const Finding& b)
{
    const auto key = [](const Finding& finding) {
        const Spot spot = finding.places.empty() ? Spot{} : finding.places.front().spot;
        return std::tuple{spot.sheet, spot.line, spot.column, finding.rule};
    };
    return key(a) < key(b);
}

}  // namespace

std::span<const Claim> Material::of_block(std::size_t block) const
{
    const auto less = [](const Claim& claim, std::size_t index) { return claim.block < index; };
    const auto first = std::lower_bound(claims.begin(), claims.end(), block, less);
    const auto last = std::lower_bound(first, claims.end(), block + 1, less);
    return {first, last};
}

Material material_of(const ReportText& text)
{
    return {text, claims_of(text), year_of(text)};
}

Findings findings_of(const Material& material)
{
    Findings findings;
    for (const RuleFunction find : rules()) {
        Findings found;
        try {
            find(material, found);
        } catch (const std::overflow_error&) {
            // Figures beyond 128 bits are no amounts; what the rule had found before them still stands.
        }
        findings.insert(findings.end(), found.begin(), found.end());
    }
    std::stable_sort(findings.begin(), findings.end(), stands_before);
    return findings;
}

}  // namespace check
