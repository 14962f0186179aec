// SPDX-License-Identifier: Apache-2.0
// L68: words that say another direction than the figures before them: 完成预算的50%，决算数大于预算数;
// 减少3万元，增加的原因是; 增加3万元，与上年持平.
#include <algorithm>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

constexpr std::size_t farthest = 150;  // bytes between the figure and the words

bool is_up(std::string_view word)
{
    return contains_any(word, {"增", "上升", "大于", "高于", "超", "多于"});
}

void report(const Material& material, const char* code, Severity severity, const Claim& claim, re2::StringPiece words,
            Found& findings)
{
    const Block& block = material.text.blocks[claim.block];
    const Place first = place_with_label(material.text, claim);
    const Place second = place_of(block, static_cast<std::size_t>(words.data() - block.text.data()), words.size());
    findings.push_back({"L68",
                        code,
                        severity,
                        {{"change", first.quote}, {"printed", printed(claim)}, {"words", second.quote}},
                        {first, second},
                        {printed(claim)}});
}

bool is_rate_of_budget(const Claim& claim)
{
    return claim.measure == Measure::per_cent &&
           contains_any(claim.label, {"完成预算", "完成年初预算", "完成全年预算", "完成调整预算", "完成调整后预算",
                                      "预算的", "预算完成率", "预算数的", "预算执行率"});
}

// The words up to the next claim, or up to the paragraph's end.
re2::StringPiece words_behind(const Material& material, std::span<const Claim> claims, std::size_t i)
{
    const std::string& text = material.text.blocks[claims[i].block].text;
    const std::size_t begin = claims[i].at + claims[i].size;
    const std::size_t end = i + 1 < claims.size() ? claims[i + 1].at : text.size();
    return {text.data() + begin, std::min(end - begin, farthest)};
}

// Of the budget at the beginning of the year and of the adjusted one something else may be true.
bool is_of_one_budget(const Claim& rate, re2::StringPiece words)
{
    const bool rate_is_first = rate.label.find("年初") != std::string::npos;
    const bool words_are_adjusted = contains_any({words.data(), words.size()}, {"调整", "全年"});
    const bool rate_is_adjusted = contains_any(rate.label, {"调整", "全年"});
    const bool words_are_first = contains_any({words.data(), words.size()}, {"年初"});
    return !(rate_is_first && words_are_adjusted) && !(rate_is_adjusted && words_are_first);
}

void judge_budget(const Material& material, std::span<const Claim> claims, std::size_t i, Found& findings)
{
    static const RE2 compared{
        "(?:^|[，,。；;])((?:支出|收入)?(?:决算数?|执行数|支出数|实际支出)(大于|高于|超出|超过|多于|小于|低于|少于)"
        "(?:年初|全年|调整后?)?预算)"};
    const Claim& rate = claims[i];
    const base::Decimal all = base::Decimal::whole(100);
    re2::StringPiece words;
    std::string direction;
    if (!is_rate_of_budget(rate) ||
        !RE2::PartialMatch(words_behind(material, claims, i), compared, &words, &direction) ||
        !is_of_one_budget(rate, words))
        return;
    // 100% may have been rounded, and L02 judges it where the difference is printed.
    if (rate.value == all || is_up(direction) == (rate.value > all)) return;
    report(material, "check.l68.budget", Severity::error, rate, words, findings);
}

bool is_change(const Claim& claim)
{
    static const RE2 change{"(?:增加|增长|上升|减少|下降|降低|增收|减收)(?:了|额|为)?$"};
    return !claim.value.is_zero() && !claim.is_about && RE2::PartialMatch(claim.label, change);
}

void judge_change(const Material& material, std::span<const Claim> claims, std::size_t i, Found& findings)
{
    static const RE2 reason{
        "^[^。]{0,12}[，,。；;](?:主要)?((增加|增长|上升|减少|下降|降低)(?:的)?(?:主要)?(?:原因|是因为|是由于|主要是)"
        ")"};
    static const RE2 level{"^[，,](?:与|和|同|较|比)(?:上年|去年|20\\d\\d年)(?:度|同期|决算数?)*(持平|无变化|无增减)"};
    const Claim& change = claims[i];
    if (!is_change(change)) return;
    re2::StringPiece words;
    std::string direction;
    const re2::StringPiece behind = words_behind(material, claims, i);
    if (RE2::PartialMatch(behind, reason, &words, &direction) && is_up(direction) != is_up(change.label))
        report(material, "check.l68.reason", Severity::warning, change, words, findings);
    if (RE2::PartialMatch(behind, level, &words))
        report(material, "check.l68.level", Severity::warning, change, words, findings);
}

}  // namespace

void find_wrong_directions(const Material& material, Found& findings)
{
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        if (material.text.blocks[block].kind == Block::Kind::row) continue;
        const std::span<const Claim> claims = material.of_block(block);
        for (std::size_t i = 0; i < claims.size(); ++i) {
            judge_budget(material, claims, i, findings);
            judge_change(material, claims, i, findings);
        }
    }
}

}  // namespace check
