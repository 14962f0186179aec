// SPDX-License-Identifier: Apache-2.0
// L27: a satisfaction in per cent, and nowhere a word about who was asked, or how many. Reviewers give no point for a
// satisfaction without a survey: a note, once for the report.
#include <algorithm>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

bool tells_of_a_survey(const Block& block)
{
    return contains_any(block.text, {"问卷", "调查", "样本", "受访", "访谈", "抽样", "测评", "评价表", "评议", "回访",
                                     "电话", "座谈", "调研"});
}

bool is_satisfaction(const Material& material, const Claim& claim)
{
    const Block& block = material.text.blocks[claim.block];
    if (claim.measure != Measure::per_cent || claim.value.is_zero() || block.kind == Block::Kind::row ||
        block.text.find("权重") != std::string::npos)
        return false;
    return contains_any(claim.label, {"满意度", "满意率"}) && claim.sign.empty() &&
           !contains_any(claim.label, {"目标", "指标值", "不低于", "≥", "上年", "以上", "分值", "占"}) &&
           !claim.tail.starts_with("以上");
}

}  // namespace

void find_unsampled_satisfaction(const Material& material, Found& findings)
{
    const auto claim = std::find_if(material.claims.begin(), material.claims.end(),
                                    [&](const Claim& one) { return is_satisfaction(material, one); });
    if (claim == material.claims.end() ||
        std::any_of(material.text.blocks.begin(), material.text.blocks.end(), tells_of_a_survey))
        return;
    findings.push_back({"L27",
                        "check.l27.sample",
                        Severity::note,
                        {{"printed", printed(*claim)}},
                        {place_with_label(material.text, *claim)},
                        {printed(*claim)}});
}

}  // namespace check
