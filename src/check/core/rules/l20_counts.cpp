// SPDX-License-Identifier: Apache-2.0
// L20: a count of one kind of thing with two values: 承办各类会议1930次 and 1479场会议的召开. A count may have another
// scope, so that this is a warning; short names are compared only where both say that they mean all.
#include <algorithm>
#include <array>
#include <map>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t shortest_kind = 2;  // letters
constexpr std::size_t telling_kind = 4;
constexpr std::size_t longest_kind = 10;

bool is_event(const Claim& claim)
{
    return claim.measure == Measure::count &&
           (claim.unit == "次" || claim.unit == "场" || claim.unit == "个" || claim.unit == "件" || claim.unit == "期");
}

constexpr std::array<std::string_view, 14> verbs{"开展", "组织", "举办", "承接", "承办", "召开", "保障",
                                                 "完成", "接待", "举行", "实施", "提供", "受理", "通过"};

// Where the last verb of a label ends; 0 where it has none.
std::size_t end_of_verb(std::string_view label)
{
    std::size_t end = 0;
    for (const std::string_view verb : verbs)
        if (const std::size_t at = label.rfind(verb); at != std::string_view::npos)
            end = std::max(end, at + verb.size());
    return end;
}

// Within one paragraph a count may be of a part of the year, or of a part of the work: only the same words in two
// sentences that name no part are the same thing said twice.
bool is_said_twice(const Material& material, const Claim& a, const Claim& b)
{
    static const RE2 part{
        "(?:上半年|下半年|季度|\\d月|月份|其中|分别|目标|计划|指标|镇|街道|社区|校区|线上|线下|新增|首|再|又|另|还|比|"
        "较|增)"};
    if (a.sentence == b.sentence || a.label.empty() || end_of_verb(a.label) == 0 ||
        a.label.substr(0, end_of_verb(a.label)) != b.label.substr(0, end_of_verb(b.label)))
        return false;
    const std::string_view text = material.text.blocks[a.block].text;
    for (const Claim* const claim : {&a, &b}) {
        const std::size_t stop = text.substr(0, claim->at).rfind("。");
        const std::size_t begin = stop == std::string_view::npos ? 0 : stop;
        const std::size_t end = std::min(text.find("。", claim->at), text.size());
        if (RE2::PartialMatch({text.data() + begin, end - begin}, part)) return false;
    }
    return true;
}

// The noun behind the last verb, without words that say how much of it is meant.
std::string kind_in_label(std::string_view label)
{
    static const RE2 shape{
        "^(?:了|各类|各种|各项|全县|全市|全区|全年|年度|本级)*([\\p{Han}]*?)(?:次数|数量|场次|总数|总量|共计?|合计|"
        "总计|各类|为|达到?)*$"};
    label.remove_prefix(end_of_verb(label));
    std::string kind;
    RE2::FullMatch({label.data(), label.size()}, shape, &kind);
    return kind;
}

std::string kind_in_tail(const std::string& tail)
{
    static const RE2 shape{
        "^(?:各类|各种|各项)*([\\p{Han}]+?)(?:的.*|顺利.*|圆满.*|平稳.*|有序.*|安全.*|全部.*|均.*|任务.*|工作.*)?$"};
    std::string kind;
    RE2::FullMatch(tail, shape, &kind);
    return kind;
}

// 其中, 上年, 参加, ≥: a part of the count, another year's, or a target.
bool is_part_or_other_time(const Claim& claim)
{
    return contains_any(claim.label, {"其中", "目标", "计划", "上年", "去年", "≥", "参加", "不少于", "每", "平均", "比",
                                      "较", "增加", "减少", "未", "剩余"}) ||
           !claim.sign.empty() || claim.is_about;
}

bool means_all(const Claim& claim)
{
    return contains_any(claim.label, {"各类", "各种", "共", "全年", "总", "累计", "全县", "全市", "全区"}) ||
           claim.tail.starts_with("各类");
}

struct Counted {
    const Claim* claim;
    bool means_all;
};

bool is_one_unit(const std::string& a, const std::string& b)
{
    const auto is_time = [](const std::string& unit) { return unit == "次" || unit == "场"; };
    return a == b || (is_time(a) && is_time(b));
}

}  // namespace

void find_two_counts(const Material& material, Found& findings)
{
    std::map<std::string, Counted> first;
    for (const Claim& claim : material.claims) {
        const Block& block = material.text.blocks[claim.block];
        if (!is_event(claim) || is_part_or_other_time(claim) || block.kind == Block::Kind::row ||
            is_piece_of_a_cell(block))
            continue;
        for (const std::string& kind : {kind_in_label(claim.label), kind_in_tail(chinese::compact(claim.tail))}) {
            const std::size_t size = chinese::letter_count(kind);
            if (size < shortest_kind || size > longest_kind) continue;
            const auto [known, is_new] = first.try_emplace(kind, Counted{&claim, means_all(claim)});
            const Claim& other = *known->second.claim;
            if (is_new || other.value == claim.value || !is_one_unit(other.unit, claim.unit)) continue;
            const bool is_near = other.block == claim.block;
            if (is_near && !is_said_twice(material, other, claim)) continue;
            if (!is_near && size < telling_kind && !(known->second.means_all && means_all(claim))) continue;
            findings.push_back({"L20",
                                "check.l20.scope",
                                Severity::warning,
                                {{"what", kind}, {"first", printed(other)}, {"second", printed(claim)}},
                                {place_with_label(material.text, other), place_with_label(material.text, claim)},
                                {printed(other), printed(claim)}});
        }
    }
}

}  // namespace check
