// SPDX-License-Identifier: Apache-2.0
// L71: cars that were bought, and no money that was spent on buying them: 购置费0万元，购置公务用车7辆. Another budget
// may have paid: a warning.
#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

bool is_cost_of_buying(const Claim& claim)
{
    static const RE2 cost{"(?:车|车辆)购置(?:费|费用|支出|经费)?(?:支出|决算)?(?:数|为)?$"};
    return claim.measure == Measure::money && RE2::PartialMatch(claim.label, cost);
}

bool is_number_bought(const Claim& claim)
{
    static const RE2 bought{"(?:购置|购买|更新购置|新购)(?:公务用车|车辆|公车)?$"};
    return claim.unit == "辆" && !claim.value.is_zero() && claim.sign.empty() &&
           RE2::PartialMatch(claim.label, bought) &&
           !contains_any(claim.label, {"计划", "拟", "无", "未", "上年", "去年", "预算数"});
}

}  // namespace

void find_bought_for_nothing(const Material& material, Found& findings)
{
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        if (material.text.blocks[block].text.find("购置") == std::string::npos) continue;
        const Claim* cost = nullptr;
        const Claim* number = nullptr;
        bool is_paid = false;
        for (const Claim& claim : material.of_block(block)) {
            if (is_cost_of_buying(claim)) {
                if (!cost) cost = &claim;
                is_paid = is_paid || !claim.value.is_zero();
            } else if (!number && is_number_bought(claim)) {
                number = &claim;
            }
        }
        if (!cost || !number || is_paid) continue;
        findings.push_back({"L71",
                            "check.l71.bought",
                            Severity::warning,
                            {{"cost", printed(*cost)}, {"number", printed(*number)}},
                            {place_with_label(material.text, *number), place_with_label(material.text, *cost)},
                            {printed(*number), printed(*cost)}});
    }
}

}  // namespace check
