// SPDX-License-Identifier: Apache-2.0
// L20: one thing with two values. Satisfaction of the same people, and a rate or an amount under the same full name,
// cannot have two; a count of the same kind of thing may have two scopes.
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"
#include "chinese/letters.h"

namespace check {

namespace {

// Words for people who are asked; two claims that name the same ones speak of the same people.
constexpr std::array<std::string_view, 18> people{"就餐", "用餐", "参会", "职工", "群众", "服务对象",
                                                  "师生", "学生", "家长", "患者", "企业", "居民",
                                                  "业主", "游客", "培训", "单位", "干部", "村民"};

// Who was asked: the known words for them, in any order, or else the very words before 满意度.
std::set<std::string> people_in(std::string_view words)
{
    constexpr std::size_t shortest = 2;
    std::set<std::string> found;
    for (const std::string_view word : people)
        if (words.find(word) != std::string_view::npos) found.emplace(word == "用餐" ? "就餐" : word);
    const std::string_view before = words.substr(0, words.find("满意"));
    if (found.empty() && chinese::letter_count(before) >= shortest) found.emplace(before);
    return found;
}

struct Satisfaction {
    std::set<std::string> of;
    const Claim* claim;
};

// The last cell with words before a figure: the name of the indicator that the row is about.
std::string_view name_before(const Block& row, std::size_t at)
{
    std::string_view name;
    for (const TableCell& cell : row.cells)
        if (cell.at < at && cell.size > 0) name = row.cell(cell);
    return name;
}

// 职工就餐满意度达到90%, or a row of a table that is about satisfaction with a target or a result.
std::vector<Satisfaction> satisfactions(const Material& material)
{
    std::vector<Satisfaction> found;
    for (const Claim& claim : material.claims) {
        const Block& block = material.text.blocks[claim.block];
        const bool is_row = block.kind == Block::Kind::row;
        const std::string_view words = is_row ? name_before(block, claim.at) : std::string_view{claim.label};
        if (words.find("满意") == std::string_view::npos || claim.value.is_zero()) continue;
        if (claim.measure != Measure::per_cent && !(is_row && claim.unit.empty())) continue;
        if (contains_any(words, {"目标", "≥", "不低于", "上年", "提高", "问卷", "发放"}) || !claim.sign.empty())
            continue;
        // 已完成100% in a row is how much was done, not how satisfied they were.
        if (is_row && contains_any(claim.label, {"完成"})) continue;
        if (auto of = people_in(words); !of.empty()) found.push_back({std::move(of), &claim});
    }
    return found;
}

void report(const Material& material, const char* code, Severity severity, const Claim& a, const Claim& b,
            std::string what, Found& findings)
{
    findings.push_back({"L20",
                        code,
                        severity,
                        {{"what", std::move(what)}, {"first", printed(a)}, {"second", printed(b)}},
                        {place_with_label(material.text, a), place_with_label(material.text, b)},
                        {printed(a), printed(b)}});
}

// Each against the first of the same people that stands in another place.
void compare_satisfactions(const Material& material, Found& findings)
{
    std::map<std::set<std::string>, const Claim*> first;
    for (const Satisfaction& one : satisfactions(material)) {
        const auto [known, is_new] = first.try_emplace(one.of, one.claim);
        const Claim& other = *known->second;
        if (is_new || other.value == one.claim->value || other.block == one.claim->block) continue;
        report(material, "check.l20.value", Severity::error, other, *one.claim, "满意度", findings);
    }
}

// 其中, 组织, 参加 …: a part of the count, not the count.
bool is_part(const Claim& claim)
{
    return contains_any(claim.label, {"其中", "目标", "计划", "上年", "去年", "≥", "参加"}) || !claim.sign.empty() ||
           claim.is_about;
}

// 测量面积 73200m² and 实测总面积13.41万m²: one thing surveyed, two areas.
void compare_areas(const Material& material, Found& findings)
{
    const Claim* first = nullptr;
    for (const Claim& claim : material.claims) {
        if (claim.measure != Measure::area ||
            !contains_any(claim.label, {"测量面积", "实测总面积", "实测面积", "测绘面积"}))
            continue;
        if (is_part(claim) || contains_any(claim.label, {"土地", "宗地"})) continue;
        if (first && exact(*first) != exact(claim))
            report(material, "check.l20.scope", Severity::warning, *first, claim, "测量面积", findings);
        else if (!first)
            first = &claim;
    }
}

// 该项目预算总额为 → 项目预算总额
std::string name_of(const Claim& claim)
{
    static const RE2 around{"^(?:本|该|其|全年|年末)*(.*?)(?:为|达到?|共计?)*$"};
    std::string name;
    RE2::FullMatch(claim.label, around, &name);
    return name;
}

// A report on one project has one total of each kind, whatever stands before its name.
bool is_about_one_project(const ReportText& report)
{
    constexpr std::size_t title_lines = 2;
    for (std::size_t i = 0; i < std::min(report.blocks.size(), title_lines); ++i)
        if (contains_any(report.blocks[i].text, {"项目"}) && contains_any(report.blocks[i].text, {"自评", "绩效"}))
            return !contains_any(report.blocks[i].text, {"整体", "部门", "汇总", "各", "等"});
    return false;
}

using Named = std::map<std::string, const Claim*>;  // by their names, last byte first: ends stand beside each other

// 项目补助资金总额 and 补助资金总额: the shorter name is the longer one's end. No known name is the end of another, so
// that one that ends this name stands right before it, and those that this name ends right behind.
Named::const_iterator of_one_end(const Named& named, const std::string& name)
{
    const std::string turned{name.rbegin(), name.rend()};
    const auto behind = named.lower_bound(turned);
    if (behind != named.end() && behind->first.starts_with(turned)) return behind;
    if (behind == named.begin()) return named.end();
    const auto before = std::prev(behind);
    return turned.starts_with(before->first) ? before : named.end();
}

// A rate or an amount with its whole name: 2024年度部门预算总额.
void compare_named(const Material& material, Found& findings)
{
    constexpr std::size_t whole_name = 8;
    constexpr std::size_t name_in_a_project = 6;
    const std::size_t shortest = is_about_one_project(material.text) ? name_in_a_project : whole_name;
    Named named;
    for (const Claim& claim : material.claims) {
        const std::string name = name_of(claim);
        const bool has_name = chinese::letter_count(name) >= shortest &&
                              contains_any(name, {"总额", "总计", "合计", "总数", "达标率", "合格率", "总投资"});
        if (!has_name || material.text.blocks[claim.block].kind == Block::Kind::row || is_part(claim) ||
            claim.measure == Measure::points || name.find("占") != std::string::npos)
            continue;
        const auto known = of_one_end(named, name);
        if (known == named.end()) {
            named.emplace(std::string{name.rbegin(), name.rend()}, &claim);
            continue;
        }
        const Claim& first = *known->second;
        // L12 tells of a wrong unit.
        const base::Ratio jump = base::Ratio::whole(10'000);
        if (!are_alike(first, claim) || exact(first) == exact(claim) || exact(first) == exact(claim) * jump ||
            exact(claim) == exact(first) * jump)
            continue;
        report(material, "check.l20.value", Severity::error, first, claim, name, findings);
    }
}

}  // namespace

void find_two_values(const Material& material, Found& findings)
{
    compare_satisfactions(material, findings);
    compare_areas(material, findings);
    compare_named(material, findings);
}

}  // namespace check
