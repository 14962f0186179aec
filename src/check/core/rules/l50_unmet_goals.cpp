// SPDX-License-Identifier: Apache-2.0
// L50: every goal is called met, and a section of unmet goals lists some. L21: goals counted by two words.
#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

const Claim* set_and_met(const Material& material, const Claim*& met)
{
    for (std::size_t i = 0; i + 1 < material.claims.size(); ++i) {
        const Claim& set = material.claims[i];
        const Claim& done = material.claims[i + 1];
        const std::string tail = chinese::compact(set.tail);
        const bool is_set = contains_any(set.label, {"设置", "设定", "共有"}) &&
                            (contains_any(tail, {"目标", "指标"}) || contains_any(set.label, {"目标", "指标"}));
        if (!is_set || set.block != done.block || !contains_any(done.label, {"完成"}) || set.value != done.value)
            continue;
        met = &done;
        return &set;
    }
    return nullptr;
}

// The first words under the heading 未完成的绩效目标, unless they say that there are none.
const Block* first_unmet(const Material& material, const Block*& heading)
{
    for (std::size_t i = 0; i + 1 < material.text.blocks.size(); ++i) {
        const Block& block = material.text.blocks[i];
        const std::size_t at = block.text.find("未完成的");
        if (at == std::string::npos || at > 12 || !contains_any(block.text, {"目标", "指标"})) continue;
        if (contains_any(block.text, {"无", "没有", "不存在"}) ||
            contains_any(material.text.blocks[i + 1].text, {"无。", "没有", "不存在未完成", "无未完成"}))
            continue;
        if (chinese::letter_count(block.text) > 16) continue;  // a sentence, not a heading
        heading = &block;
        return &material.text.blocks[i + 1];
    }
    return nullptr;
}

// 设置3个绩效指标 and 绩效目标3个: goals and indicators are two things.
void find_mixed_words(const Material& material, Found& findings)
{
    const Claim* goals = nullptr;
    const Claim* indicators = nullptr;
    for (const Claim& claim : material.claims) {
        if (claim.unit != "个" && claim.unit != "项") continue;
        const std::string tail = chinese::compact(claim.tail);
        if (!goals && (tail.starts_with("绩效目标") || claim.label.ends_with("绩效目标"))) goals = &claim;
        if (!indicators && (tail.starts_with("绩效指标") || claim.label.ends_with("绩效指标"))) indicators = &claim;
    }
    if (!goals || !indicators || goals->value != indicators->value) return;
    findings.push_back({"L21",
                        "check.l21.goals",
                        Severity::warning,
                        {{"count", printed(*goals)}},
                        {place_with_label(material.text, *indicators), place_with_label(material.text, *goals)},
                        {printed(*indicators), printed(*goals)}});
}

}  // namespace

void find_unmet_goals(const Material& material, Found& findings)
{
    find_mixed_words(material, findings);
    const Claim* met = nullptr;
    const Claim* const set = set_and_met(material, met);
    const Block* heading = nullptr;
    const Block* const unmet = first_unmet(material, heading);
    if (!set || !unmet) return;
    findings.push_back({"L50",
                        "check.l50.unmet",
                        Severity::warning,
                        {{"set", printed(*set)}, {"met", printed(*met)}},
                        {place_with_label(material.text, *met), place_of(*heading, 0, heading->text.size()),
                         place_of(*unmet, 0, unmet->text.size())},
                        {printed(*set), printed(*met)}});
}

}  // namespace check
