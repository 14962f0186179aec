// SPDX-License-Identifier: Apache-2.0
// L01: parts and their total. A list behind a colon names every part; 其中 names some, so that they may not be more.
#include <algorithm>
#include <iterator>

#include <re2/re2.h>

#include "check/core/read_text.h"
#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

constexpr std::size_t longest_list = 30;  // no list of a report is longer; a hostile paragraph may be

enum class List { none, every_part, some_parts };

// What stands right behind the total.
List list_behind(std::string_view rest)
{
    static const RE2 some{"^[,，。;；]?\\s*其中"};
    static const RE2 every{
        "^[,，。]?\\s*(?:[:：]|分别为|具体为|包括[:：]?|构成[:：]|[\\p{Han}]{2,6}(?:为|如下|包括)[:：]|按[\\p{Han}]{1,"
        "8}(?:分为?|分类|划分)[,，]?[:：]|"
        "分为[:：])"};
    const re2::StringPiece text{rest.data(), rest.size()};
    if (RE2::PartialMatch(text, some)) return List::some_parts;
    return RE2::PartialMatch(text, every) ? List::every_part : List::none;
}

bool is_item(const Claim& claim, const Claim& total)
{
    return are_alike(claim, total) && role_of(claim) != Role::change &&
           !contains_any(claim.label,
                         {"比上年", "较上年", "比去年", "同比", "合计", "总计", "共计", "人均", "单价", "平均"});
}

// 目前已拨付106.36万元 behind 其中项目管理费1.07万元 begins another statement.
bool begins_a_statement(const Claim& claim, const Claim& total)
{
    static const RE2 beginning{"^(?:[目截]|现已|已|尚|剩余|累计|资金到位后)"};
    static const RE2 done{"已(?:拨付|支付|支出|使用|到位|完成|发放|兑现)|实际(?:拨付|支付|支出|使用)"};
    return RE2::PartialMatch(claim.label, beginning) ||
           (RE2::PartialMatch(claim.label, done) && !RE2::PartialMatch(total.label, done));
}

using Items = std::vector<const Claim*>;

// 其中中央30.9万元，县级30.9万元，共计下达61.8万元: the parts end where they have given the total.
bool some_prefix_adds_up(const Claim& total, const Items& items)
{
    for (std::size_t size = 2; size < items.size(); ++size)
        if (adds_up(total, Items(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(size)))) return true;
    return false;
}

// How many round brackets open between two places and do not close again.
std::ptrdiff_t brackets_in(std::string_view text)
{
    std::ptrdiff_t open = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with('(') || rest.starts_with("（")) ++open;
        if (rest.starts_with(')') || rest.starts_with("）")) --open;
    }
    return open;
}

// What may be meant by the list: all of the sentence, the first of each part, those up to the first semicolon or the
// next 其中, or those outside brackets.
std::vector<Items> readings(std::string_view text, std::span<const Claim> claims, std::size_t total,
                            std::string_view rest)
{
    Items all;
    Items firsts;
    Items until_mark;
    bool is_open = true;
    std::size_t part = static_cast<std::size_t>(-1);
    std::size_t sentence = claims[total].sentence;
    if (rest.starts_with("。") && total + 1 < claims.size() && claims[total + 1].sentence == sentence + 1) ++sentence;
    const std::size_t end = std::min(claims.size(), total + 4 * longest_list);
    std::size_t i = total + 1;
    for (; i < end && claims[i].sentence <= sentence && all.size() < longest_list; ++i) {
        const Claim& claim = claims[i];
        if (!all.empty() && (claim.part != all.front()->part || claim.label.starts_with("其中"))) is_open = false;
        if (!is_item(claim, claims[total])) continue;
        if (!all.empty() && begins_a_statement(claim, claims[total])) break;
        all.push_back(&claim);
        if (claim.part != part) firsts.push_back(&claim);
        part = claim.part;
        if (is_open) until_mark.push_back(&claim);
    }
    // A list that was not read to its end has no sum.
    if (i < claims.size() && claims[i].sentence <= sentence && !begins_a_statement(claims[i], claims[total])) return {};
    if (all.size() > 1 && firsts.size() == 1) firsts.clear();
    // 其中：甲；乙；丙 has one amount in each part; a lone amount before the first semicolon is no list.
    const std::string_view head = rest.substr(0, 16);
    const bool has_colon = contains_any(head, {"其中：", "其中:"});
    if (until_mark.size() == 1 && firsts.size() > (has_colon ? 1U : 2U)) until_mark.clear();
    // 财政补助2.77亿元（中央1.66亿元…）: what stands in brackets is a part of a part.
    Items outside;
    std::copy_if(all.begin(), all.end(), std::back_inserter(outside), [&](const Claim* item) {
        return brackets_in(text.substr(claims[total].at, item->at - claims[total].at)) == 0;
    });
    if (outside.size() < 2 || outside.size() == all.size()) outside.clear();
    return {all, firsts, until_mark, outside};
}

// The first sentence of the paragraph behind a total whose line ended with the colon.
Items items_behind(const Material& material, std::size_t block, const Claim& total)
{
    Items items;
    if (block + 1 >= material.text.blocks.size() || material.text.blocks[block + 1].kind != Block::Kind::paragraph)
        return items;
    for (const Claim& claim : material.of_block(block + 1))
        if (claim.sentence == 0 && is_item(claim, total)) items.push_back(&claim);
    return items;
}

// 1、 2、 3、 in the paragraphs behind the one that ends with the total's colon.
Items items_of_list(const Material& material, std::size_t block, const Claim& total)
{
    Items items;
    for (std::size_t i = block + 1; i < material.text.blocks.size() && items.size() < longest_list; ++i) {
        const std::string& text = material.text.blocks[i].text;
        if (list_mark_size(text) == 0 || !std::isdigit(static_cast<unsigned char>(text.front()))) break;
        const std::span<const Claim> claims = material.of_block(i);
        const auto item =
            std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) { return is_item(claim, total); });
        if (item == claims.end()) break;
        items.push_back(&*item);
    }
    return items;
}

class Judge {
public:
    Judge(const Material& material, Found& findings) : material_{material}, findings_{findings} {}

    void judge(std::span<const Claim> claims, std::size_t i)
    {
        const Claim& total = claims[i];
        const Block& block = material_.text.blocks[total.block];
        const std::string_view rest = std::string_view{block.text}.substr(total.at + total.size);
        const List list = list_behind(rest);
        if (list == List::none || total.measure == Measure::per_cent || total.is_about ||
            role_of(total) == Role::change || block.kind == Block::Kind::row)
            return;
        // 。其中 and 。按功能分类： begin a new sentence that belongs to the total.
        std::vector<Items> read = readings(block.text, claims, i, rest);
        const bool is_at_end = i + 1 == claims.size() && rest.size() <= std::string_view{"。其中包括："}.size();
        if (is_at_end)
            read = {items_of_list(material_, total.block, total), items_behind(material_, total.block, total)};
        decide(total, list, read);
    }

private:
    void decide(const Claim& total, List list, const std::vector<Items>& read)
    {
        const Items* shortest = nullptr;
        const Items* slip = nullptr;
        for (const Items& items : read) {
            // One amount behind a colon is no list; the other readings say more.
            if (items.empty() || (list == List::every_part && items.size() < 2)) continue;
            if (list == List::every_part && is_whole_slip(total, items)) {
                slip = &items;
                continue;
            }
            if (adds_up(total, items) || (list == List::some_parts && some_prefix_adds_up(total, items))) return;
            const bool is_more = sum_of(items) > exact(total);
            if (list == List::some_parts && !is_more) return;
            if (!shortest || items.size() < shortest->size()) shortest = &items;
        }
        if (slip)
            report(total, list, *slip, Severity::warning);
        else if (shortest)
            report(total, list, *shortest, severity_of_sum(total, *shortest));
    }

    void report(const Claim& total, List list, const Items& items, Severity severity)
    {
        const char* const code = list == List::some_parts ? "check.l01.more" : "check.l01.sum";
        findings_.push_back(unequal_sum(material_.text, total, items, severity, code));
    }

    const Material& material_;
    Found& findings_;
};

}  // namespace

void find_wrong_sums(const Material& material, Found& findings)
{
    Judge judge{material, findings};
    for (std::size_t block = 0; block < material.text.blocks.size(); ++block) {
        const std::span<const Claim> claims = material.of_block(block);
        for (std::size_t i = 0; i < claims.size(); ++i) judge.judge(claims, i);
    }
}

}  // namespace check
