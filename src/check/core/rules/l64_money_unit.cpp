// SPDX-License-Identifier: Apache-2.0
// L64: an amount's unit: 万 without 元, and 元 with more than two decimals, which can only be 万元 or 亿元.
#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

// 13.971129万并且: what is counted in 万 and is no money names its own unit behind it.
bool lacks_yuan(const Claim& claim)
{
    if (claim.unit != "万" && claim.unit != "亿") return false;
    if (claim.tail.empty() && ends_with_any(claim.label, {"支付", "拨付", "到位", "投入", "下达", "安排", "发放",
                                                          "使用", "目标值", "完成值"}))
        return true;
    return contains_any(claim.label, {"资金", "经费", "预算", "支出", "收入", "金额", "投资", "补助", "费用", "款"}) &&
           (claim.tail.empty() ||
            !contains_any(claim.tail.substr(0, 3), {"股", "户", "字", "度", "千", "只", "头", "块", "株", "件"}));
}

// 支出66.2，: a decimal number right behind a word for money, and a mark behind it. Where a head says 单位：万元, no
// amount needs its own.
void find_bare_amounts(const Material& material, Found& findings)
{
    static const RE2 bare{
        "((?:支出|收入|资金|经费|预算|投资|决算|拨款|补助|金额|较上年|比上年|较去年|比去年)(?:数|额|的)?(?:为|是|共|"
        "共计|合计)?"
        "\\s*\\d{1,8}\\.\\d{1,6})(?:[，。；、]|[,;]\\D|减少|增加|下降|增长|$)"};
    static const RE2 unit{"单位[：:]\\s*[（(]?(?:人民币)?(?:万|亿|千)?元"};
    for (const Block& block : material.text.blocks) {
        if (RE2::PartialMatch(block.text, unit)) return;
        if (block.kind == Block::Kind::row) continue;
        re2::StringPiece rest{block.text};
        re2::StringPiece words;
        while (RE2::FindAndConsume(&rest, bare, &words)) {
            const Place place =
                place_of(block, static_cast<std::size_t>(words.data() - block.text.data()), words.size());
            findings.push_back(
                {"L64", "check.l64.no_unit", Severity::warning, {{"printed", place.quote}}, {place}, {}});
        }
    }
}

}  // namespace

void find_wrong_money_units(const Material& material, Found& findings)
{
    find_bare_amounts(material, findings);
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
