// SPDX-License-Identifier: Apache-2.0
// L63: two shares of one named whole (占一般公共预算支出的84%, 占一般公共预算支出的20%): the amounts beside them say
// how much the whole is, each for itself, and must say the same.
#include <algorithm>
#include <map>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t shortest_name = 4;  // letters
constexpr std::size_t longest_name = 20;
constexpr std::size_t blocks_on = 8;  // a section further on has other wholes of that name

struct Share {
    const Claim* part;
    const Claim* rate;
};

// 占一般公共预算支出的 → 一般公共预算支出
std::string whole_of(const Claim& rate)
{
    static const RE2 share{"^占([\\p{Han}“”]+?)(?:的|的比例|的比重|比例|比重)(?:为|达|约为)?$"};
    std::string whole;
    if (rate.measure == Measure::per_cent && !rate.is_about && rate.sign.empty() && !rate.value.is_zero())
        RE2::FullMatch(rate.label, share, &whole);
    // 同类产品, 该项目: another whole each time.
    if (contains_any(whole, {"同类", "同期", "该", "其", "各自", "相应", "所在", "当地", "本类", "此类"})) return "";
    const std::size_t size = chinese::letter_count(whole);
    return size < shortest_name || size > longest_name ? "" : whole;
}

// 甲、乙分别为6亿元和3亿元，占总规模的60%和30%: lists beside lists, and which belongs to which the next claim does not
// say.
bool is_of_a_list(const Material& material, std::size_t rate)
{
    const Claim& claim = material.claims[rate];
    const std::string_view text = material.text.blocks[claim.block].text;
    const std::size_t stop = text.substr(0, claim.at).rfind("。");
    const std::size_t begin = stop == std::string_view::npos ? 0 : stop;
    const Claim* const before = rate < 2 ? nullptr : &material.claims[rate - 2];
    const Claim* const behind = rate + 1 < material.claims.size() ? &material.claims[rate + 1] : nullptr;
    const bool follows_another = before && before->block == claim.block && before->part == claim.part &&
                                 are_alike(*before, material.claims[rate - 1]) &&
                                 !contains_any(material.claims[rate - 1].label, {"费", "支出", "资金", "额", "数"});
    const bool goes_on = behind && behind->block == claim.block && behind->part == claim.part &&
                         behind->measure == Measure::per_cent &&
                         (behind->label.empty() || behind->label == "和" || behind->label == "及");
    return follows_another || goes_on || text.substr(begin, claim.at - begin).find("分别") != std::string_view::npos;
}

bool can_be_part(const Claim& part)
{
    return part.measure != Measure::per_cent && part.measure != Measure::points && !part.is_about &&
           part.sign.empty() && !part.value.is_zero() && role_of(part) != Role::change &&
           !contains_any(part.label, {"上年", "去年", "比", "较", "目标", "计划"});
}

// Both ends of what the whole may be.
std::pair<base::Ratio, base::Ratio> range_of(const Share& share, base::Ratio rate_half)
{
    const base::Ratio hundred = base::Ratio::whole(100);
    const base::Ratio rate = base::Ratio::of(share.rate->value);
    const base::Ratio part = exact(*share.part);
    const base::Ratio half = half_digit(*share.part);
    const base::Ratio low = part > half ? (part - half) * hundred / (rate + rate_half) : base::Ratio::whole(0);
    // A share that may have been rounded from nothing says nothing of how large the whole is.
    if (rate <= rate_half) return {low, base::Ratio::whole(0)};
    return {low, (part + half) * hundred / (rate - rate_half)};
}

bool can_be_one(const Share& a, const Share& b, std::int64_t digits)
{
    const base::Ratio times = base::Ratio::whole(digits);
    const auto [a_low, a_high] = range_of(a, half_digit(*a.rate) * times);
    const auto [b_low, b_high] = range_of(b, half_digit(*b.rate) * times);
    const base::Ratio zero = base::Ratio::whole(0);
    return (b_high == zero || a_low <= b_high) && (a_high == zero || b_low <= a_high);
}

void compare(const Material& material, const std::string& whole, const Share& first, const Share& second,
             Found& findings)
{
    constexpr std::int64_t last_digit = 3;  // halves of it: one digit more, either way
    if (!are_alike(*first.part, *second.part) || can_be_one(first, second, 1)) return;
    const auto shown = [](const Share& share) {
        return shown_in_unit_of(*share.part,
                                exact(*share.part) * base::Ratio::whole(100) / base::Ratio::of(share.rate->value));
    };
    findings.push_back({"L63",
                        "check.l63.whole",
                        can_be_one(first, second, last_digit) ? Severity::warning : Severity::error,
                        {{"whole", whole},
                         {"first", printed(*first.rate)},
                         {"first_whole", shown(first)},
                         {"second", printed(*second.rate)},
                         {"second_whole", shown(second)}},
                        {place_with_label(material.text, *second.rate), place_with_label(material.text, *second.part),
                         place_with_label(material.text, *first.rate), place_with_label(material.text, *first.part)},
                        {printed(*second.rate), printed(*second.part), printed(*first.rate), printed(*first.part)}});
}

}  // namespace

void find_two_wholes(const Material& material, Found& findings)
{
    std::map<std::string, Share> known;
    for (std::size_t i = 1; i < material.claims.size(); ++i) {
        const Share share{&material.claims[i - 1], &material.claims[i]};
        const Claim& rate = *share.rate;
        const bool is_pair = share.part->block == rate.block && share.part->part == rate.part &&
                             material.text.blocks[rate.block].kind != Block::Kind::row && can_be_part(*share.part);
        const std::string whole = is_pair ? whole_of(rate) : "";
        if (whole.empty() || is_of_a_list(material, i)) continue;
        const auto [first, is_new] = known.try_emplace(whole, share);
        if (is_new) continue;
        if (first->second.rate->block + blocks_on >= rate.block)
            compare(material, whole, first->second, share, findings);
        else
            first->second = share;
    }
}

}  // namespace check
