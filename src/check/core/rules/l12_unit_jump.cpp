// SPDX-License-Identifier: Apache-2.0
// L12: one amount ten thousand times another: 万元 and 元, or 亿元 and 万元, were mixed up. Either both say the same
// thing and differ by exactly that, or a budget and its execution of one sentence are that far apart.
#include <map>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

const base::Ratio ten_thousand = base::Ratio::whole(10'000);
constexpr std::size_t shared_letters = 4;

// Whether the labels share a run of letters: 下达奖补资金 and 奖补资金.
bool speak_of_one_thing(const std::string& a, const std::string& b)
{
    const std::vector<chinese::Letter> letters = chinese::letters(a);
    for (std::size_t i = 0; i + shared_letters <= letters.size(); ++i) {
        const chinese::Letter& last = letters[i + shared_letters - 1];
        if (b.find(a.substr(letters[i].at, last.at + last.size - letters[i].at)) != std::string::npos) return true;
    }
    return false;
}

void report(const Material& material, const Claim& a, const Claim& b, Found& findings)
{
    findings.push_back({"L12",
                        "check.l12.jump",
                        Severity::error,
                        {{"first", printed(a)}, {"second", printed(b)}},
                        {place_with_label(material.text, a), place_with_label(material.text, b)},
                        {printed(a), printed(b)}});
}

// 资金为500.00万元，拨付500.00元: two decimals printed alike in one sentence are one figure.
bool are_one_figure(const Claim& a, const Claim& b)
{
    return a.block == b.block && a.sentence == b.sentence && a.value.scale() == 2 && a.value == b.value &&
           b.value.scale() == 2;
}

bool is_single_price(const Claim& claim)
{
    return contains_any(claim.label, {"每", "人均", "单价", "户均", "标准", "平均", "折合"}) ||
           claim.tail.starts_with("/") || claim.tail.starts_with("每");
}

void compare_all(const Material& material, const std::vector<const Claim*>& amounts, Found& findings)
{
    std::multimap<base::Ratio, const Claim*> by_value;
    for (const Claim* const amount : amounts) by_value.emplace(exact(*amount), amount);
    constexpr int most = 20;  // amounts of one value: more say nothing new
    for (const Claim* const amount : amounts) {
        auto [larger, end] = by_value.equal_range(exact(*amount) * ten_thousand);
        for (int count = 0; larger != end && count < most; ++larger, ++count)
            if (speak_of_one_thing(amount->label, larger->second->label) || are_one_figure(*amount, *larger->second)) {
                report(material, *amount, *larger->second, findings);
                break;
            }
    }
}

void compare_neighbours(const Material& material, const std::vector<const Claim*>& amounts, Found& findings)
{
    const base::Ratio nearly = base::Ratio::whole(5'000);
    for (std::size_t i = 0; i + 1 < amounts.size(); ++i) {
        const Claim& plan = *amounts[i];
        const Claim& done = *amounts[i + 1];
        if (plan.block != done.block || plan.sentence != done.sentence || role_of(plan) != Role::plan ||
            role_of(done) != Role::done)
            continue;
        const bool is_jump = exact(plan) == exact(done) * ten_thousand || exact(done) == exact(plan) * ten_thousand;
        if (is_jump) report(material, plan, done, findings);
        if (is_jump) continue;
        const bool too_much = exact(done) > exact(plan) * nearly;
        const bool too_little = plan.unit != done.unit && exact(plan) > exact(done) * nearly;
        if (too_much || too_little) report(material, plan, done, findings);
    }
}

}  // namespace

void find_unit_jumps(const Material& material, Found& findings)
{
    std::vector<const Claim*> amounts;
    for (const Claim& claim : material.claims)
        if (claim.measure == Measure::money && !claim.value.is_zero() && !is_single_price(claim) &&
            material.text.blocks[claim.block].kind != Block::Kind::row)
            amounts.push_back(&claim);
    compare_all(material, amounts, findings);
    compare_neighbours(material, amounts, findings);
}

}  // namespace check
