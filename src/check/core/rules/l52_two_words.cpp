// SPDX-License-Identifier: Apache-2.0
// L52: one thing under two words: the rate of execution as 预算执行率 here and 资金执行率 there.
#include <array>
#include <map>

#include "check/core/rules/all.h"

namespace check {

namespace {

struct Synonyms {
    std::string_view first;
    std::string_view second;
};

constexpr std::array synonyms{Synonyms{"预算执行率", "资金执行率"}, Synonyms{"预算执行率", "资金支付率"}};

using First = std::map<base::Decimal, const Claim*>;  // by the rate, as printed

First first_named(const Material& material, std::string_view word)
{
    First found;
    for (const Claim& claim : material.claims)
        if (claim.measure == Measure::per_cent && claim.label.find(word) != std::string::npos)
            found.try_emplace(claim.value, &claim);
    return found;
}

}  // namespace

void find_two_words(const Material& material, Found& findings)
{
    for (const auto& [first, second] : synonyms) {
        const First others = first_named(material, second);
        // Two words for one value: the same rate under both. One pair shows it.
        for (const auto& [rate, claim] : first_named(material, first)) {
            const auto same = others.find(rate);
            if (same == others.end()) continue;
            findings.push_back(
                {"L52",
                 "check.l52.words",
                 Severity::warning,
                 {{"first", std::string{first}}, {"second", std::string{second}}, {"rate", printed(*claim)}},
                 {place_with_label(material.text, *claim), place_with_label(material.text, *same->second)},
                 {printed(*claim), printed(*same->second)}});
            break;
        }
    }
}

}  // namespace check
