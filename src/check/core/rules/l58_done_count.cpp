// SPDX-License-Identifier: Apache-2.0
// L58: some of a number are done (62家, 已完成38家), and the paragraph calls the work complete.
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

}  // namespace

void find_unfinished_counts(const Material& material, Findings& findings)
{
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
