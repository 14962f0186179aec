// SPDX-License-Identifier: Apache-2.0
// L24: last year's number left in this year's report: 为做好2023年度绩效自评 in the report on 2024.
#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

constexpr std::size_t first_blocks = 2;  // the title says the year

// What tells of the year before on purpose.
bool speaks_of_the_past(std::string_view before, std::string_view behind)
{
    return contains_any(before, {"上年", "去年", "比", "较", "同比", "根据", "《", "结转", "对比", "相比", "年初",
                                 "文件", "截至上"}) ||
           contains_any(behind, {"结转", "发现的问题", "结果应用", "问题整改", "余额", "为", "相比", "》", "增加",
                                 "减少", "提高", "下降", "文件", "以来", "开始", "启动"});
}

}  // namespace

void find_last_years(const Material& material, Found& findings)
{
    static const RE2 own{
        "((20\\d\\d)\\s*年度?(?:部门|单位|项目|整体|支出|预算|财政|绩效){0,4}(?:自评|绩效目标|绩效评价|自评价)(?:工作)?"
        ")"};
    static const RE2 end{"(截[至止]\\s*(20\\d\\d)\\s*年\\s*(?:12\\s*月\\s*31\\s*日|年?底|末))"};
    if (!material.year) return;
    for (std::size_t i = first_blocks - 1; i < material.text.blocks.size(); ++i) {
        const Block& block = material.text.blocks[i];
        for (const RE2* const pattern : {&own, &end}) {
            re2::StringPiece rest{block.text};
            re2::StringPiece words;
            int year = 0;
            while (RE2::FindAndConsume(&rest, *pattern, &words, &year)) {
                const auto at = static_cast<std::size_t>(words.data() - block.text.data());
                const std::size_t begin =
                    block.text.rfind("。", at) == std::string::npos ? 0 : block.text.rfind("。", at);
                const std::string_view whole{block.text};
                const std::size_t stop = std::min(whole.find("。", at), whole.size());
                const std::string_view behind =
                    whole.substr(at + words.size(), stop - std::min(stop, at + words.size()));
                if (year != *material.year - 1 || speaks_of_the_past(whole.substr(begin, at - begin), behind)) continue;
                const Place place = place_of(block, at, words.size());
                findings.push_back({"L24",
                                    "check.l24.year",
                                    Severity::warning,
                                    {{"text", place.quote}, {"year", std::to_string(*material.year)}},
                                    {place},
                                    {std::to_string(year)}});
            }
        }
    }
}

}  // namespace check
