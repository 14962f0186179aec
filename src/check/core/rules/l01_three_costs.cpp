// SPDX-License-Identifier: Apache-2.0
// L01: “三公”经费 are three costs by definition (travel abroad, cars, receptions), and expenditure that is called basic
// and of projects has no third kind: where all of them are named, they give the total, though 其中 stands before them.
#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

constexpr std::size_t paragraphs_on = 6;
constexpr std::size_t most_looked_at = 60;  // claims: the costs of a report stand nearer to their total

using Items = std::vector<const Claim*>;

// The words since the claim or the part before, with what stands in brackets: 因公出国（境）费.
std::string_view words_before(const Material& material, const Claim& claim)
{
    const std::string& text = material.text.blocks[claim.block].text;
    const std::span<const Claim> claims = material.of_block(claim.block);
    const auto own = static_cast<std::size_t>(&claim - claims.data());
    const std::size_t begin = own == 0 ? 0 : claims[own - 1].at + claims[own - 1].size;
    std::string_view words = std::string_view{text}.substr(begin, claim.at - begin);
    for (const std::string_view mark : {"。", "；", ";"})
        if (const std::size_t at = words.rfind(mark); at != std::string_view::npos)
            words.remove_prefix(at + mark.size());
    return words;
}

enum class Kind { none, abroad, reception, cars, purchase, running };

Kind kind_of(std::string_view words)
{
    if (words.find("出国") != std::string_view::npos) return Kind::abroad;
    if (words.find("接待费") != std::string_view::npos) return Kind::reception;
    if (!contains_any(words, {"用车", "公车", "车辆"})) return Kind::none;
    const bool is_purchase = contains_any(words, {"购置费", "购置支出", "购置经费"});
    const bool is_running = words.find("运行") != std::string_view::npos;
    if (is_running && words.find("购置") != std::string_view::npos) return Kind::cars;
    if (is_purchase) return Kind::purchase;
    return is_running ? Kind::running : Kind::none;
}

bool is_total_of_three(const Claim& claim, std::string_view words)
{
    static const RE2 total{
        "三公[”\"]?经费[”\"]?[^，。；,;、]{0,24}(?:合计|总额|总计|总支出|支出|决算|决算数|支出数|预算|预算数|经费)为?"
        "$"};
    return claim.measure == Measure::money && !claim.is_about && role_of(claim) != Role::change &&
           RE2::PartialMatch(re2::StringPiece{words.data(), words.size()}, total) &&
           !contains_any(words, {"比", "较", "上年", "人均", "接待", "用车"});
}

// One claim of each kind; empty where one is named twice, as in a list of budgets beside results.
Items three_costs(const Material& material, const Claim& total)
{
    std::array<const Claim*, 6> found{};
    std::size_t looked_at = 0;
    const std::size_t end = std::min(total.block + paragraphs_on, material.text.blocks.size());
    for (std::size_t block = total.block; block < end; ++block) {
        if (material.text.blocks[block].kind == Block::Kind::row) return {};
        for (const Claim& claim : material.of_block(block)) {
            if (block == total.block && claim.at <= total.at) continue;
            if (++looked_at > most_looked_at) return {};
            const std::string_view words = words_before(material, claim);
            if (claim.measure != Measure::money || role_of(claim) == Role::change ||
                contains_any(words, {"比", "较", "上年", "人均", "均", "差"}))
                continue;
            const Kind kind = kind_of(words);
            if (is_total_of_three(claim, words) || (kind == Kind::none && block == total.block)) return {};
            if (kind == Kind::none) continue;
            // 公务接待费 is told of once more in its own paragraph.
            const Claim*& known = found[static_cast<std::size_t>(kind)];
            if (known && exact(*known) != exact(claim)) return {};
            if (!known) known = &claim;
            if (role_of(claim) == Role::plan && role_of(total) != Role::plan) return {};
        }
        const auto is_named = [&](Kind kind) { return found[static_cast<std::size_t>(kind)] != nullptr; };
        if (!is_named(Kind::abroad) || !is_named(Kind::reception)) continue;
        Items items{found[1], found[2]};
        if (is_named(Kind::cars)) {
            items.push_back(found[3]);
        } else if (is_named(Kind::purchase) && is_named(Kind::running)) {
            items.insert(items.end(), {found[4], found[5]});
        } else if (is_named(Kind::running)) {
            items.push_back(found[5]);
        } else {
            continue;
        }
        return items;
    }
    return {};
}

// 支出合计 … 其中：基本支出…，项目支出…, and no other kind in the sentence.
Items two_kinds(const Material& material, std::span<const Claim> claims, std::size_t i)
{
    const Claim& total = claims[i];
    const std::string& text = material.text.blocks[total.block].text;
    const std::size_t stop = std::min(text.find("。", total.at + total.size + 6), text.size());
    const std::string_view rest = std::string_view{text}.substr(total.at, stop - total.at);
    static const RE2 is_spent{"(?:本年支出合计|支出总计|总支出|支出合计|支出决算|支出)(?:数|为)?$"};
    if (total.measure != Measure::money || total.is_about || !RE2::PartialMatch(total.label, is_spent) ||
        rest.find("其中") == std::string_view::npos ||
        contains_any(rest,
                     {"经营支出", "上缴", "附属单位", "结转", "结余", "其他支出", "上年", "增加", "减少", "预算"}))
        return {};
    Items items(2, nullptr);
    for (std::size_t k = i + 1; k < claims.size() && claims[k].at < stop; ++k) {
        const std::size_t at = claims[k].label.ends_with("基本支出")   ? 0
                               : claims[k].label.ends_with("项目支出") ? 1
                                                                       : 2;
        if (at == 2 || !are_alike(claims[k], total)) continue;
        if (items[at]) return {};
        items[at] = &claims[k];
    }
    return items[0] && items[1] ? items : Items{};
}

void judge(const Material& material, const Claim& total, const Items& items, Found& findings)
{
    const bool is_slip = !items.empty() && is_whole_slip(total, items);
    if (items.empty() || (adds_up(total, items) && !is_slip)) return;
    findings.push_back(unequal_sum(material.text, total, items, severity_of_sum(total, items)));
}

bool is_known(const Findings& known, const Finding& finding)
{
    return std::any_of(known.begin(), known.end(), [&](const Finding& other) {
        return other.rule == finding.rule && other.places.front() == finding.places.front();
    });
}

}  // namespace

void find_wrong_sums_of_kinds(const Material& material, Found& findings)
{
    Found found;
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        const std::string& text = material.text.blocks[block].text;
        const bool names_three = text.find("三公") != std::string::npos;
        const bool names_two = text.find("基本支出") != std::string::npos;
        if (material.text.blocks[block].kind == Block::Kind::row || (!names_three && !names_two)) continue;
        const std::span<const Claim> claims = material.of_block(block);
        for (std::size_t i = 0; i < claims.size(); ++i) {
            if (names_three && is_total_of_three(claims[i], words_before(material, claims[i])))
                judge(material, claims[i], three_costs(material, claims[i]), found);
            else
                judge(material, claims[i], two_kinds(material, claims, i), found);
        }
    }
    if (found.all().empty()) return;
    Found listed;
    find_wrong_sums(material, listed);
    // A list behind a colon has been judged as a list.
    for (Finding& finding : found.all())
        if (!is_known(listed.all(), finding)) findings.push_back(std::move(finding));
}

}  // namespace check
