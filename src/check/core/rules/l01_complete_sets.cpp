// SPDX-License-Identifier: Apache-2.0
// L01: kinds that are complete by law: purchases are goods, works and services (政府采购法); the posts of a
// public institution are of management, of a profession, or of workers (事业单位岗位设置管理试行办法). Where all are
// named, they give the total, though 其中 stands before them.
#include <algorithm>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

struct Set {
    std::vector<std::string_view> kinds;
    std::string_view total;  // a word of the sentence; empty where the kinds say enough
};

const std::vector<Set>& sets()
{
    static const std::vector<Set> all{
        {{"货物", "工程", "服务"}, "采购"}, {{"管理", "专业技术", "工勤"}, ""}, {{"购置", "运行"}, "购置及运行"}};
    return all;
}

// The kind that a label names; the number of kinds where it names none or two.
std::size_t kind_of(const Set& set, const Claim& claim)
{
    std::size_t found = set.kinds.size();
    for (std::size_t i = 0; i < set.kinds.size(); ++i) {
        if (claim.label.find(set.kinds[i]) == std::string::npos) continue;
        if (found != set.kinds.size()) return set.kinds.size();
        found = i;
    }
    return found;
}

// The kinds stand one behind the other, right behind their total.
void judge(const Material& material, const Set& set, std::span<const Claim> claims, std::size_t i, Found& findings)
{
    const Claim& total = claims[i];
    if (i + set.kinds.size() >= claims.size() || total.is_about || kind_of(set, total) != set.kinds.size()) return;
    const std::string_view text = material.text.blocks[total.block].text;
    const std::string_view between = text.substr(total.at + total.size, claims[i + 1].at - total.at - total.size);
    if (!contains_any(between, {"其中", "：", ":", "包括"}) ||
        text.substr(0, total.at).find(set.total) == std::string_view::npos)
        return;
    std::vector<bool> is_there(set.kinds.size(), false);
    std::vector<const Claim*> items;
    for (std::size_t k = i + 1; k <= i + set.kinds.size(); ++k) {
        const std::size_t kind = kind_of(set, claims[k]);
        if (kind == set.kinds.size() || is_there[kind] || !are_alike(claims[k], total) ||
            claims[k].sentence != total.sentence)
            return;
        is_there[kind] = true;
        items.push_back(&claims[k]);
    }
    // A fourth kind of the same list would say that the three are not all.
    const std::size_t behind = i + set.kinds.size() + 1;
    const bool goes_on = behind < claims.size() && are_alike(claims[behind], total) &&
                         claims[behind].part == items.back()->part && claims[behind].sentence == total.sentence;
    // More than the total is told of as a list (l01_parts.cpp).
    const bool is_less = !adds_up(total, items) && sum_of(items) < exact(total);
    if (!goes_on && (is_less || is_whole_slip(total, items)))
        findings.push_back(unequal_sum(material.text, total, items, severity_of_sum(total, items)));
}

}  // namespace

void find_incomplete_sets(const Material& material, Found& findings)
{
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        if (material.text.blocks[block].kind == Block::Kind::row) continue;
        const std::span<const Claim> claims = material.of_block(block);
        for (const Set& set : sets())
            for (std::size_t i = 0; i < claims.size(); ++i) judge(material, set, claims, i, findings);
    }
}

}  // namespace check
