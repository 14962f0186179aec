// SPDX-License-Identifier: Apache-2.0
// L52: one thing under two words: the rate of execution as 预算执行率 here and 资金执行率 there.
#include <array>

#include "check/core/rules/all.h"

namespace check {

namespace {

struct Synonyms {
    std::string_view first;
    std::string_view second;
};

constexpr std::array synonyms{Synonyms{"预算执行率", "资金执行率"}, Synonyms{"预算执行率", "资金支付率"}};

}  // namespace

void find_two_words(const Material& material, Findings& findings)
{
    for (const auto& [first, second] : synonyms) {
        // Two words for one value: the same rate under both.
        for (const Claim& a : material.claims) {
            if (a.measure != Measure::per_cent || a.label.find(first) == std::string::npos) continue;
            const Claim* same = nullptr;
            for (const Claim& b : material.claims)
                if (!same && b.measure == Measure::per_cent && b.value == a.value &&
                    b.label.find(second) != std::string::npos)
                    same = &b;
            if (!same) continue;
            findings.push_back({"L52",
                                "check.l52.words",
                                Severity::warning,
                                {{"first", std::string{first}}, {"second", std::string{second}}, {"rate", printed(a)}},
                                {place_with_label(material.text, a), place_with_label(material.text, *same)},
                                {printed(a), printed(*same)}});
            break;
        }
    }
}

}  // namespace check
