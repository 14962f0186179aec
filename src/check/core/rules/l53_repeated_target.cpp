// SPDX-License-Identifier: Apache-2.0
// L53: a result that repeats its target, sign and all (目标值≥90%,完成≥90%): what was reached was not filled in. Who
// copies one target copies all of them: one finding for the report, with the places of each.
#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/scores.h"

namespace check {

namespace {

constexpr std::size_t most_places = 12;

bool repeats(const Claim& target, const Claim& actual)
{
    return !actual.sign.empty() && actual.sign != "=" && actual.sign == target.sign && actual.value == target.value;
}

void take(const Material& material, const Claim& target, const Claim& actual, Findings& found)
{
    if (found.empty())
        found.push_back({"L53",
                         "check.l53.repeated",
                         Severity::warning,
                         {{"target", target.sign + printed(target)}},
                         {},
                         {actual.sign + printed(actual), target.sign + printed(target)}});
    Finding& finding = found.front();
    if (finding.places.size() >= most_places) return;
    finding.places.push_back(place_with_label(material.text, actual));
    finding.places.push_back(place_with_label(material.text, target));
}

}  // namespace

void find_repeated_targets(const Material& material, Found& findings)
{
    Findings found;
    for (std::size_t i = 0; i + 1 < material.claims.size(); ++i) {
        const Claim& target = material.claims[i];
        const Claim& actual = material.claims[i + 1];
        const bool is_pair = target.block == actual.block && target.part == actual.part &&
                             contains_any(target.label, {"目标值", "指标值", "目标为", "目标"}) &&
                             contains_any(actual.label, {"完成", "实际"});
        if (is_pair && repeats(target, actual)) take(material, target, actual, found);
    }
    for (const Table& table : material.tables)
        for (const Aimed& aimed : aimed_in_table(table))
            if (repeats(*aimed.target, *aimed.actual)) take(material, *aimed.target, *aimed.actual, found);
    for (Finding& finding : found) findings.push_back(std::move(finding));
}

}  // namespace check
