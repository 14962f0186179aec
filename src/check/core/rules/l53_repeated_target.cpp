// SPDX-License-Identifier: Apache-2.0
// L53: a result that repeats its target, sign and all (目标值≥90%,完成≥90%): what was reached was not filled in.
#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

void find_repeated_targets(const Material& material, Findings& findings)
{
    for (std::size_t i = 0; i + 1 < material.claims.size(); ++i) {
        const Claim& target = material.claims[i];
        const Claim& actual = material.claims[i + 1];
        const bool is_pair = target.block == actual.block && target.part == actual.part &&
                             contains_any(target.label, {"目标值", "指标值", "目标为", "目标"}) &&
                             contains_any(actual.label, {"完成", "实际"});
        const bool has_sign = !actual.sign.empty() && actual.sign != "=" && actual.sign == target.sign;
        if (!is_pair || !has_sign || actual.value != target.value) continue;
        findings.push_back({"L53",
                            "check.l53.repeated",
                            Severity::warning,
                            {{"target", target.sign + printed(target)}},
                            {place_with_label(material.text, actual), place_with_label(material.text, target)},
                            {actual.sign + printed(actual), target.sign + printed(target)}});
    }
}

}  // namespace check
