// SPDX-License-Identifier: Apache-2.0
// L02: a rate of execution is what was executed over what was planned, rounded half-up at its printed digits.
#include <algorithm>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

constexpr std::size_t paragraphs_back = 2;
constexpr std::size_t most_amounts = 60;  // of one sentence, or said shortly before

bool is_rate_of_execution(const Claim& claim)
{
    return claim.measure == Measure::per_cent &&
           contains_any(claim.label, {"执行率", "支付率", "支出率", "使用率", "拨付率", "完成预算", "完成年初预算",
                                      "完成调整预算", "预算完成率", "支付进度", "执行进度", "支出进度", "预算数的"}) &&
           !contains_any(claim.label, {"平均", "同比", "提高", "下降"});
}

// The amounts between the rate before (of the same sentence) and this one.
std::vector<const Claim*> amounts_before(std::span<const Claim> claims, std::size_t rate)
{
    std::vector<const Claim*> found;
    for (std::size_t i = rate; i-- > 0 && found.size() < most_amounts;) {
        if (claims[i].sentence != claims[rate].sentence || is_rate_of_execution(claims[i])) break;
        if (claims[i].measure == Measure::money) found.push_back(&claims[i]);
    }
    return found;
}

// 执行率98.6%，其中预算数526万元，执行数494.44万元: the two amounts right behind the rate, if they are a plan and what
// was done.
std::vector<const Claim*> pair_behind(std::span<const Claim> claims, std::size_t rate)
{
    if (rate + 2 >= claims.size()) return {};
    const Claim& first = claims[rate + 1];
    const Claim& second = claims[rate + 2];
    const bool is_pair = first.part == claims[rate].part && second.part == first.part &&
                         first.measure == Measure::money && second.measure == Measure::money &&
                         ((role_of(first) == Role::plan && role_of(second) == Role::done) ||
                          (role_of(first) == Role::done && role_of(second) == Role::plan));
    if (!is_pair) return {};
    // An amount that has a rate of its own behind it is not this rate's.
    const bool has_own =
        rate + 3 < claims.size() && claims[rate + 3].part == first.part && is_rate_of_execution(claims[rate + 3]);
    return has_own ? std::vector<const Claim*>{} : std::vector{&first, &second};
}

const Claim* first_of(const std::vector<const Claim*>& amounts, Role role)
{
    for (const Claim* const amount : amounts)
        if (role_of(*amount) == role) return amount;
    return nullptr;
}

void report(const Material& material, const Claim& done, const Claim& plan, const Claim& rate, base::Ratio whole,
            Fit fit, Found& findings)
{
    findings.push_back({"L02",
                        "check.l02.rate",
                        severity_of(fit),
                        {{"done", printed(done)},
                         {"plan", shown_in_unit_of(plan, whole)},
                         {"computed", shown_rate(exact(done), whole, rate)},
                         {"printed", printed(rate)}},
                        {place_with_label(material.text, rate), place_with_label(material.text, done),
                         place_with_label(material.text, plan)},
                        {printed(rate), printed(done), printed(plan)}});
}

// 完成年初预算100%,决算数大于预算数55.93万元: what was done is the sentence's first amount.
bool judge_by_difference(const Material& material, std::span<const Claim> claims, std::size_t rate, Found& findings)
{
    const auto is_of_sentence = [&](const Claim& claim) { return claim.sentence == claims[rate].sentence; };
    const Claim* difference = nullptr;
    for (std::size_t i = rate + 1; i < claims.size() && is_of_sentence(claims[i]) && !difference; ++i)
        if (claims[i].measure == Measure::money && claims[i].label.find("预算数") != std::string::npos &&
            contains_any(claims[i].label, {"大于", "高于", "超过", "超出", "多于", "小于", "低于", "少于"}))
            difference = &claims[i];
    const Claim* done = nullptr;
    for (std::size_t i = 0; i < rate && !done; ++i)
        if (claims[i].measure == Measure::money && is_of_sentence(claims[i])) done = &claims[i];
    if (!difference || !done) return false;
    const bool is_less = contains_any(difference->label, {"小于", "低于", "少于"});
    const base::Ratio plan = is_less ? exact(*done) + exact(*difference) : exact(*done) - exact(*difference);
    const Fit fit = share_fit(exact(*done), half_digit(*done), plan, half_digit(*difference), claims[rate]);
    if (fit != Fit::agrees) report(material, *done, *difference, claims[rate], plan, fit, findings);
    return true;
}

// What was not spent stands before the rate, or right behind it: 执行率为91%，结转347.40万元。
const Claim* rest_beside(std::span<const Claim> claims, std::size_t rate, const std::vector<const Claim*>& before)
{
    if (const Claim* const found = first_of(before, Role::rest)) return found;
    const bool is_behind = rate + 1 < claims.size() && claims[rate + 1].part == claims[rate].part &&
                           claims[rate + 1].measure == Measure::money && role_of(claims[rate + 1]) == Role::rest;
    return is_behind ? &claims[rate + 1] : nullptr;
}

// 截至年底累计支出, 实际支付: what was done with all of it, not with one of its parts.
bool is_of_everything(const Claim& done)
{
    static const RE2 general{
        "^(?:截[至止].{0,24}?[底末日]|全年|年末|年终|当年|本年度?|累计|实际|已|共计?|总|资金|财政|本?项目(?:实际|累计|"
        "已|共)|完成|并)*(?:"
        "支出|支付|使用|执行|"
        "拨付)(?:资金|金额|总额|数)?(?:为|了|共|共计)?$"};
    return RE2::FullMatch(done.label, general);
}

// 总投资1600万元…全部到位。截至年底累计支出1440万元,执行率85%: the largest plan said shortly before is meant; where any
// earlier amount fits the rate, that one was.
void judge_by_earlier_plan(const Material& material, const Claim& rate, const Claim& done, Found& findings)
{
    if (!is_of_everything(done)) return;
    const Claim* plan = nullptr;
    for (std::size_t block = rate.block - std::min(rate.block, paragraphs_back); block <= rate.block; ++block) {
        const std::span<const Claim> claims = material.of_block(block);
        for (const Claim& claim : claims.first(std::min(claims.size(), most_amounts))) {
            const bool is_before = block < rate.block || claim.at < rate.at;
            if (claim.measure != Measure::money || !is_before) continue;
            if (&claim != &done && share_fit(done, claim, rate) == Fit::agrees) return;
            const bool is_plan = role_of(claim) == Role::plan || claim.label.find("总投资") != std::string::npos;
            if (is_plan && (!plan || exact(claim) > exact(*plan))) plan = &claim;
        }
    }
    if (!plan || exact(done) > exact(*plan)) return;
    report(material, done, *plan, rate, exact(*plan), share_fit(done, *plan, rate), findings);
}

void judge(const Material& material, std::span<const Claim> claims, std::size_t rate, Found& findings)
{
    if (judge_by_difference(material, claims, rate, findings)) return;
    std::vector<const Claim*> amounts = amounts_before(claims, rate);
    if (amounts.empty()) amounts = pair_behind(claims, rate);
    const Claim* const done = first_of(amounts, Role::done);
    if (!done) return;
    const Claim* const rest = rest_beside(claims, rate, amounts);
    // 可用资金324.5万元: whatever it is called, an amount of the sentence that gives the rate was meant.
    const bool is_given = std::any_of(amounts.begin(), amounts.end(), [&](const Claim* amount) {
        return amount != done && share_fit(*done, *amount, claims[rate]) == Fit::agrees;
    });
    if (is_given) return;
    const Claim* nearest = nullptr;
    Fit best = Fit::off;
    for (const Claim* const amount : amounts) {
        // 甲支出…（预算…）；乙支出…,执行率: a plan of another part is not this one's, unless all of it was spent here.
        const bool is_elsewhere = amount->part != claims[rate].part && done->part == claims[rate].part;
        if (role_of(*amount) != Role::plan || (is_elsewhere && !is_of_everything(*done))) continue;
        if (!nearest) nearest = amount;
        best = std::min(best, share_fit(*done, *amount, claims[rate]));
    }
    // Ten thousand times the plan is L12's matter.
    if (nearest && best != Fit::agrees && exact(*done) < exact(*nearest) * base::Ratio::whole(1'000))
        report(material, *done, *nearest, claims[rate], exact(*nearest), best, findings);
    if (nearest) return;
    if (!rest) {
        judge_by_earlier_plan(material, claims[rate], *done, findings);
        return;
    }
    const base::Ratio whole = exact(*done) + exact(*rest);
    const Fit fit =
        share_fit(exact(*done), half_digit(*done), whole, half_digit(*done) + half_digit(*rest), claims[rate]);
    if (fit != Fit::agrees) report(material, *done, *rest, claims[rate], whole, fit, findings);
}

}  // namespace

void find_wrong_rates(const Material& material, Found& findings)
{
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        const std::span<const Claim> claims = material.of_block(block);
        for (std::size_t i = 0; i < claims.size(); ++i)
            if (is_rate_of_execution(claims[i])) judge(material, claims, i, findings);
    }
}

}  // namespace check
