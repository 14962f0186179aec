// SPDX-License-Identifier: Apache-2.0
// L01: a total that stands behind its parts (甲5个、乙6个、丙4个，共计16个), or around them
// (100万元，由甲60万元和乙30万元组成).
#include <algorithm>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

constexpr std::size_t most_parts = 30;
using Items = std::vector<const Claim*>;

bool can_be_summed(const Claim& claim)
{
    const bool is_counted = claim.measure == Measure::count && !claim.unit.empty() && claim.unit != "个百分点";
    return (is_counted || claim.measure == Measure::money || claim.measure == Measure::area) && !claim.is_about &&
           claim.sign.empty() && role_of(claim) != Role::change;
}

bool says_total(const Claim& claim)
{
    static const RE2 total{
        "^(?:以上|上述|[二两三四五六七八九十]项|各项)?(?:合计|共计|总计)(?:为|达|金额|资金|面积|人数|下达|安排|"
        "投入|补助|支出)?"
        "(?:资金)?$"};
    return claim.label.find("计") != std::string::npos && can_be_summed(claim) && RE2::FullMatch(claim.label, total);
}

// What is no part of a sum: prices, targets, other years, what is counted within another.
bool is_something_else(const Claim& claim)
{
    return !can_be_summed(claim) || claim.tail.starts_with("/") || claim.label.empty() ||
           contains_any(claim.label, {"每", "均", "标准", "单价", "比", "较", "上年", "去年", "其中", "合计", "共计",
                                      "总计", "总额", "累计", "目标", "计划", "剩余", "尚", "≥"});
}

// How many brackets close between two places beyond those that open: what stands in brackets is a part of a part.
std::ptrdiff_t closed_between(std::string_view text)
{
    std::ptrdiff_t closed = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with('(') || rest.starts_with("（")) --closed;
        if (rest.starts_with(')') || rest.starts_with("）")) ++closed;
    }
    return closed;
}

// The like amounts of the sentence before the total, in their order; empty where one of them is something else.
Items parts_before(std::string_view text, std::span<const Claim> claims, std::size_t total)
{
    Items items;
    for (std::size_t i = total; i-- > 0 && claims[i].sentence == claims[total].sentence;) {
        const Claim& claim = claims[i];
        if (!are_alike(claim, claims[total])) continue;
        const std::ptrdiff_t closed = closed_between(text.substr(claim.at, claims[total].at - claim.at));
        if (closed > 0) continue;
        if (closed < 0 || is_something_else(claim) || items.size() == most_parts) return {};
        items.push_back(&claim);
    }
    std::reverse(items.begin(), items.end());
    return items;
}

// 年初预算500万元，支出490万元 are two sides of one thing, no parts.
bool are_of_one_role(const Claim& total, const Items& items)
{
    Role role = role_of(total);
    for (const Claim* const item : items) {
        const Role own = role_of(*item);
        if (own == Role::none) continue;
        if (role != Role::none && own != role) return false;
        role = own;
    }
    return true;
}

bool some_end_adds_up(const Claim& total, const Items& items)
{
    for (std::size_t from = 0; from + 1 < items.size(); ++from)
        if (adds_up(total, Items(items.begin() + static_cast<std::ptrdiff_t>(from), items.end()))) return true;
    return false;
}

// A sum that is far from the total is of other things.
bool is_near(const Claim& total, const Items& items)
{
    const base::Ratio sum = sum_of(items);
    return sum * base::Ratio::whole(3) > exact(total) * base::Ratio::whole(2) &&
           sum * base::Ratio::whole(2) < exact(total) * base::Ratio::whole(3);
}

void judge_behind(const Material& material, const Claim& total, const Items& items, Found& findings)
{
    if (items.size() < 2 || !are_of_one_role(total, items) || some_end_adds_up(total, items) || !is_near(total, items))
        return;
    findings.push_back(unequal_sum(material.text, total, items, severity_of_sum(total, items)));
}

// 100万元，由甲60万元和乙30万元组成.
void judge_composed(const Material& material, std::span<const Claim> claims, std::size_t i, Found& findings)
{
    static const RE2 begin{"^[，,]?(?:主要)?由"};
    static const RE2 composed{"^[^，。；\\d]{0,12}(?:组成|构成)"};
    const Claim& total = claims[i];
    const std::string_view text = material.text.blocks[total.block].text;
    const auto behind = [&](const Claim& claim) {
        const std::string_view rest = text.substr(claim.at + claim.size);
        return re2::StringPiece{rest.data(), rest.size()};
    };
    if (!RE2::PartialMatch(behind(total), begin) || !can_be_summed(total)) return;
    Items items;
    for (std::size_t k = i + 1; k < claims.size() && claims[k].sentence == total.sentence && k <= i + most_parts; ++k) {
        if (!are_alike(claims[k], total) || is_something_else(claims[k])) return;
        items.push_back(&claims[k]);
        if (!RE2::PartialMatch(behind(claims[k]), composed)) continue;
        if (items.size() > 1 && !adds_up(total, items))
            findings.push_back(unequal_sum(material.text, total, items, severity_of_sum(total, items)));
        return;
    }
}

}  // namespace

void find_wrong_totals_behind(const Material& material, Found& findings)
{
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        if (material.text.blocks[block].kind == Block::Kind::row) continue;
        const std::string_view text = material.text.blocks[block].text;
        const bool is_composed = contains_any(text, {"组成", "构成"});
        const std::span<const Claim> claims = material.of_block(block);
        for (std::size_t i = 0; i < claims.size(); ++i) {
            if (says_total(claims[i])) judge_behind(material, claims[i], parts_before(text, claims, i), findings);
            if (is_composed) judge_composed(material, claims, i, findings);
        }
    }
}

}  // namespace check
