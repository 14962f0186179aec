// SPDX-License-Identifier: Apache-2.0
// L22: a result below its target that is called reached. L54: one far above it (130 per cent and more, which the forms
// ask a remark for) without a word about why.
#include <algorithm>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "check/core/scores.h"

namespace check {

namespace {

const base::Ratio far_above = base::Ratio::reduced(13, 10);

// Where the words behind the result, or a cell of its row, say that the target was reached.
Place praise_of(const Material& material, const Aimed& aimed)
{
    const Block& block = material.text.blocks[aimed.actual->block];
    if (aimed.row) {
        for (const auto& [column, word] : aimed.row->words)
            if (word == "已完成" || word == "完成" || word == "达成" || word == "达标" || word == "超额完成")
                return place_of(block, block.text.find(word), word.size());
        return {};
    }
    const std::size_t from = aimed.actual->at + aimed.actual->size;
    const std::size_t end = std::min(block.text.find("。", from), block.text.size());
    const std::string_view rest = std::string_view{block.text}.substr(from, end - from);
    if (contains_any(rest, {"未完成", "未达", "未能", "没有完成", "尚未", "低于"})) return {};
    static const RE2 praise{
        "((?:超额|圆满|全面|全部|顺利)完成|完成了?(?:年度|年初|预期|既定|全年)?(?:绩效)?目标|完成任务|达到(?:年度|年初)"
        "?(?:预期|目标)|达成目标|"
        "完成率为?100%)"};
    re2::StringPiece words;
    if (RE2::PartialMatch({rest.data(), rest.size()}, praise, &words))
        return place_of(block, static_cast<std::size_t>(words.data() - block.text.data()), words.size());
    return {};
}

void judge_unmet(const Material& material, const Aimed& aimed, Found& findings)
{
    if (!is_unmet(aimed)) return;
    const Place praise = praise_of(material, aimed);
    if (praise.quote.empty()) return;
    findings.push_back(
        {"L22",
         "check.l22.unmet",
         Severity::warning,
         {{"target", aimed.sign + printed(*aimed.target)},
          {"actual", printed(*aimed.actual)},
          {"praise", praise.quote}},
         {place_with_label(material.text, *aimed.actual), place_with_label(material.text, *aimed.target), praise},
         {printed(*aimed.actual), printed(*aimed.target)}});
}

bool is_explained(const Material& material, const Aimed& aimed)
{
    const Block& block = material.text.blocks[aimed.actual->block];
    if (contains_any(block.text, {"原因", "由于", "因为", "主要是", "新增", "增加", "因"})) return true;
    if (!aimed.table) return false;
    for (std::size_t i = 0; i < aimed.table->titles.size(); ++i)
        if (contains_any(aimed.table->titles[i], {"原因", "备注", "说明", "措施"}) && aimed.row->words.contains(i))
            return true;
    return false;
}

// 0.42万元 for ≤0.6万元 is no such thing: only what was to be reached can be passed.
void judge_far_above(const Material& material, const Aimed& aimed, Found& findings)
{
    const std::string& sign = aimed.sign;
    if (is_less_better(aimed) || aimed.target->value.is_zero() || aimed.target->measure == Measure::time ||
        aimed.target->measure == Measure::points)
        return;
    if (sign.empty() && contains_any(aimed.target->label, {"不超过", "控制在", "不高于"})) return;
    if (exact(*aimed.actual) < exact(*aimed.target) * far_above || is_explained(material, aimed)) return;
    findings.push_back(
        {"L54",
         "check.l54.far",
         Severity::warning,
         {{"target", sign + printed(*aimed.target)},
          {"actual", printed(*aimed.actual)},
          {"computed", shown_rate(exact(*aimed.actual), exact(*aimed.target), *aimed.actual)}},
         {place_with_label(material.text, *aimed.actual), place_with_label(material.text, *aimed.target)},
         {printed(*aimed.actual), printed(*aimed.target)}});
}

}  // namespace

void find_missed_targets(const Material& material, Found& findings)
{
    const auto judge = [&](const Aimed& aimed) {
        judge_unmet(material, aimed, findings);
        judge_far_above(material, aimed, findings);
    };
    for (const Aimed& aimed : aimed_in_prose(material)) judge(aimed);
    for (const Table& table : material.tables)
        for (const Aimed& aimed : aimed_in_table(table)) judge(aimed);
}

}  // namespace check
