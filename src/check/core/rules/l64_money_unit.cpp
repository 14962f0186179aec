// SPDX-License-Identifier: Apache-2.0
// L64: an amount's unit: 万 without 元, and 元 with more than two decimals, which can only be 万元 or 亿元.
#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

// 13.971129万并且: what is counted in 万 and is no money names its own unit behind it.
bool lacks_yuan(const Claim& claim)
{
    return (claim.unit == "万" || claim.unit == "亿") &&
           contains_any(claim.label, {"资金", "经费", "预算", "支出", "收入", "金额", "投资", "补助", "费用", "款"}) &&
           (claim.tail.empty() ||
            !contains_any(claim.tail.substr(0, 3), {"股", "户", "字", "度", "千", "只", "头", "块", "株", "件"}));
}

}  // namespace

void find_wrong_money_units(const Material& material, Findings& findings)
{
    for (const Claim& claim : material.claims) {
        const bool is_too_fine = claim.unit == "元" && claim.value.scale() > 2;
        if (!is_too_fine && !lacks_yuan(claim)) continue;
        findings.push_back({"L64",
                            is_too_fine ? "check.l64.too_fine" : "check.l64.no_yuan",
                            is_too_fine ? Severity::error : Severity::warning,
                            {{"printed", printed(claim)}},
                            {place_of(material.text, claim)},
                            {printed(claim)}});
    }
}

}  // namespace check
