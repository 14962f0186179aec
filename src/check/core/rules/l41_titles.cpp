// SPDX-License-Identifier: Apache-2.0
// L41: a title that the head of such a unit does not have: 管理局主任, 服务中心局长. The title stands right behind the
// unit; 管理局办公室主任 is the head of the office. Some bureaus have heads of their own kind: a warning.
#include <re2/re2.h>

#include "check/core/rules/all.h"

namespace check {

namespace {

struct Mismatch {
    std::string_view letters;  // without them the pattern is not tried
    const RE2* pattern;
    std::string_view title;  // that heads of these units have
};

void look_for(const Block& block, const Mismatch& mismatch, Found& findings)
{
    if (block.text.find(mismatch.letters) == std::string::npos) return;
    re2::StringPiece rest{block.text};
    re2::StringPiece words;
    re2::StringPiece unit;
    while (RE2::FindAndConsume(&rest, *mismatch.pattern, &words, &unit)) {
        const Place place = place_of(block, static_cast<std::size_t>(words.data() - block.text.data()), words.size());
        findings.push_back({"L41",
                            "check.l41.title",
                            Severity::warning,
                            {{"text", place.quote}, {"unit", unit.as_string()}, {"title", std::string{mismatch.title}}},
                            {place},
                            {}});
    }
}

}  // namespace

void find_wrong_titles(const Material& material, Found& findings)
{
    // 主任科员, 主任医师, 主任务: the word is another one.
    static const RE2 of_bureau{
        "(\\p{Han}{2,12}(局)(?:党组成员、)?副?主任)(?:[^\\p{Han}]|$|[^科医工护药技编记检督法务委\\P{Han}])"};
    // 局长期坚持: 长期.
    static const RE2 of_centre{"(\\p{Han}{2,12}(中心|委员会|办公室)副?局长)(?:[^\\p{Han}]|$|[^期远效\\P{Han}])"};
    static const Mismatch all[]{{"主任", &of_bureau, "局长"}, {"局长", &of_centre, "主任"}};
    for (const Block& block : material.text.blocks)
        for (const Mismatch& mismatch : all) look_for(block, mismatch, findings);
}

}  // namespace check
