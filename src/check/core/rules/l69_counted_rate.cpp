// SPDX-License-Identifier: Apache-2.0
// L69: a rate whose name says what it counts, beside both counts: 发放300份，回收285份，回收率95%. L61: percentage
// points are the difference of two rates: 达标率98%，较上年的95%提高3个百分点.
#include <algorithm>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

constexpr std::size_t most_back = 6;  // claims before the rate

// 回收率 → 回收; empty where the label is no such name.
std::string counted_by(const Claim& rate)
{
    static const RE2 named{
        "(回收|合格|办结|结案|采纳|资助|发放|兑现|验收|检验|签约|参保|入学|就业|整改|化解|通过|出勤|参会|接种|满意|"
        "达标|"
        "入库|上线|建成|开工|竣工|完工|完成)率(?:为|达到?|是)?$"};
    std::string stem;
    if (rate.measure != Measure::per_cent || !rate.sign.empty() || rate.is_about) return stem;
    RE2::PartialMatch(rate.label, named, &stem);
    return stem;
}

// 回收, 实际回收, 已回收; never 未回收, 不合格, 应回收.
bool says_counted(const std::string& label, const std::string& stem)
{
    const std::size_t at = label.rfind(stem);
    if (at == std::string::npos || label.size() - at > stem.size() + std::string_view{"的为"}.size()) return false;
    return !ends_with_any(std::string_view{label}.substr(0, at),
                          {"不", "未", "应", "需", "拟", "计划", "尚待", "待", "预计"});
}

bool is_exact_count(const Claim& claim)
{
    return claim.measure == Measure::count && !claim.unit.empty() && claim.value.scale() == 0 && !claim.is_about &&
           claim.sign.empty() && !claim.unit.starts_with("万");
}

void judge_rate(const Material& material, std::span<const Claim> claims, std::size_t i, Found& findings)
{
    const Claim& rate = claims[i];
    const std::string stem = counted_by(rate);
    if (stem.empty() || i < 2) return;
    const Claim& counted = claims[i - 1];
    if (!is_exact_count(counted) || counted.part != rate.part || !says_counted(counted.label, stem)) return;
    const Claim* all = nullptr;
    const base::Ratio none = base::Ratio::whole(0);
    for (std::size_t k = i - 1; k-- > 0 && k + most_back > i;) {
        const Claim& other = claims[k];
        if (other.sentence != rate.sentence) break;
        if (!is_exact_count(other) || other.unit != counted.unit || other.value < counted.value) continue;
        if (share_fit(exact(counted), none, exact(other), none, rate) != Fit::off) return;
        if (!all) all = &other;
    }
    // Another count of the same kind stands between, or none does: of what the rate is, is not known.
    if (!all || all != &claims[i - 2] || says_counted(all->label, stem)) return;
    findings.push_back({"L69",
                        "check.l69.rate",
                        Severity::error,
                        {{"counted", printed(counted)},
                         {"all", printed(*all)},
                         {"computed", shown_rate(exact(counted), exact(*all), rate)},
                         {"printed", printed(rate)}},
                        {place_with_label(material.text, rate), place_with_label(material.text, counted),
                         place_with_label(material.text, *all)},
                        {printed(rate), printed(counted), printed(*all)}});
}

void judge_points(const Material& material, std::span<const Claim> claims, std::size_t i, Found& findings)
{
    static const RE2 before{"^(?:比|较)(?:上年|去年|上一年|20\\d\\d年)(?:度|同期)?的?$"};
    static const RE2 from{"(?:由|从)(?:上年|去年|20\\d\\d年)?的?$"};
    static const RE2 to{"^(?:提高|提升|上升|增加|增长|下降|降低|减少)(?:到|至)$"};
    static const RE2 difference{"^(?:同比)?(提高|提升|上升|增加|增长|下降|降低|减少)了?$"};
    const Claim& first = claims[i];
    const Claim& second = claims[i + 1];
    const Claim& points = claims[i + 2];
    std::string direction;
    if (first.measure != Measure::per_cent || second.measure != Measure::per_cent || points.unit != "个百分点" ||
        points.sentence != first.sentence || first.is_about || second.is_about || points.is_about ||
        !RE2::FullMatch(points.label, difference, &direction))
        return;
    const bool is_then_first = RE2::PartialMatch(first.label, from) && RE2::FullMatch(second.label, to);
    if (!is_then_first && !RE2::FullMatch(second.label, before)) return;
    const Claim& now = is_then_first ? second : first;
    const Claim& then = is_then_first ? first : second;
    const bool fell = contains_any(direction, {"下降", "降低", "减少"});
    const base::Ratio change = fell ? base::Ratio::of(then.value) - base::Ratio::of(now.value)
                                    : base::Ratio::of(now.value) - base::Ratio::of(then.value);
    const base::Ratio said = base::Ratio::of(points.value);
    const base::Ratio off = change > said ? change - said : said - change;
    // Whole per cents mean themselves; with decimals the last digit may have been rounded thrice.
    const int scale = std::max({first.value.scale(), second.value.scale(), points.value.scale()});
    const base::Ratio half = std::min({half_digit(first), half_digit(second), half_digit(points)});
    if (off <= (scale == 0 ? base::Ratio::whole(0) : half + half)) return;
    findings.push_back(
        {"L61",
         "check.l61.difference",
         Severity::error,
         {{"now", printed(now)},
          {"before", printed(then)},
          {"computed",
           (base::Ratio::of(now.value) - base::Ratio::of(then.value)).rounded(2).without_trailing_zeros().to_string()},
          {"printed", (fell ? "-" : "") + printed(points)}},
         {place_with_label(material.text, points), place_with_label(material.text, now),
          place_with_label(material.text, then)},
         {printed(points), printed(now), printed(then)}});
}

}  // namespace

void find_wrong_counted_rates(const Material& material, Found& findings)
{
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        if (material.text.blocks[block].kind == Block::Kind::row) continue;
        const std::span<const Claim> claims = material.of_block(block);
        for (std::size_t i = 0; i < claims.size(); ++i) {
            judge_rate(material, claims, i, findings);
            if (i + 2 < claims.size()) judge_points(material, claims, i, findings);
        }
    }
}

}  // namespace check
