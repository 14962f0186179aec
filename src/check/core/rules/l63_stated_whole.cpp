// SPDX-License-Identifier: Apache-2.0
// L63: a share of a whole that is named, and whose amount the report says under that name: 一般公共预算支出1000万元 …
// 民生支出790万元，占一般公共预算支出的78%, or 民生支出占一般公共预算支出的比重达78%.
#include <algorithm>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t shortest_whole = 4;  // letters
constexpr std::size_t shortest_part = 3;
constexpr std::size_t blocks_back = 4;
constexpr std::size_t most_amounts = 200;  // of one paragraph

// 2024年全区一般公共预算支出完成 → 一般公共预算支出
std::string name_of(const std::string& label)
{
    static const RE2 around{
        "^(?:其中)?(?:20\\d\\d年度?|今年|当年|全年|[\\d—-]+月份?|全[省市县区州镇]|我[省市县区局])*([\\p{Han}“”]+?)"
        "(?:决算数?|数)?(?:为|共|共计|完成|累计完成|达到?)*$"};
    std::string name;
    RE2::FullMatch(label, around, &name);
    return name;
}

// The amount that was last said under the name; none where the paragraphs before say two.
const Claim* amount_named(const Material& material, const std::string& name, const Claim& rate)
{
    const Claim* found = nullptr;
    for (std::size_t block = rate.block - std::min(rate.block, blocks_back); block <= rate.block; ++block) {
        if (material.text.blocks[block].kind == Block::Kind::row) continue;
        const std::span<const Claim> claims = material.of_block(block);
        for (const Claim& claim : claims.first(std::min(claims.size(), most_amounts))) {
            if (block == rate.block && claim.at >= rate.at) break;
            const bool is_amount = claim.measure == Measure::money && !claim.is_about && claim.sign.empty() &&
                                   role_of(claim) != Role::change;
            if (!is_amount || claim.label.find(name) == std::string::npos || name_of(claim.label) != name) continue;
            if (found && exact(*found) != exact(claim)) return nullptr;
            found = &claim;
        }
    }
    return found;
}

struct Named {
    std::string part;  // empty where the amount stands right before the rate
    std::string whole;
};

bool read_share(const Claim& rate, Named& named)
{
    static const RE2 share{"^([\\p{Han}“”]*?)占([\\p{Han}“”]+?)(?:的|的比例|的比重|比例|比重)(?:为|达到?|约为)?$"};
    if (rate.measure != Measure::per_cent || rate.is_about || !rate.sign.empty() ||
        rate.label.find("占") == std::string::npos || !RE2::FullMatch(rate.label, share, &named.part, &named.whole))
        return false;
    if (named.part == "所" || named.part == "比重" || named.part == "比例") named.part.clear();
    const bool has_part = named.part.empty() || chinese::letter_count(named.part) >= shortest_part;
    return has_part && chinese::letter_count(named.whole) >= shortest_whole;
}

const Claim* part_of(const Material& material, std::size_t rate, const Named& named)
{
    const Claim& claim = material.claims[rate];
    if (!named.part.empty()) return amount_named(material, named.part, claim);
    if (rate == 0) return nullptr;
    const Claim& before = material.claims[rate - 1];
    const bool is_part = before.block == claim.block && before.part == claim.part && before.measure == Measure::money &&
                         !before.is_about && role_of(before) != Role::change && !before.label.empty();
    const std::string_view text = material.text.blocks[claim.block].text;
    const std::size_t stop = text.substr(0, claim.at).rfind("。");
    const std::size_t begin = stop == std::string_view::npos ? 0 : stop;
    // 甲、乙分别为…，占…: which amount belongs to which rate is not said.
    return is_part && text.substr(begin, claim.at - begin).find("分别") == std::string_view::npos ? &before : nullptr;
}

}  // namespace

void find_wrong_named_shares(const Material& material, Found& findings)
{
    for (std::size_t i = 0; i < material.claims.size(); ++i) {
        const Claim& rate = material.claims[i];
        Named named;
        if (material.text.blocks[rate.block].kind == Block::Kind::row || !read_share(rate, named)) continue;
        const Claim* const whole = amount_named(material, named.whole, rate);
        const Claim* const part = whole ? part_of(material, i, named) : nullptr;
        if (!part || part == whole || exact(*part) > exact(*whole)) continue;
        const Fit fit = share_fit(*part, *whole, rate);
        if (fit == Fit::agrees) continue;
        findings.push_back({"L63",
                            "check.l63.share",
                            severity_of(fit),
                            {{"part", printed(*part)},
                             {"total", printed(*whole)},
                             {"computed", shown_rate(exact(*part), exact(*whole), rate)},
                             {"printed", printed(rate)}},
                            {place_with_label(material.text, rate), place_with_label(material.text, *part),
                             place_with_label(material.text, *whole)},
                            {printed(rate), printed(*part), printed(*whole)}});
    }
}

}  // namespace check
