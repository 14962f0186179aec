// SPDX-License-Identifier: Apache-2.0
// L58: some of a number are done (62家, 已完成38家), and the paragraph calls the work complete.
#include <algorithm>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t paragraphs_on = 2;

// Where the paragraph, or one shortly behind it, says that the goal was met.
bool find_praise(const Material& material, std::size_t block, Place& place)
{
    for (std::size_t i = block; i < std::min(block + paragraphs_on, material.text.blocks.size()); ++i) {
        const Block& where = material.text.blocks[i];
        for (const std::string_view words :
             {"完成年初目标", "全部完成", "完成率100%", "完成率 100%", "已全面完成", "均已完成"}) {
            const std::size_t at = where.text.find(words);
            if (at == std::string::npos || where.text.substr(0, at).ends_with("未")) continue;
            place = place_of(where, at, words.size());
            return true;
        }
    }
    return false;
}

bool says_done(const std::string& label)
{
    static const RE2 done{"^(?:其中)?(?:完成|已(?:完成|办理|办结|发放|登记|整改|验收|建成|实施))$"};
    return RE2::FullMatch(label, done);
}

// 完成率100% of the works, and shortly behind it 二期工程尚未完工.
void find_unfinished_works(const Material& material, Found& findings)
{
    constexpr std::size_t blocks_on = 8;
    static const RE2 all_done{
        "((?:任务|工程|项目|建设)[\\p{Han}]{0,6}完成率(?:为|达|达到)?100%|完成[\\d.]+[\\p{Han}]{1,3}[，,]完成率(?:为|"
        "达|达到)?"
        "100%|(?:工程|项目)[\\p{Han}]{0,4}(?:已|均已)?全部(?:完工|竣工))"};
    static const RE2 not_done{"([\\p{Han}]{2,8}(?:尚未|仍未|未能)(?:完工|竣工|建成|开工)[\\p{Han}]{0,4})"};
    const std::vector<Block>& blocks = material.text.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        re2::StringPiece done;
        if (!RE2::PartialMatch(blocks[i].text, all_done, &done)) continue;
        for (std::size_t k = i; k < std::min(i + blocks_on, blocks.size()); ++k) {
            re2::StringPiece rest;
            if (!RE2::PartialMatch(blocks[k].text, not_done, &rest)) continue;
            const auto place = [](const Block& block, re2::StringPiece words) {
                return place_of(block, static_cast<std::size_t>(words.data() - block.text.data()), words.size());
            };
            const Place first = place(blocks[i], done);
            const Place second = place(blocks[k], rest);
            findings.push_back({"L58",
                                "check.l58.works",
                                Severity::warning,
                                {{"praise", first.quote}, {"open", second.quote}},
                                {second, first},
                                {}});
            return;
        }
    }
}

}  // namespace

void find_unfinished_counts(const Material& material, Found& findings)
{
    find_unfinished_works(material, findings);
    for (std::size_t i = 0; i < material.claims.size(); ++i) {
        const Claim& all = material.claims[i];
        if (all.measure != Measure::count || all.unit.empty()) continue;
        for (std::size_t k = i + 1; k < material.claims.size() && material.claims[k].sentence == all.sentence &&
                                    material.claims[k].block == all.block;
             ++k) {
            const Claim& done = material.claims[k];
            if (done.unit != all.unit) continue;
            // Another count between them is the one that the done ones belong to.
            const std::string& text = material.text.blocks[all.block].text;
            if (!says_done(done.label) || done.value >= all.value || text.find("未完成") != std::string::npos) break;
            Place praise;
            if (!find_praise(material, all.block, praise)) break;
            findings.push_back({"L58",
                                "check.l58.unfinished",
                                Severity::warning,
                                {{"all", printed(all)},
                                 {"done", printed(done)},
                                 {"computed", shown_rate(exact(done), exact(all), done)},
                                 {"praise", praise.quote}},
                                {place_with_label(material.text, done), place_with_label(material.text, all), praise},
                                {printed(done), printed(all)}});
            break;
        }
    }
}

}  // namespace check
