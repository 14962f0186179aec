// SPDX-License-Identifier: Apache-2.0
// L29: a section of problems without any measures against them. L55: a self-evaluation report without the sections that
// its form requires (after 财预〔2020〕10号: what was done, what went wrong, what follows).
#include <algorithm>
#include <array>
#include <span>

#include <re2/re2.h>

#include "check/core/read_text.h"
#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

constexpr std::size_t fewest_sections = 4;
constexpr std::string_view lacking_measures = "check.l55.measures";

bool is_section(const Block& block)
{
    return block.kind != Block::Kind::row && chinese::letter_count(block.text) <= longest_heading &&
           list_mark_size(block.text) > 0;
}

bool says_problems(const Block& block)
{
    return contains_any(block.text,
                        {"存在的问题", "存在问题", "主要问题", "问题及原因", "问题与不足", "存在的主要问题"});
}

// Anywhere: a heading, or words that say what will be done.
bool says_measures(const Block& block)
{
    return contains_any(block.text, {"改进", "措施", "建议", "下一步", "下步", "整改", "今后", "打算", "将进一步",
                                     "努力方向", "结果应用"});
}

bool is_about_none(const ReportText& report, std::size_t heading)
{
    return contains_any(report.blocks[heading].text, {"无"}) ||
           (heading + 1 < report.blocks.size() &&
            contains_any(report.blocks[heading + 1].text, {"无。", "没有发现", "不存在", "未发现", "暂无"})) ||
           (heading + 1 < report.blocks.size() && report.blocks[heading + 1].text == "无");
}

void find_problems_alone(const Material& material, Found& findings)
{
    const std::vector<Block>& blocks = material.text.blocks;
    if (std::any_of(blocks.begin(), blocks.end(), says_measures)) return;
    for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
        if (!is_section(blocks[i]) || !says_problems(blocks[i]) || is_about_none(material.text, i)) continue;
        const Place place = place_of(blocks[i], 0, blocks[i].text.size());
        findings.push_back({"L29", "check.l29.measures", Severity::warning, {{"text", place.quote}}, {place}, {}});
        return;
    }
}

struct Section {
    std::string_view code;
    std::span<const std::string_view> words;

    bool is_spoken_of(const Block& block) const
    {
        return std::any_of(words.begin(), words.end(),
                           [&block](std::string_view word) { return block.text.find(word) != std::string::npos; });
    }
};

// A report that calls itself one and has sections of its own; a table or a page of it is no report.
bool is_whole_report(const ReportText& report, std::size_t& title)
{
    static const RE2 titled{"(?:整体|项目|部门|支出)[^。]{0,12}(?:绩效)?自评报告"};
    static const RE2 first_level{"^(?:[#]{1,6}\\s*)?[一二三四五六七八九十]{1,2}、"};
    bool found = false;
    std::size_t sections = 0;
    for (std::size_t i = 0; i < report.blocks.size(); ++i) {
        const Block& block = report.blocks[i];
        if (i < 3 && !found && RE2::PartialMatch(block.text, titled)) {
            found = true;
            title = i;
        }
        if (chinese::letter_count(block.text) <= longest_heading && RE2::PartialMatch(block.text, first_level))
            ++sections;
    }
    return found && sections >= fewest_sections;
}

void find_lacking_sections(const Material& material, Found& findings)
{
    using namespace std::string_view_literals;
    static constexpr std::array goals{"绩效"sv, "完成情况"sv, "产出"sv, "效益"sv};
    static constexpr std::array problems{"问题"sv, "不足"sv, "原因"sv, "困难"sv};
    static constexpr std::array measures{"改进"sv, "措施"sv, "建议"sv,     "下一步"sv,
                                         "下步"sv, "打算"sv, "结果应用"sv, "整改"sv};
    static constexpr std::array required{Section{"check.l55.goals", goals}, Section{"check.l55.problems", problems},
                                         Section{lacking_measures, measures}};
    std::size_t title = 0;
    if (!is_whole_report(material.text, title)) return;
    const std::vector<Block>& blocks = material.text.blocks;
    // Problems without measures are L29's matter.
    const bool has_problems = std::any_of(blocks.begin(), blocks.end(), says_problems);
    for (const Section& section : required) {
        const bool is_there = std::any_of(blocks.begin() + static_cast<std::ptrdiff_t>(title) + 1, blocks.end(),
                                          [&](const Block& block) { return section.is_spoken_of(block); });
        if (is_there || (section.code == lacking_measures && has_problems)) continue;
        const Place place = place_of(blocks[title], 0, blocks[title].text.size());
        findings.push_back(
            {"L55", std::string{section.code}, Severity::warning, {{"title", place.quote}}, {place}, {}});
    }
}

}  // namespace

void find_lacking_measures(const Material& material, Found& findings)
{
    find_problems_alone(material, findings);
    find_lacking_sections(material, findings);
}

}  // namespace check
