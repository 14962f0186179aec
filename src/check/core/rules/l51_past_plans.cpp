// SPDX-License-Identifier: Apache-2.0
// L51: what is still to be done by a day of the year the report is about: the year is over when it is written.
#include <re2/re2.h>

#include "check/core/rules/all.h"

namespace check {

void find_past_plans(const Material& material, Found& findings)
{
    static const RE2 plan{
        "((?:争取|力争|计划|拟|预计|将)(?:于|在)?\\s*(20\\d\\d)\\s*年(?:年?底|年末|\\d{1,2}月底?)?(?:之?前)?[\\p{Han}]{"
        "0,12})"};
    if (!material.year) return;
    for (const Block& block : material.text.blocks) {
        re2::StringPiece rest{block.text};
        re2::StringPiece words;
        int year = 0;
        while (RE2::FindAndConsume(&rest, plan, &words, &year)) {
            const std::string_view before{block.text.data(),
                                          static_cast<std::size_t>(words.data() - block.text.data())};
            // 年初计划2024年完成 tells of the plan of that time.
            // 现将2024年…报告如下, 将2024年资金发放到位: 将 puts the object first; what will be is said with 将于 and
            // 将在.
            const bool puts_object =
                words.starts_with("将") && !words.starts_with("将于") && !words.starts_with("将在");
            if (year > *material.year || puts_object || before.ends_with("年初") || before.ends_with("原") ||
                before.ends_with("年度"))
                continue;
            const Place place = place_of(block, before.size(), words.size());
            findings.push_back({"L51",
                                "check.l51.past",
                                Severity::warning,
                                {{"text", place.quote}, {"year", std::to_string(*material.year)}},
                                {place},
                                {std::to_string(year)}});
        }
    }
}

}  // namespace check
