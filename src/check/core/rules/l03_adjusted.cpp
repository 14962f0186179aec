// SPDX-License-Identifier: Apache-2.0
// L03: the adjusted budget is the initial one and what was added, less what was cut.
#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

bool is_initial(const Claim& claim)
{
    return contains_any(claim.label, {"年初预算", "年初批复", "年初安排", "年初部门预算", "预算安排"}) &&
           !contains_any(claim.label, {"完成", "较", "比", "调整", "追加", "调增", "调减", "追减", "全年"});
}

bool is_added(const Claim& claim)
{
    return contains_any(claim.label, {"追加", "调增", "年中增加"}) && !contains_any(claim.label, {"追加后", "调增后"});
}

bool is_cut(const Claim& claim)
{
    return contains_any(claim.label, {"追减", "调减", "核减", "收回", "压减"}) &&
           !contains_any(claim.label, {"追减后", "调减后"});
}

bool is_adjusted(const Claim& claim)
{
    return contains_any(claim.label,
                        {"调整后", "全年预算", "调整预算", "追加后", "调增后", "调减后", "追减后", "预算调整为"}) &&
           !contains_any(claim.label, {"执行", "支出数", "完成"});
}

const Claim* only(std::span<const Claim> claims, std::size_t sentence, bool (*is_meant)(const Claim&), bool& is_one)
{
    const Claim* found = nullptr;
    for (const Claim& claim : claims) {
        if (claim.sentence != sentence || claim.measure != Measure::money || !is_meant(claim)) continue;
        if (found) is_one = false;
        found = &claim;
    }
    return found;
}

// 项目共15个，年初安排8个，年中增加8个: a count may have lost some on the way, so that this is a warning.
void judge_counts(const Material& material, std::span<const Claim> claims, std::size_t i, Found& findings)
{
    static const RE2 all{"(?:项目|任务)(?:共|共计|合计)$"};
    static const RE2 initial_words{"^年初"};
    static const RE2 added_words{"^年中(?:增加|新增|追加)$"};
    const Claim& total = claims[i];
    if (total.measure != Measure::count || total.unit.empty() || !RE2::PartialMatch(total.label, all)) return;
    const Claim* initial = nullptr;
    const Claim* added = nullptr;
    for (std::size_t k = i + 1; k < claims.size() && claims[k].sentence == total.sentence; ++k) {
        if (claims[k].unit != total.unit) continue;
        if (contains_any(claims[k].label, {"减", "取消"})) return;
        if (!initial && RE2::PartialMatch(claims[k].label, initial_words)) initial = &claims[k];
        if (!added && RE2::PartialMatch(claims[k].label, added_words)) added = &claims[k];
    }
    if (!initial || !added || sum_of({initial, added}) == exact(total)) return;
    findings.push_back({"L03",
                        "check.l03.adjusted",
                        Severity::warning,
                        {{"initial", printed(*initial)},
                         {"added", printed(*added)},
                         {"cut", "0"},
                         {"computed", shown_in_unit_of(total, sum_of({initial, added}))},
                         {"printed", printed(total)}},
                        {place_with_label(material.text, total), place_with_label(material.text, *initial),
                         place_with_label(material.text, *added)},
                        {printed(total), printed(*initial), printed(*added)}});
}

}  // namespace

void find_wrong_adjustments(const Material& material, Found& findings)
{
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        if (material.text.blocks[block].text.find("年中") == std::string::npos) continue;
        const std::span<const Claim> claims = material.of_block(block);
        for (std::size_t i = 0; i < claims.size(); ++i) judge_counts(material, claims, i, findings);
    }
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        const std::span<const Claim> claims = material.of_block(block);
        for (std::size_t sentence = 0; !claims.empty() && sentence <= claims.back().sentence; ++sentence) {
            bool is_one = true;
            const Claim* const initial = only(claims, sentence, is_initial, is_one);
            const Claim* const added = only(claims, sentence, is_added, is_one);
            const Claim* const cut = only(claims, sentence, is_cut, is_one);
            const Claim* const adjusted = only(claims, sentence, is_adjusted, is_one);
            if (!initial || !adjusted || (!added && !cut) || !is_one) continue;
            const base::Ratio zero = base::Ratio::whole(0);
            const base::Ratio sum = exact(*initial) + (added ? exact(*added) : zero) - (cut ? exact(*cut) : zero);
            const base::Ratio off = sum > exact(*adjusted) ? sum - exact(*adjusted) : exact(*adjusted) - sum;
            if (off <= most_rounding({initial, added, cut, adjusted})) continue;
            Finding finding{"L03",
                            "check.l03.adjusted",
                            Severity::error,
                            {{"initial", printed(*initial)},
                             {"added", added ? printed(*added) : "0"},
                             {"cut", cut ? printed(*cut) : "0"},
                             {"computed", shown_in_unit_of(*adjusted, sum)},
                             {"printed", printed(*adjusted)}},
                            {place_with_label(material.text, *adjusted), place_with_label(material.text, *initial)},
                            {printed(*adjusted), printed(*initial)}};
            for (const Claim* const step : {added, cut}) {
                if (!step) continue;
                finding.places.push_back(place_with_label(material.text, *step));
                finding.numbers.push_back(printed(*step));
            }
            findings.push_back(std::move(finding));
        }
    }
}

}  // namespace check
