// SPDX-License-Identifier: Apache-2.0
#include "check/core/rule.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <tuple>

#include <re2/re2.h>

#include "check/core/rules/all.h"
#include "check/core/tables.h"

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
    static const Spot nowhere;
    const Spot& first = a.places.empty() ? nowhere : a.places.front().spot;
    const Spot& second = b.places.empty() ? nowhere : b.places.front().spot;
    return std::tie(first.sheet, first.line, first.column, a.rule) <
           std::tie(second.sheet, second.line, second.column, b.rule);
}

std::vector<std::size_t> first_claims_of(const std::vector<Claim>& claims, std::size_t blocks)
{
    std::vector<std::size_t> first(blocks + 1, claims.size());
    std::size_t next = 0;
    for (std::size_t block = 0; block <= blocks; ++block) {
        while (next < claims.size() && claims[next].block < block) ++next;
        first[block] = next;
    }
    return first;
}

}  // namespace

std::span<const Claim> Material::of_block(std::size_t block) const
{
    return std::span{claims}.subspan(first_claims[block], first_claims[block + 1] - first_claims[block]);
}

Material material_of(const ReportText& text)
{
    std::vector<Claim> claims = claims_of(text);
    std::vector<std::size_t> first_claims = first_claims_of(claims, text.blocks.size());
    Material material{text, std::move(claims), year_of(text), std::move(first_claims)};
    material.tables = tables_of(material);
    return material;
}

Findings findings_of(const Material& material)
{
    Findings findings;
    for (const RuleFunction find : rules()) {
        Found found;
        try {
            find(material, found);
        } catch (const std::overflow_error&) {
            // Figures beyond 128 bits are no amounts; what the rule had found before them still stands.
        } catch (const Found::Enough&) {
            // So does what it had found before it had enough.
        }
        std::move(found.all().begin(), found.all().end(), std::back_inserter(findings));
    }
    std::stable_sort(findings.begin(), findings.end(), stands_before);
    return findings;
}

}  // namespace check
