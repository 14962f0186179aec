// SPDX-License-Identifier: Apache-2.0
// L07: the grade word beside a total score. Where the report says its own bands they decide; else those in
// use after 财预〔2020〕10号: 优 from 90, 良 from 80, 中 from 60, which a local rule set may replace.
#include <array>
#include <map>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::array<std::string_view, 4> grades{"优", "良", "中", "差"};

using Bands = std::map<std::string, base::Decimal>;  // from which score on

// 90分（含）以上为优，80—90分（含80分）为良
Bands bands_of(const ReportText& report)
{
    static const RE2 band{
        "(\\d{2})\\s*(?:分)?\\s*(?:[（(]含[^）)]{0,6}[）)])?\\s*(?:分)?(?:及以上|以上|[—\\-~～至到]+\\s*\\d{2,3}"
        "\\s*分?\\s*(?:[（(][^）)]{1,8}[）)])?)\\s*(?:的)?(?:为|评为|属于)?\\s*[“\"]?(优|良|中|差)"};
    Bands bands;
    for (const Block& block : report.blocks) {
        if (!contains_any(block.text, {"优", "良"})) continue;
        const std::string text = chinese::compact(block.text);
        re2::StringPiece rest{text};
        int from = 0;
        std::string grade;
        while (RE2::FindAndConsume(&rest, band, &from, &grade)) bands.try_emplace(grade, base::Decimal::whole(from));
    }
    return bands.contains("优") ? bands : Bands{};
}

std::string grade_for(const Bands& bands, base::Decimal score)
{
    for (const std::string_view grade : grades)
        if (const auto band = bands.find(std::string{grade}); band != bands.end() && score >= band->second)
            return std::string{grade};
    return bands.size() >= 3 ? "差" : "";
}

void judge(const Material& material, const Bands& own, const Claim& score, Found& findings)
{
    static const RE2 said{
        "^[^。]{0,40}?(?:(?:评价|自评|绩效)?(?:等级|等次|档次|结果|级别)(?:评定)?(?:为|是|属于|：|:)?|评为|评定为|属于|"
        "属)\\s*([“\"]?(?:优秀|"
        "优|良好|良|中等|中|差)[”\"]?)(?:[。，；,;等级档\\s]|$)"};
    static const Bands usual{{"优", base::Decimal::whole(90)},
                             {"良", base::Decimal::whole(80)},
                             {"中", base::Decimal::whole(60)},
                             {"差", base::Decimal::whole(0)}};
    const Block& block = material.text.blocks[score.block];
    const std::size_t behind = score.at + score.size;
    const re2::StringPiece rest{block.text.data() + behind, block.text.size() - behind};
    re2::StringPiece word;
    if (!RE2::PartialMatch(rest, said, &word)) return;
    std::string grade;
    for (const std::string_view known : grades)
        if (word.find({known.data(), known.size()}) != re2::StringPiece::npos) grade = known;
    const std::string right = grade_for(own.empty() ? usual : own, score.value);
    if (right.empty() || right == grade) return;
    const auto at = static_cast<std::size_t>(word.data() - block.text.data());
    findings.push_back({"L07",
                        own.empty() ? "check.l07.usual" : "check.l07.grade",
                        own.empty() ? Severity::warning : Severity::error,
                        {{"score", printed(score)}, {"grade", grade}, {"right", right}},
                        {place_of(block, at, word.size()), place_with_label(material.text, score)},
                        {printed(score)}});
}

}  // namespace

void find_wrong_grades(const Material& material, Found& findings)
{
    const Bands own = bands_of(material.text);
    for (const Claim& claim : material.claims)
        if (claim.measure == Measure::points && claim.value <= base::Decimal::whole(100) && !claim.is_about &&
            contains_any(claim.label, {"得分", "评分", "总分", "自评", "得"}) &&
            !contains_any(claim.label, {"满分", "分值", "权重", "指标", "执行率"}))
            judge(material, own, claim, findings);
}

}  // namespace check
